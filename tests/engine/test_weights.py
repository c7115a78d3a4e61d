"""What members weigh: the roster, the rulebook, measured conversion, a ramp after the hire date."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from leadroute.engine.weights import pool_weights, ramp_share, shrunk_rates
from leadroute.model.rulebook import Ramp, Strategy, WeightSource
from tests.build import pool, rep, roster

TODAY = date(2026, 11, 23)
RAMP = Ramp(timedelta(days=14), (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)))


@pytest.mark.parametrize(
    ("hired", "share"),
    [
        (None, 1),
        (date(2026, 11, 23), Fraction(1, 4)),
        (date(2026, 11, 9), Fraction(1, 2)),
        (date(2026, 10, 27), Fraction(1, 2)),
        (date(2026, 10, 26), Fraction(3, 4)),
        (date(2026, 10, 12), 1),
    ],
)
def test_a_newcomer_grows_into_the_full_weight(hired: date | None, share: Fraction) -> None:
    assert ramp_share(RAMP, hired, TODAY) == share


def test_the_ramp_multiplies_whatever_the_weight_is() -> None:
    people = roster(rep("A", weight=Fraction(3), hired_on=TODAY), "B 3")
    assert pool_weights(pool(ramp=RAMP), (0, 1), people, TODAY) == {0: Fraction(3, 4), 1: 3}


def test_weights_of_the_rulebook_and_who_is_not_named_weighs_nothing() -> None:
    given = pool(weights=WeightSource.GIVEN, given={"A": Fraction(3), "B": Fraction(1, 2)})
    assert pool_weights(given, (0, 1, 2), roster("A", "B", "C"), TODAY) == {0: 3, 1: Fraction(1, 2), 2: 0}


@pytest.mark.parametrize("strategy", [Strategy.ROUND_ROBIN, Strategy.WEIGHTED])
def test_weight_zero_pauses_under_every_strategy(strategy: Strategy) -> None:
    assert pool_weights(pool(strategy=strategy), (0, 1), roster("A 0", "B"), TODAY) == {0: 0, 1: 1}


def test_conversion_is_believed_from_a_minimum_on_and_the_rest_weigh_as_usual() -> None:
    people = roster("A won=30 worked=100", "B won=10 worked=100", "C won=1 worked=1", "D")
    measured = pool_weights(pool(weights=WeightSource.CONVERSION, minimum=20), (0, 1, 2, 3), people, TODAY)
    assert measured == {0: Fraction(3, 10), 1: Fraction(1, 10), 2: Fraction(1, 5), 3: Fraction(1, 5)}


def test_rates_are_drawn_towards_the_group() -> None:
    lucky, steady = shrunk_rates([rep("A won=1 worked=1"), rep("B won=60 worked=200")], 20)
    assert Fraction(3, 10) < lucky < Fraction(2, 5)
    assert abs(steady - Fraction(3, 10)) < Fraction(1, 100)
