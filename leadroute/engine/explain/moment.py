"""One lead at its turn, cut out of its run: a run of its own that opens as the desk stood at that moment.

Runs may be cut anywhere without a change of owners, so what if questions are asked of this one, not of the whole.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.plan import Case, Scores, Setting
from leadroute.engine.turns import Turns
from leadroute.model.rep import PERIODS, Opening
from leadroute.tables.history import NEW, Known
from leadroute.tables.merges import CustomerMatches, Merges

if TYPE_CHECKING:
    from leadroute.engine.arrange import Arrangement
    from leadroute.engine.desk import Desk
    from leadroute.model.rep import Roster


def moment_of(arranged: Arrangement, row: int) -> tuple[Case, Setting] | None:
    """A row as a run of its own at the moment it was decided; ``None`` when it was not put to the rules."""
    place = np.flatnonzero(arranged.order == row)
    if not len(place):
        return None
    turns = Turns.before(arranged)
    turns.take(int((arranged.turns < place[0]).sum()))
    setting = arranged.setting
    now = replace(setting, opening=_opening(turns.desk, setting.opening), roster=_roster(turns.desk))
    return _alone(arranged.case, row, _company_rep(arranged, turns, row)), now


def _alone(case: Case, row: int, company_rep: int) -> Case:
    at = np.array([row])
    one, none = np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.bool_)
    nobody = np.full(1, -1, dtype=np.int32)
    customers = case.customers
    return Case(
        leads=case.leads.take(at),
        merges=Merges(np.zeros(1, dtype=np.int32), nobody, nobody.astype(np.int16), (), none),
        customers=CustomerMatches(
            customers.customers, customers.customer[at], customers.by[at], customers.owner[at], customers.conflict[at]
        ),
        scores=Scores(case.scores.total[at], case.scores.parts[at], case.scores.combinations),
        known=Known(
            lead=one + NEW,
            run=one,
            place=one,
            day=one,
            rep=nobody,
            settled=none,
            same=none,
            reentered=none,
            company_rep=nobody * 0 + np.int32(company_rep),
            company_day=one,
        ),
    )


def _roster(desk: Desk) -> Roster:
    """The roster; where it knows how many leads a rep holds, with those got since."""
    held = zip(desk.roster.reps, desk.counters.open, strict=True)
    reps = tuple(rep if rep.open_leads is None else replace(rep, open_leads=count) for rep, count in held)
    return replace(desk.roster, reps=reps)


def _opening(desk: Desk, before: Opening) -> Opening:
    """The desk as it stands, in the shape of an opening."""
    reps, counters = desk.roster.reps, desk.counters
    taken = Counter(before.pool_taken)
    for name, slot in counters.slot.items():
        for at, rep in enumerate(reps):
            for period in PERIODS[1:]:
                taken[name, rep.id, period] += counters.through[slot * counters.people + at]
    return Opening(
        balances={
            (account, reps[at].id): units for account, held in desk.balances.items() for at, units in enumerate(held)
        },
        open={rep.id: counters.open[at] for at, rep in enumerate(reps)},
        taken={
            (rep.id, period): counters.before[period][at] + counters.got(at)
            for at, rep in enumerate(reps)
            for period in PERIODS[1:]
        },
        pool_taken=dict(taken),
        last={rep.id: desk.last[at] for at, rep in enumerate(reps) if desk.last[at] >= 0},
        sequence=desk.sequence,
    )


def _company_rep(arranged: Arrangement, turns: Turns, row: int) -> int:
    """Who has the company of a row before its turn; -1 for nobody."""
    case, column = arranged.case, arranged.case.leads.columns.get("company")
    if column is None or not arranged.setting.rulebook.duplicates.one_rep_per_company:
        return -1
    served, key = arranged.served, column.key(row)
    for at in range(turns.at):
        mate = turns.companies.of[at]
        if mate >= 0 and key and column.key(int(served[at])) == key:
            return turns.companies.rep[mate]
    return int(case.known.company_rep[row]) if case.known is not None else -1
