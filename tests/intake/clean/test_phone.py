from __future__ import annotations

import pytest

from leadroute.model.fields import Kind
from leadroute.tables.leads import DAMAGED, INFERRED, INVALID, OK, PLACEHOLDER
from tests.build_tables import clean


@pytest.mark.parametrize(
    "text",
    [
        "13800001234",
        " 138 0000 1234 ",
        "138-0000-1234",
        "+86 13800001234",
        "8613800001234",
        "0086-13800001234",
        "086 13800001234",
        "１３８００００１２３４",
        "13800001234.0",
        '="13800001234"',
        "p:+8613800001234",
        "13800001234 转 8",
    ],
)
def test_ways_to_write_a_mobile(text: str) -> None:
    cleaned = clean(Kind.PHONE, text)
    assert cleaned.values.to_pylist() == cleaned.keys.to_pylist() == ["+8613800001234"]
    assert cleaned.status.tolist() == [OK]


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("021-62345678", "+862162345678", OK),
        ("0755-82345678", "+8675582345678", OK),
        ("+44 20 7946 1001", "+442079461001", OK),
        ("0044 20 7946 1001", "+442079461001", OK),
        ("+1 (206) 555-0143", "+12065550143", OK),
        ("206.555.0143 x99", "+12065550143", INFERRED),
        ("1.3800001234E+10", "+8613800001234", INFERRED),
        ("1.38E+10", "", DAMAGED),
        ("54321", "", INVALID),
        ("abc", "", INVALID),
        ("030-0074321", "", INVALID),
        ("13800138000", "", PLACEHOLDER),
        ("+86 138 0013 8000", "", PLACEHOLDER),
        ("11111111111", "", PLACEHOLDER),
        ("无", "", PLACEHOLDER),
        ("", "", OK),
    ],
)
def test_other_numbers(text: str, value: str, status: int) -> None:
    cleaned = clean(Kind.PHONE, text)
    assert (cleaned.values[0].as_py(), cleaned.keys[0].as_py(), cleaned.status[0]) == (value, value, status)


@pytest.mark.parametrize("text", ["400-800-1234", "800 810 1234"])
def test_service_numbers_are_shown_and_identify_nobody(text: str) -> None:
    cleaned = clean(Kind.PHONE, text)
    assert cleaned.values[0].as_py().startswith("+86")
    assert (cleaned.keys[0].as_py(), cleaned.status[0]) == ("", 0)
