from __future__ import annotations

import pytest

from leadroute.model.fields import Kind
from leadroute.tables.leads import INFERRED, INVALID, OK
from tests.build_tables import clean

HALF_PAST_NINE = 1793525400.0  # 2026-11-01 09:30


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-01 09:30",
        "2026-11-01T09:30:00",
        "2026/11/1 9:30",
        "2026.11.1 9:30:00",
        "2026年11月1日 9时30分",
        "2026年11月1日 上午9:30",
        "20261101 0930",
        "Nov 1, 2026 9:30 AM",
        "1-Nov-2026 9:30",
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
        (["45964.5"], "2025-11-03 12:00:00", INFERRED),
        (["2026-11-01T09:30:00Z"], "2026-11-01 09:30:00", INFERRED),  # the zone is left aside
        (["2026-02-28"], "2026-02-28", OK),
        (["2026-02-30", "2026-01-30"], "", INVALID),
        (["昨天"], "", INVALID),
        (["99999"], "", INVALID),
        ([""], "", OK),
    ],
)
def test_other_dates(texts: list[str], value: str, status: int) -> None:
    cleaned = clean(Kind.DATE, *texts)
    assert (cleaned.values[0].as_py(), cleaned.status[0]) == (value, status)
