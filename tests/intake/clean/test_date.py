from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from leadroute.intake.clean import date
from leadroute.model.fields import Kind
from leadroute.tables.arrow import strings
from leadroute.tables.leads import INFERRED, INVALID, OK
from tests.build_tables import clean

HALF_PAST_NINE = 1793525400.0  # 2026-11-01 09:30
SHANGHAI, NEW_YORK = ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-01 09:30",
        "2026-11-01T09:30:00",
        "2026/11/1 9:30",
        "2026.11.1 9:30:00",
        "2026年11月1日 9时30分",
        "2026年11月1日 上午9:30",
        "2026年11月1号9点30分0秒",
        "2026-11-01 星期日 09:30",
        "2026-11-01（周日）09:30",
        "20261101 0930",
        "20261101093000",
        "Nov 1, 2026 9:30 AM",
        "1-Nov-2026 9:30",
        "Sun Nov 01 2026 09:30:00",
        "2026-11-01 09:30:00.123",
    ],
)
def test_ways_to_write_a_moment(text: str) -> None:
    cleaned = clean(Kind.DATE, text)
    assert cleaned.numbers is not None
    assert (cleaned.numbers[0], cleaned.status[0]) == (HALF_PAST_NINE, OK)


@pytest.mark.parametrize(
    ("texts", "value", "status"),
    [
        (["01/02/2026"], "2026-01-02", INFERRED),  # nothing proves the order
        (["01/02/2026", "13/02/2026"], "2026-02-01", OK),
        (["01/02/2026", "02/13/2026"], "2026-01-02", OK),
        (["1.2.2026"], "2026-02-01", INFERRED),
        (["10/11/26", "13/11/26"], "2026-11-10", INFERRED),  # two digits for a year
        (["26/10/01", "26/10/11"], "2026-10-01", INFERRED),  # the year first
        (["25/10/26", "26/10/26"], "2026-10-25", INFERRED),  # the year last
        (["45964.5"], "2025-11-03 12:00:00", INFERRED),
        (["2026年10月"], "2026-10-01", INFERRED),
        (["2026-10"], "2026-10-01", INFERRED),
        (["2026-11-01T09:30:00Z"], "2026-11-01 09:30:00", INFERRED),  # no zone is given to bring it to
        (["2026-02-28"], "2026-02-28", OK),
        (["2026-02-30", "2026-01-30"], "", INVALID),
        (["2026-13-01"], "", INVALID),
        (["昨天"], "", INVALID),
        (["上午9:05"], "", INVALID),
        (["99999"], "", INVALID),
        (["2026-11-01" + "日" * 99], "", INVALID),
        ([""], "", OK),
    ],
)
def test_other_dates(texts: list[str], value: str, status: int) -> None:
    cleaned = clean(Kind.DATE, *texts)
    assert (cleaned.values[0].as_py(), cleaned.status[0]) == (value, status)


@pytest.mark.parametrize(
    ("text", "hour"),
    [("凌晨1:00", 1), ("上午12:00", 0), ("中午12:00", 12), ("中午1:00", 13), ("下午3点", 15), ("晚上9:05", 21)],
)
def test_the_parts_of_a_day(text: str, hour: int) -> None:
    assert (
        clean(Kind.DATE, f"2026年11月1日{text}")
        .values[0]
        .as_py()
        .startswith("2026-11-01" if not hour else f"2026-11-01 {hour:02}:")
    )


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("2026-11-01T01:30:00Z", "2026-11-01 09:30:00", OK),
        ("2026-11-01T01:30:00.000+00:00", "2026-11-01 09:30:00", OK),
        ("2026-10-31 21:30:00 -0400", "2026-11-01 09:30:00", OK),
        ("Sun, 01 Nov 2026 01:30:00 GMT", "2026-11-01 09:30:00", OK),
        ("Sun Nov 01 2026 09:30:00 GMT+0800 (中国标准时间)", "2026-11-01 09:30:00", OK),
        ("Sat Oct 31 18:30:00 PDT 2026", "2026-11-01 09:30:00", OK),
        ("Sun Nov 01 09:30:00 CST 2026", "2026-11-01 09:30:00", INFERRED),  # China's or Chicago's
        ("1793496600", "2026-11-01 09:30:00", INFERRED),
        ("1793496600000", "2026-11-01 09:30:00", INFERRED),
        ("2026-11-01 09:30:00", "2026-11-01 09:30:00", OK),
        ("2026-02-30T01:30:00Z", "", INVALID),
        ("0001-01-01T00:00:00+14:00", "", INVALID),
        ("9999-12-31T23:59:59Z", "", INVALID),
    ],
)
def test_a_moment_that_names_its_zone_is_brought_to_the_rulebooks(text: str, value: str, status: int) -> None:
    cleaned = date.clean(strings([text]), SHANGHAI)
    assert (cleaned.values[0].as_py(), cleaned.status[0]) == (value, status)


def test_summer_time_counts_at_its_moment() -> None:
    cleaned = date.clean(strings(["2026-03-08T06:59:00Z", "2026-03-08T07:01:00Z"]), NEW_YORK)
    assert cleaned.values.to_pylist() == ["2026-03-08 01:59:00", "2026-03-08 03:01:00"]


def test_cells_that_name_a_zone_are_counted_as_brought_to_another() -> None:
    texts = strings(["2026-11-01T01:30:00Z", "2026/11/1 9:30", "Sun Nov 01 09:30:00 CST 2026"])
    assert date.clean(texts, SHANGHAI).said["LR559"].tolist() == [True, False, False]
    assert date.clean(texts).said == {}


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["10/11/2026", "11/11/2026"], {"LR556": [True, False]}),
        (["10.11.2026"], {"LR557": [True]}),
        (["10/11/2026", "13/11/2026"], {}),
        (["10/11/2026", "13/02/2026", "02/13/2026"], {"LR558": [True, False, False]}),
    ],
)
def test_an_order_that_is_not_proved_is_said(texts: list[str], said: dict[str, list[bool]]) -> None:
    found = clean(Kind.DATE, *texts).said
    assert {code: mask.tolist() for code, mask in found.items()} == said
