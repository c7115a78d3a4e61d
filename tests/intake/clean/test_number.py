from __future__ import annotations

import math

import pytest

from leadroute.model.fields import Kind
from leadroute.tables.leads import INFERRED, INVALID, OK, PLACEHOLDER
from tests.build_tables import clean


@pytest.mark.parametrize(
    ("text", "number", "status"),
    [
        ("1000", 1000, OK),
        ("1,000.50", 1000.5, OK),
        ("100万", 1_000_000, OK),
        ("¥1.2亿", 120_000_000, OK),
        ("30%", 0.3, OK),
        ("500人", 500, OK),
        ("１００", 100, OK),
        ("-3", -3, OK),
        ("0", 0, OK),
        ("1.2e5", 120_000, OK),
        ("50-100人", 50, INFERRED),
        ("10-50万", 100_000, INFERRED),
        ("约50", 50, INFERRED),
    ],
)
def test_numbers(text: str, number: float, status: int) -> None:
    cleaned = clean(Kind.NUMBER, text)
    assert cleaned.numbers is not None
    assert (cleaned.numbers[0], cleaned.status[0]) == (pytest.approx(number), status)


@pytest.mark.parametrize(("text", "status"), [("很多", INVALID), ("1 2 3 a", INVALID), ("无", PLACEHOLDER), ("", OK)])
def test_what_is_no_number_is_blank(text: str, status: int) -> None:
    cleaned = clean(Kind.NUMBER, text)
    assert cleaned.numbers is not None
    assert math.isnan(cleaned.numbers[0])
    assert (cleaned.values[0].as_py(), cleaned.status[0]) == ("", status)


def test_the_text_of_a_number_is_its_shortest_form() -> None:
    assert clean(Kind.NUMBER, "1,000.00", "0.50", "1e3").values.to_pylist() == ["1000", "0.5", "1000"]
