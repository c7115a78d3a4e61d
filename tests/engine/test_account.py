"""Weights become whole numbers in the same proportion, and what is earned is exactly what is paid."""

from __future__ import annotations

from fractions import Fraction

import pytest

from leadroute.engine.account import UNIT, accruals, whole_weights


@pytest.mark.parametrize(
    ("weights", "whole"),
    [
        (["3", "1.5", "1"], (6, 3, 2)),
        (["0.3", "0.15", "0.1"], (6, 3, 2)),
        (["2", "0"], (1, 0)),
        (["0", "0"], (0, 0)),
        (["1/3000017", "1/3000029", "1/7"], (2, 2, 1_000_000)),
        (["1/30000170", "1/7", "0"], (1, 1_000_000, 0)),
    ],
)
def test_weights_are_scaled(weights: list[str], whole: tuple[int, ...]) -> None:
    assert whole_weights(list(map(Fraction, weights))) == whole


@pytest.mark.parametrize("weights", [["3", "1.5", "1"], ["1", "1", "1"], ["1/3000017", "1/3000029", "1/7"]])
def test_what_is_earned_is_what_is_paid(weights: list[str]) -> None:
    shares, price = accruals(list(map(Fraction, weights)))
    assert sum(shares) == price
    assert abs(price - UNIT) < UNIT // 1000


def test_nobody_with_a_weight_earns_nothing() -> None:
    assert accruals([Fraction(0), Fraction(0)]) == ((0, 0), 0)
