"""What is taken in bulk must be what is read one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from leadroute.intake.clean.phone_cell import read_cell
from leadroute.intake.clean.phone_number import Home
from leadroute.model.fields import Kind
from tests.build_tables import clean

MOBILES = st.from_regex(r"\A1(?:380000|990000)[0-9]{4}\Z")
LANDLINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["021", "010", "0755", "0571", "0351"]),
    st.sampled_from(["", "-"]),
    st.from_regex(r"\A[2-8]000[0-9]{4}\Z"),
)
WIDE = {ord(letter): chr(ord(letter) + 0xFEE0) for letter in "0123456789+-"}
BARE = st.from_regex(r"\A[0-9]{5,12}\Z")
NUMBERS = st.one_of(MOBILES, LANDLINES)
CELLS = st.one_of(
    NUMBERS,
    st.builds(
        "{}{}{}".format, st.sampled_from(["+86 ", "86-", "'", " ", "p:+86"]), MOBILES, st.sampled_from(["", ".0"])
    ),
    st.builds("{}{}{}".format, NUMBERS, st.sampled_from(["/", "、", ";", " , ", "；"]), NUMBERS),
    st.builds("{}{}{}".format, NUMBERS, st.sampled_from(["/", ";"]), st.from_regex(r"\A0[0-9]{1,4}-?[0-9]{3,9}\Z")),
    st.builds("{}{}{}".format, NUMBERS, st.sampled_from(["转", "-", " ext. ", "x", "分机"]), st.integers(1, 99999)),
    st.one_of(NUMBERS, MOBILES.map("+86 {}".format), st.from_regex(r"\A[0-9]{5,12}\Z")).map(
        lambda text: text.translate(WIDE)
    ),
    LANDLINES.map(lambda number: number.lstrip("0")),
    BARE,
)


@given(CELLS)
def test_bulk_and_single_reading_agree(text: str) -> None:
    cell = read_cell(text, Home())
    cleaned = clean(Kind.PHONE, text)
    told = {code: each.texts.to_pylist() for code, each in cleaned.beside.items()}
    assert (cleaned.values[0].as_py(), cleaned.status[0]) == (cell.number, cell.status)
    assert told.get("LR511", []) == list(cell.others)
    assert told.get("LR512", []) == ([cell.extension] if cell.extension else [])
