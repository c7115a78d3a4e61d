"""The moments at which different rules are in force: the beginnings and ends of rules, and the days of a week."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leadroute.model.rulebook import Rule

_WEEK = 7
_DAY = timedelta(days=1)


def time_axis(rules: Sequence[Rule], now: datetime) -> tuple[datetime, ...]:
    """One moment for every set of rules that is in force together at some time; now comes first."""
    local = now.replace(tzinfo=None)
    cuts = sorted({cut for rule in rules for cut in (rule.start, rule.end) if cut})
    moments = [local, *_week(local, None)]
    for at, cut in enumerate(cuts):
        moments += _week(cut, cuts[at + 1] if at + 1 < len(cuts) else None)
    if cuts:
        moments += _week(cuts[0] - _WEEK * _DAY, cuts[0])
    found: dict[tuple[bool, ...], datetime] = {}
    for moment in moments:
        found.setdefault(tuple(rule.counts_at(moment) for rule in rules), moment)
    return tuple(found.values())


def _week(start: datetime, end: datetime | None) -> Iterator[datetime]:
    """A moment and the midnights of the week after it, as far as they come before the end."""
    midnight = datetime(start.year, start.month, start.day)  # noqa: DTZ001 - wall time, as the rulebook's
    for moment in (start, *(midnight + day * _DAY for day in range(1, _WEEK + 1))):
        if end is None or moment < end:
            yield moment
