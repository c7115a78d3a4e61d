"""Jain, Gini and the ratio on numbers worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from leadroute.engine.fairness.evenness import against_entitlement, balance, gini, jain


@pytest.mark.parametrize(
    ("amounts", "index", "coefficient"),
    [
        ([5, 5, 5, 5], 1.0, 0.0),
        ([4, 0, 0, 0], 0.25, 0.75),  # all to one: 1/n and (n-1)/n
        ([1, 2, 3], 36 / (3 * 14), 4 / 18),  # ranks -2, 0, 2: (-2 + 6) / (3 * 6)
        ([0, 0], None, None),
        ([], None, None),
    ],
)
def test_jain_and_gini(amounts: list[float], index: float | None, coefficient: float | None) -> None:
    given = np.array(amounts, dtype=np.float64)
    assert jain(given) == (None if index is None else pytest.approx(index))
    assert gini(given) == (None if coefficient is None else pytest.approx(coefficient))


def test_the_order_of_reps_changes_nothing() -> None:
    assert gini(np.array([3.0, 1.0, 2.0])) == gini(np.array([1.0, 2.0, 3.0]))


def test_the_ratio_names_everybody_at_either_end() -> None:
    found = balance(np.array([2.0, 6.0, 2.0]), np.array([4, 7, 9]))
    assert (found.ratio, found.most, found.least) == (3.0, (7,), (4, 9))


@pytest.mark.parametrize("amounts", [[], [3.0], [0.0, 0.0]])
def test_nothing_to_compare(amounts: list[float]) -> None:
    assert balance(np.array(amounts), np.arange(len(amounts))).ratio is None


def test_reps_entitled_to_less_than_one_lead_are_not_compared() -> None:
    found = against_entitlement(np.array([10, 9, 0]), np.array([10.0, 9.5, 0.5]))
    assert found.ratio == pytest.approx(1 / (9 / 9.5))
    assert found.least == (1,)
