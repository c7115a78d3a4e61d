"""Weeks of daily runs with leave, caps and overlapping pools: everybody stays close to what they are entitled to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ledger.sweeps import DEEP
from tests.ledger.year import days

if TYPE_CHECKING:
    from pathlib import Path


def test_at_the_end_of_every_week_nobody_is_two_leads_from_entitlement(tmp_path: Path) -> None:
    lived = list(days(tmp_path, 364 if DEEP else 56, 40, 12))
    assert max(day.gap for day in lived[6::7]) <= 2
    assert sum(day.assigned for day in lived) > 38 * len(lived)
