"""The compiled loop and the one in Python are one and the same; without a compiler nothing else changes."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadroute.engine import turns

_SOME = st.lists(st.tuples(st.integers(0, 10**12), st.integers(-(10**13), 10**13), st.integers(-1, 4)), min_size=1)


@given(_SOME, st.integers(1, 9))
def test_compiled_and_plain_turns_agree(reps: list[tuple[int, int, int]], rounds: int) -> None:
    gains = array("q", [gain for gain, _, _ in reps])
    people = array("i", range(len(reps)))
    fast, slow = (array("q", [held for _, held, _ in reps]) for _ in range(2))
    last = array("q", [served for _, _, served in reps])
    for _ in range(rounds):
        best = turns.turn(fast, people, gains, last)
        assert best == turns.slow_turn(slow, people, gains, last)
        assert fast == slow
        fast[best] -= 10**12
        slow[best] -= 10**12


@given(_SOME)
def test_compiled_and_plain_accruals_agree(reps: list[tuple[int, int, int]]) -> None:
    gains, people = array("q", [gain for gain, _, _ in reps]), array("i", range(len(reps)))
    fast, slow = (array("q", [held for _, held, _ in reps]) for _ in range(2))
    turns.accrue(fast, people, gains)
    turns.slow_accrue(slow, people, gains)
    assert fast == slow


def test_among_equals_the_least_recently_served_comes_first_then_the_first() -> None:
    held = array("q", [5, 5, 5])
    assert turns.turn(held, array("i", [0, 1, 2]), array("q", [0, 0, 0]), array("q", [7, 3, 3])) == 1


@pytest.mark.parametrize("loop", [turns.accrue, turns.slow_accrue])
def test_a_balance_beyond_64_bits_is_an_error_and_never_a_wrong_number(loop: object) -> None:
    with pytest.raises(OverflowError):
        loop(array("q", [2**63 - 1]), array("i", [0]), array("q", [1]))  # type: ignore[operator]


@pytest.mark.skipif(turns.turn is turns.slow_turn, reason="built without a compiler")
def test_what_does_not_fit_together_is_refused() -> None:
    with pytest.raises(ValueError, match="fit together"):
        turns.accrue(array("q", [0]), array("i", [1]), array("q", [1]))
