from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from leadroute.intake.clean.email_cell import read_cell
from leadroute.intake.clean.placeholders import EMAILS
from leadroute.model.fields import Kind
from leadroute.tables.leads import INFERRED, INVALID, OK, PLACEHOLDER
from tests.build_tables import clean


@pytest.mark.parametrize(
    ("text", "value", "key"),
    [
        ("A@Example.com", "a@example.com", "a@example.com"),
        (" mailto:a@example.com. ", "a@example.com", "a@example.com"),
        ("'a@example.com", "a@example.com", "a@example.com"),
        (".a@example.com", "a@example.com", "a@example.com"),
        ("a＠example。com", "a@example.com", "a@example.com"),
        ("Anna <a@example.com>", "a@example.com", "a@example.com"),
        ("a@example.com; b@example.com", "a@example.com", "a@example.com"),
        ("a+fair@example.com", "a+fair@example.com", "a@example.com"),
        ("J.o.hn+x@gmail.com", "j.o.hn+x@gmail.com", "john@gmail.com"),
        ("john@googlemail.com", "john@googlemail.com", "john@gmail.com"),
        ("info@example.com; b@example.com", "b@example.com", "b@example.com"),
        ("a @ example . com", "a@example.com", "a@example.com"),
        ("a@gmial.com", "a@gmial.com", "a@gmial.com"),
        ("a@例子.中国", "a@xn--fsqu00a.xn--fiqs8s", "a@xn--fsqu00a.xn--fiqs8s"),
        ("info@example.com", "info@example.com", ""),
        ("sales+x@example.com", "sales+x@example.com", ""),
        ("information@example.com", "information@example.com", "information@example.com"),
        ("", "", ""),
    ],
)
def test_addresses(text: str, value: str, key: str) -> None:
    cleaned = clean(Kind.EMAIL, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == (value, key, OK)


@pytest.mark.parametrize("text", ["a@example,com", "a@example，com", "a(at)example.com", "a [at] example.com"])
def test_signs_in_the_wrong_place_are_mended_and_marked(text: str) -> None:
    cleaned = clean(Kind.EMAIL, text)
    assert (cleaned.values[0].as_py(), cleaned.status[0]) == ("a@example.com", INFERRED)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("bad@", INVALID),
        ("a@b", INVALID),
        ("a@@example.com", INVALID),
        ("test@test.com", PLACEHOLDER),
        ("13800001234", INVALID),
        ("无", PLACEHOLDER),
        ("@", PLACEHOLDER),
        ("____", PLACEHOLDER),
    ],
)
def test_what_is_no_address_is_blank(text: str, status: int) -> None:
    cleaned = clean(Kind.EMAIL, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == ("", "", status)


@given(st.from_regex(r"\A(?:[a-c@.;_'-]|at|na|test|none){1,6}(?:\.example\.com)?\Z"))
def test_words_without_a_sign_are_read_in_bulk_as_they_are_one_by_one(text: str) -> None:
    cell, cleaned = read_cell(text), clean(Kind.EMAIL, text)
    assert cleaned.status[0] == cell.status
    assert cleaned.values[0].as_py() == cell.address


MAILS = st.one_of(
    st.sampled_from(["a@example.com", "b@example.com", "info@example.com", "B.c+x@Example.com", "a@77", "a", "com@"]),
    st.from_regex(r"\A[a-c@.']{1,6}(?:\.com)?\Z"),
)


@given(st.builds("{}{}{}".format, MAILS, st.sampled_from([";", ", ", "；", "，", " ;", "、"]), MAILS))
def test_pairs_are_read_in_bulk_as_they_are_one_by_one(text: str) -> None:
    cell, cleaned = read_cell(text), clean(Kind.EMAIL, text)
    assume(cell.address not in EMAILS)
    assert (cleaned.values[0].as_py(), cleaned.status[0]) == (cell.address, cell.status)
    told = cleaned.beside["LR514"].texts.to_pylist() if "LR514" in cleaned.beside else []
    assert [other.replace("+x", "") for other in cell.others] == told
