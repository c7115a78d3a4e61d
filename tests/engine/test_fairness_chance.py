"""The band of chance against 200,000 simulated draws of lots (numpy ``multinomial``, once; 5 % and 95 % points)."""

from __future__ import annotations

import numpy as np
import pytest

from leadroute.engine.fairness.chance import chance_band

EQUAL = (1.0,) * 10


@pytest.mark.parametrize(
    ("weights", "leads", "low", "high"),
    [
        (EQUAL, 100, 1.857, 5.333),
        (EQUAL, 1000, 1.207, 1.575),
        ((3, 1.5, 1), 110, 1.086, 1.889),
        ((1, 2, 3, 1, 1, 2), 300, 1.210, 1.950),
        ((1.0,) * 40, 2000, 1.600, 2.233),
        (tuple(np.linspace(0.5, 2, 40)), 5000, 1.379, 1.817),
    ],
)
def test_the_band_is_what_a_simulation_gives(weights: tuple[float, ...], leads: int, low: float, high: float) -> None:
    band = chance_band(leads, np.array(weights))
    assert band is not None
    assert band.low == pytest.approx(low, abs=0.03)
    assert band.high == pytest.approx(high, abs=0.03)


def test_few_leads_often_leave_somebody_with_nothing() -> None:
    band = chance_band(10, np.ones(3))  # simulated: 1.33 to infinite
    assert band is not None
    assert 1 < band.low < 1.4
    assert band.high == float("inf")


def test_many_leads_leave_little_to_chance_and_the_figure_never_changes() -> None:
    million = chance_band(1_000_000, np.ones(200))
    assert million is not None
    assert 1 < million.low < million.high < 1.15
    assert million == chance_band(1_000_000, np.ones(200))


@pytest.mark.parametrize(("leads", "reps"), [(0, 5), (5, 1), (5, 0)])
def test_no_leads_or_nobody_to_compare_has_no_band(leads: int, reps: int) -> None:
    assert chance_band(leads, np.ones(reps)) is None
