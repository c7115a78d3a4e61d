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
        ("3千", 3000, OK),
        ("¥1.2亿", 120_000_000, OK),
        ("$1.2M", 1_200_000, OK),
        ("RMB 30k", 30_000, OK),
        ("US$ 3,000", 3000, OK),
        ("2.5 million", 2_500_000, OK),
        ("30%", 0.3, OK),
        ("500人", 500, OK),
        ("１００", 100, OK),
        ("１，０００", 1000, OK),
        ("-3", -3, OK),
        ("(500)", -500, OK),
        ("500-", -500, OK),
        ("-¥500", -500, OK),
        ("0", 0, OK),
        ("1.2e5", 120_000, OK),
        ("1,0000,0000", 100_000_000, OK),
        ("1,00,000", 100_000, OK),
        ("1'234.50", 1234.5, OK),
        ("1.234,56", 1234.56, OK),
        ("一百", 100, OK),
        ("一百零五", 105, OK),
        ("三千五", 3500, OK),
        ("两万五", 25_000, OK),
        ("3万5千", 35_000, OK),
        ("1亿2000万", 120_000_000, OK),
        ("约50", 50, INFERRED),
        ("100多人", 100, INFERRED),
    ],
)
def test_numbers(text: str, number: float, status: int) -> None:
    cleaned = clean(Kind.NUMBER, text)
    assert cleaned.numbers is not None
    assert (cleaned.numbers[0], cleaned.status[0]) == (pytest.approx(number), status)
    assert cleaned.upper is None


@pytest.mark.parametrize(
    ("text", "low", "high", "shown"),
    [
        ("50-100人", 50, 100, "50-100"),
        ("10-50万", 100_000, 500_000, "100000-500000"),
        ("¥1万 至 ¥5万", 10_000, 50_000, "10000-50000"),
        ("1-49 employees", 1, 49, "1-49"),
        ("1000人以上", 1000, math.inf, "1000+"),
        ("10,001+ employees", 10_001, math.inf, "10001+"),
        ("≥500", 500, math.inf, "500+"),
        ("50人以下", 0, 50, "<=50"),
    ],
)
def test_a_range_keeps_both_ends(text: str, low: float, high: float, shown: str) -> None:
    cleaned = clean(Kind.NUMBER, text)
    assert cleaned.numbers is not None
    assert cleaned.upper is not None
    assert (cleaned.numbers[0], cleaned.upper[0], cleaned.values[0].as_py()) == (low, high, shown)
    assert cleaned.status[0] == OK


@pytest.mark.parametrize(("text", "shown"), [("<10", "<10"), ("少于10人", "<10")])
def test_what_is_less_than_a_number_does_not_reach_it(text: str, shown: str) -> None:
    cleaned = clean(Kind.NUMBER, text)
    assert cleaned.upper is not None
    assert 9.99 < cleaned.upper[0] < 10
    assert cleaned.values[0].as_py() == shown


def test_a_column_with_ranges_gives_single_numbers_two_equal_ends() -> None:
    cleaned = clean(Kind.NUMBER, "7", "50-100", "无")
    assert cleaned.upper is not None
    assert (cleaned.upper[0], cleaned.upper[1], math.isnan(cleaned.upper[2])) == (7, 100, True)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("很多", INVALID),
        ("1 2 3 a", INVALID),
        ("1.2.3", INVALID),
        ("1,2,3", INVALID),
        ("100-50", INVALID),
        ("二〇二六", INVALID),
        ("90后", INVALID),
        ("≥10以下", INVALID),
        ("(很多)", INVALID),
        ("1" * 61, INVALID),
        ("1" + "亿" * 50, INVALID),
        ("无", PLACEHOLDER),
        ("", OK),
    ],
)
def test_what_is_no_number_is_blank(text: str, status: int) -> None:
    cleaned = clean(Kind.NUMBER, text)
    assert cleaned.numbers is not None
    assert math.isnan(cleaned.numbers[0])
    assert (cleaned.values[0].as_py(), cleaned.status[0]) == ("", status)


def test_the_text_of_a_number_is_its_shortest_form() -> None:
    assert clean(Kind.NUMBER, "1,000.00", "0.50", "1e3").values.to_pylist() == ["1000", "0.5", "1000"]


def test_a_column_that_writes_decimals_with_a_comma_writes_thousands_with_a_point() -> None:
    cleaned = clean(Kind.NUMBER, "1.234", "12,5", "7,25", "1.000.000", "9")
    assert cleaned.values.to_pylist() == ["1234", "12.5", "7.25", "1000000", "9"]
    assert cleaned.said["LR555"].tolist() == [True, True, True, True, False]


def test_a_column_that_proves_both_ways_reads_each_cell_by_itself() -> None:
    cleaned = clean(Kind.NUMBER, "1.234", "12,5", "1,234.50", "1,234")
    assert cleaned.values.to_pylist() == ["1.234", "12.5", "1234.5", "1234"]
    assert cleaned.said == {}
