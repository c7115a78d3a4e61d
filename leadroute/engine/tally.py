"""Adding up a run: what each rep earned, paid and got, and the state it leaves behind."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.plan import Decisions, Line
from leadroute.model.outcome import Outcome
from leadroute.model.rep import PERIODS, Opening

if TYPE_CHECKING:
    from leadroute.engine.desk import Desk
    from leadroute.model.rep import Roster


def tally(decisions: Decisions, roster: Roster) -> tuple[Line, ...]:
    """One line per account, pool and rep that earned or received anything, in that order."""
    entitled, paid, got, free = (defaultdict[tuple[str, str, int], int](int) for _ in range(4))
    circles = decisions.circles
    served = decisions.circle >= 0
    draws = np.bincount(decisions.circle[served], minlength=len(circles)).tolist()
    for circle, count in zip(circles, draws, strict=True):
        for rep, gain in zip(circle.members, circle.accrual, strict=True):
            if count:
                entitled[circle.account, circle.pool, rep] += gain * count
    pairs = decisions.circle[served].astype(np.int64) * len(roster.reps) + decisions.rep[served]
    for pair, count in zip(*(part.tolist() for part in np.unique(pairs, return_counts=True)), strict=True):
        circle, rep = circles[pair // len(roster.reps)], pair % len(roster.reps)
        got[circle.account, circle.pool, rep] += count
        paid[circle.account, circle.pool, rep] += count * circle.price
    unpaid = decisions.rep[~served & (decisions.outcome == Outcome.ASSIGNED)]
    for rep, count in zip(*(part.tolist() for part in np.unique(unpaid, return_counts=True)), strict=True):
        free["", "", rep] += count
    keys = sorted({*entitled, *got, *free})
    return tuple(Line(*key, entitled[key], paid[key], got[key], free[key]) for key in keys)


def closing_state(desk: Desk, opening: Opening, lines: tuple[Line, ...]) -> Opening:
    """The state after the last lead, in the shape of an opening."""
    reps, counters = desk.roster.reps, desk.counters
    gone = {key: held for key, held in opening.balances.items() if key[1] not in desk.roster.index}
    balances = {
        (account, rep.id): held[at]
        for account, held in desk.balances.items()
        for at, rep in enumerate(reps)
        if held[at]
    }
    taken = {
        (rep.id, period): counters.before[period][at] + counters.got(at)
        for at, rep in enumerate(reps)
        for period in PERIODS[1:]
    }
    pool_taken = Counter(opening.pool_taken)
    for line in lines:
        for period in PERIODS[1:] if line.pool and line.got else ():
            pool_taken[line.pool, reps[line.rep].id, period] += line.got
    return Opening(
        balances={**gone, **balances},
        open={rep.id: counters.open[at] for at, rep in enumerate(reps)},
        taken=taken,
        pool_taken=dict(pool_taken),
        last={rep.id: desk.last[at] for at, rep in enumerate(reps) if desk.last[at] >= 0},
        sequence=desk.sequence,
    )
