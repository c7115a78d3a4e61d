"""The laws of the statistics of a backtest, on whatever Hypothesis can think of."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadroute.engine.backtest.conversion import LOST, OPEN, WON, Ended, difference, expected, learn
from leadroute.engine.backtest.rates import drawn_rates

COUNTS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), min_size=1, max_size=8)
LEAD = st.tuples(st.integers(0, 2), st.integers(-1, 4), st.sampled_from([WON, LOST, LOST, OPEN]), st.integers(-1, 4))
LEADS = st.lists(LEAD, min_size=1, max_size=300)


@given(COUNTS)
def test_a_drawn_rate_lies_between_the_own_one_and_that_of_all(counts: list[tuple[int, int]]) -> None:
    won, lost = (np.array(column) for column in zip(*counts, strict=True))
    found = drawn_rates(won, won + lost)
    own = np.divide(won, won + lost, out=np.full(len(won), found.mean), where=won + lost > 0)
    assert (found.rate >= np.minimum(own, found.mean) - 1e-9).all()
    assert (found.rate <= np.maximum(own, found.mean) + 1e-9).all()
    assert (found.variance >= 0).all()


def ended(leads: list[tuple[int, int, int, int]]) -> tuple[Ended, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """The past of some leads, and other owners for them."""
    group, rep, end, other = (np.array(column, dtype=np.int64) for column in zip(*leads, strict=True))
    return Ended(group, rep, end, 3, 5), other


@settings(max_examples=60)
@given(LEADS)
def test_an_estimate_lies_within_its_interval_and_there_and_back_is_nothing(
    leads: list[tuple[int, int, int, int]],
) -> None:
    past, other = ended(leads)
    model = learn(past)
    there, back = (difference(model, past.group, *pair) for pair in ((past.rep, other), (other, past.rep)))
    assert there.low <= there.value <= there.high
    assert (there.value, there.low, there.high) == pytest.approx((-back.value, -back.high, -back.low), abs=1e-9)
    now = expected(model, past.group, past.rep)
    assert 0 <= now.low <= now.value <= now.high


@settings(max_examples=40)
@given(LEADS, st.permutations(range(5)))
def test_who_comes_first_on_the_roster_changes_nothing(
    leads: list[tuple[int, int, int, int]], order: list[int]
) -> None:
    past, other = ended(leads)
    to = np.array([*order, -1])  # -1 stays nobody
    shuffled = Ended(past.group, to[past.rep], past.end, past.groups, past.reps)
    mine = difference(learn(past), past.group, past.rep, other)
    theirs = difference(learn(shuffled), past.group, to[past.rep], to[other])
    assert (mine.value, mine.low, mine.high) == pytest.approx((theirs.value, theirs.low, theirs.high), abs=1e-6)
