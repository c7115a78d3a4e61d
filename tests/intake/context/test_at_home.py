"""What is taken in bulk must be what is read one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from leadroute.intake.clean.phone_cell import read_cell
from leadroute.intake.context.at_home import read_at_home
from leadroute.intake.context.homes import Homes
from leadroute.tables.arrow import strings

REGIONS = ("", "CN", "HK", "DE", "JP", "US", "IT", "HU", "GB")
AREAS = ("", "10", "21", "755", "351")
HOMES = Homes(REGIONS, np.zeros(0, np.int64), AREAS, np.zeros(0, np.int64))
DIGITS = st.from_regex(r"\A[02-9][0-9]{4,11}\Z")
CELLS = st.one_of(
    DIGITS,
    st.builds("0{}-{}".format, st.from_regex(r"\A[1-9][0-9]{0,3}\Z"), st.from_regex(r"\A[0-9]{4,11}\Z")),
    st.builds("{} {}".format, DIGITS, DIGITS),
    st.sampled_from(["", "无", "2222222", "012345678901", "013800001111", "+49 89 12345678", "400-800-1234"]),
)
ROWS = st.lists(st.tuples(CELLS, st.integers(0, HOMES.count - 1)), max_size=6)


@given(ROWS)
def test_bulk_and_single_reading_agree_at_home(rows: list[tuple[str, int]]) -> None:
    found = read_at_home(strings([text for text, _ in rows]), HOMES, np.array([home for _, home in rows], np.int64))
    cells = [read_cell(text, HOMES.home(home)) for text, home in rows]
    assert found.values.to_pylist() == [cell.number for cell in cells]
    usable = [at for at, cell in enumerate(cells) if cell.number]
    assert [found.status[at] for at in usable] == [cells[at].status for at in usable]
    others = [other for cell in cells for other in cell.others]
    assert [text for code, each in found.beside.items() if code == "LR511" for text in each.texts.to_pylist()] == others
