"""The statistics of a backtest against numbers worked out by hand or printed in tables."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest

from leadroute.engine.backtest.chance import tail
from leadroute.engine.backtest.conversion import LOST, OPEN, WON, Ended, difference, expected, learn
from leadroute.engine.backtest.effects import drawn_effects
from leadroute.engine.backtest.enough import needed
from leadroute.engine.backtest.rates import drawn_rates


@pytest.mark.parametrize(
    ("square", "freedom", "chance"),
    [  # any printed table of chi-square
        (3.841459, 1, 0.05),
        (5.991465, 2, 0.05),
        (7.814728, 3, 0.05),
        (13.276704, 4, 0.01),
        (40.11327, 27, 0.05),
        (43.77297, 30, 0.05),
        (0.0, 3, 1.0),
        (5.0, 0, 1.0),
    ],
)
def test_the_tail_of_chi_square_is_that_of_the_tables(square: float, freedom: int, chance: float) -> None:
    assert tail(square, freedom) == pytest.approx(chance, abs=1e-6)


@pytest.mark.parametrize(
    ("rate", "leads"), [(0.5, 20), (0.25, 20), (0.2, 25), (0.1, 50), (0.9, 50), (0.02, 250), (0.0, 20), (1.0, 20)]
)
def test_a_rate_needs_five_won_and_five_lost_and_twenty_in_any_case(rate: float, leads: int) -> None:
    assert needed(rate) == leads


def test_rates_of_groups_are_drawn_towards_all_as_worked_out_by_hand() -> None:
    """Two groups of 100, 30 and 10 won: mean .2, spread 200 * .01 / .16 = 12.5, room 2 * .5 * 99 = 99.

    So alike = 11.5 / 99, prior = (1 - alike) / alike = 87.5 / 11.5; 30 of 100 become (30 + .2 prior) / (100 + prior).
    """
    found = drawn_rates(np.array([30, 10]), np.array([100, 100]))
    prior = 87.5 / 11.5
    assert found.mean == pytest.approx(0.2)
    assert found.prior == pytest.approx(prior)
    assert found.rate == pytest.approx([(30 + 0.2 * prior) / (100 + prior), (10 + 0.2 * prior) / (100 + prior)])
    own = 100 / (100 + prior)
    by_hand = found.rate * (1 - found.rate) / (101 + prior) + (1 - own) ** 2 * 0.2 * 0.8 / 200
    assert found.variance == pytest.approx(by_hand)


@pytest.mark.parametrize(
    ("won", "known", "rates"),
    [
        ([20, 21], [100, 100], [0.205, 0.205]),  # no further apart than chance
        ([5], [20], [0.25]),
        ([0, 0], [0, 0], [0.0, 0.0]),
        ([3, 0], [3, 0], [1.0, 1.0]),
    ],
)
def test_groups_that_differ_by_chance_have_the_rate_of_all(
    won: list[int], known: list[int], rates: list[float]
) -> None:
    found = drawn_rates(np.array(won), np.array(known))
    assert found.prior == inf
    assert found.rate == pytest.approx(rates)


def test_groups_that_share_nothing_keep_their_own_rate() -> None:
    found = drawn_rates(np.array([50, 0]), np.array([50, 50]))
    assert found.prior == pytest.approx(0.0, abs=1e-9)
    assert found.rate == pytest.approx([1.0, 0.0])


def effects(won: list[float], of: float = 10.0, noise: float = 4.0, believed: list[bool] | None = None) -> tuple:  # type: ignore[type-arg]
    """Index, variance and the rest, of reps who could all expect the same."""
    size = len(won)
    some = np.array(believed if believed is not None else [True] * size)
    found = drawn_effects(np.array(won), np.full(size, of), np.full(size, noise), some)
    return found.index, found.variance, found.between, found.chance


def test_equal_reps_are_drawn_as_james_and_stein_draw_them() -> None:
    """With equal noise Morris' rule is that of James and Stein: towards the mean by (k - 3) * noise / sum of squares.

    Five reps, indices 1.6, 1.2, 1, .8, .4 around 1: squares .36 + .04 + .04 + .36 = .8, noise 4 / 10² = .04.
    """
    index, _, between, _ = effects([16, 12, 10, 8, 4])
    shrink = (5 - 3) * 0.04 / 0.8
    assert between == pytest.approx(0.8 / 4 - 0.04)
    assert index == pytest.approx([1 + (1 - shrink) * off for off in (0.6, 0.2, 0, -0.2, -0.6)])


def test_the_variance_pays_for_not_knowing_the_others() -> None:
    _, variance, between, _ = effects([16, 12, 10, 8, 4])
    shrink = 2 / 4 * 0.04 / (0.04 + between)
    by_hand = 0.04 * (1 - 4 / 5 * shrink) + 2 / 2 * shrink**2 * 0.6**2  # V (1 - (k-1)/k B) + 2/(k-3) B² (Y - mean)²
    assert variance[0] == pytest.approx(by_hand)


def test_reps_who_differ_by_chance_alone_are_drawn_far_and_their_interval_stays_wide() -> None:
    index, variance, between, chance = effects([11, 10, 10, 9, 10])
    assert between == 0
    assert chance == pytest.approx(tail(2 * 0.01 / 0.04, 4))
    assert index == pytest.approx([1.05, 1, 1, 0.95, 1])  # (k - 3) / (k - 1) = one half, never all the way
    assert (variance > 0.02).all()


def test_three_reps_keep_their_own_index() -> None:
    index, variance, _, _ = effects([16, 10, 4])
    assert index == pytest.approx([1.6, 1.0, 0.4])
    assert variance == pytest.approx([0.04] * 3)


def test_whoever_has_too_few_leads_counts_as_the_others_do_on_average_and_is_less_sure() -> None:
    index, variance, between, _ = effects([16, 12, 10, 8, 4, 30], believed=[True] * 5 + [False])
    assert index[5] == pytest.approx(1.0)
    assert variance[5] == pytest.approx(between + (0.04 + between) / 5)


def test_nobody_to_be_believed_says_nothing() -> None:
    index, variance, between, chance = effects([3, 2], believed=[False, False])
    assert (list(index), list(variance), between, chance) == ([1, 1], [0, 0], 0.0, 1.0)


def past(won: list[int], lost: list[int], *, still_open: int = 0) -> Ended:
    """Leads of one group: by rep so many won and lost; and open ones of the first rep."""
    rep = [at for at, (w, n) in enumerate(zip(won, lost, strict=True)) for _ in range(w + n)] + [0] * still_open
    end = [end for w, n in zip(won, lost, strict=True) for end in [WON] * w + [LOST] * n] + [OPEN] * still_open
    return Ended(np.zeros(len(rep), dtype=np.int64), np.array(rep), np.array(end), 1, len(won))


def test_open_leads_teach_nothing() -> None:
    own, more = (learn(past([40, 20], [60, 80], still_open=count)) for count in (0, 50))
    assert own.rates.rate == pytest.approx(more.rates.rate)
    assert own.effects.index == pytest.approx(more.effects.index)
    assert (own.known == more.known).all()


def test_what_is_expected_of_other_owners_is_rate_times_index() -> None:
    """Two reps, 40 and 20 of 100 won: rate .3, indices 4/3 and 2/3 (two are not drawn). All to the first: 200 * .4."""
    ended = past([40, 20], [60, 80])
    model = learn(ended)
    first = np.zeros(200, dtype=np.int64)
    assert model.effects.index == pytest.approx([4 / 3, 2 / 3])
    assert expected(model, ended.group, ended.rep).value == pytest.approx(60)
    assert expected(model, ended.group, first).value == pytest.approx(80)
    change = difference(model, ended.group, ended.rep, first)
    assert change.value == pytest.approx(20)
    # by hand: noise .3 * .7 * 100 = 21 leads², index variance 21 / 30²; 30 expected leads go from one to the other;
    # the group's own doubt: (200 * 4/3 - 100 * 4/3 - 100 * 2/3)² * .3 * .7 / 200
    reach = 1.959964 * (2 * 30**2 * 21 / 30**2 + (200 / 3) ** 2 * 0.21 / 200) ** 0.5
    assert (change.low, change.high) == pytest.approx((20 - reach, 20 + reach))


def test_the_same_owners_make_no_difference_and_of_that_one_is_sure() -> None:
    ended = past([40, 20], [60, 80])
    change = difference(learn(ended), ended.group, ended.rep, ended.rep)
    assert (change.value, change.low, change.high) == (0, 0, 0)


def test_leads_without_an_owner_on_one_side_are_left_out() -> None:
    ended = past([40, 20], [60, 80])
    model, nobody = learn(ended), np.full(200, -1, dtype=np.int64)
    assert difference(model, ended.group, ended.rep, nobody).value == 0
    assert expected(model, ended.group, nobody).value == 0
