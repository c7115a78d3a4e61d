"""Stretches put together, laid over each other, turned inside out: against single hours counted one by one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from leadroute.engine.worktime.clock import Stretch
from leadroute.engine.worktime.spans import between, common, united

MIDNIGHT = datetime(2026, 11, 23, tzinfo=UTC)
HOURS = st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=5)


def at(hour: int) -> datetime:
    return MIDNIGHT + timedelta(hours=hour)


def spans(pairs: list[tuple[int, int]]) -> list[Stretch]:
    return [Stretch(at(start), at(end)) for start, end in pairs]


def covered(found: list[Stretch] | tuple[Stretch, ...]) -> set[int]:
    return {hour for hour in range(48) if any(one.start <= at(hour) < one.end for one in found)}


@given(HOURS)
def test_together_they_cover_what_any_covers(pairs: list[tuple[int, int]]) -> None:
    found = united(spans(pairs))
    assert covered(found) == covered(spans(pairs))
    assert all(one.end < two.start for one, two in pairwise(found))


@given(st.lists(HOURS, min_size=1, max_size=3))
def test_in_common_they_cover_what_all_cover(each: list[list[tuple[int, int]]]) -> None:
    found = common([united(spans(pairs)) for pairs in each])
    assert covered(found) == set.intersection(*(covered(spans(pairs)) for pairs in each))


def test_nobody_has_nothing_in_common() -> None:
    assert common([]) == ()


def test_between_them_is_what_they_leave_up_to_the_first_that_is_late_enough() -> None:
    work = spans([(9, 12), (13, 18), (33, 42), (57, 66)])
    assert between(work, at(10), at(20)) == (Stretch(at(12), at(13)), Stretch(at(18), at(33)))
    assert between(work, at(0), at(9)) == (Stretch(at(0), at(9)),)
    assert between([], at(0), at(9)) == ()
