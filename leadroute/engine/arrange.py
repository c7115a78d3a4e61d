"""Arrange: everything a run settles before the first turn, so that what is left is a sequence of turns."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.companies import company_numbers
from leadroute.engine.conditions import Examiner
from leadroute.engine.errands import Brief
from leadroute.engine.grouping import group
from leadroute.engine.match import match_rules
from leadroute.engine.operators import Surroundings
from leadroute.engine.order import in_order, lanes
from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rulebook import Reenter
from leadroute.tables.reach import nobody

if TYPE_CHECKING:
    from datetime import datetime

    import numpy.typing as npt

    from leadroute.engine.grouping import Grouping
    from leadroute.engine.plan import Case, Setting
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Mask, Rows, Whole

_OPEN = 255
"""Not an outcome: still to be decided."""


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """For each row the outcome and reason known before any rule is asked; ``open`` rows have none yet."""

    outcome: npt.NDArray[np.uint8]
    reason: npt.NDArray[np.uint8]

    @property
    def open(self) -> Rows:
        """The rows that are put to the rules."""
        return np.flatnonzero(self.outcome == _OPEN)


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """A run before its first turn.

    ``order`` lists the rows put to the rules in the order they are decided; ``turns`` are the positions in it of those
    that need a turn, or at least a try at the customer's owner. ``examiner`` answers conditions about any row.
    ``companies`` numbers the company of each row (``None``: it is of no account).
    """

    case: Case
    setting: Setting
    settled: Settled
    examiner: Examiner
    brief: Brief
    order: Rows
    grouping: Grouping
    turns: Rows
    companies: Whole | None

    @property
    def served(self) -> Rows:
        """The rows that take a turn, in order."""
        return self.order[self.turns]


def arrange(case: Case, setting: Setting) -> Arrangement:
    """Settle what needs no turn: match rules, order the leads, work out what is to be done with each."""
    leads, book, now = case.leads, setting.rulebook, setting.now
    examiner = Examiner(leads, surroundings(setting.roster, now))
    settled = _settled_before(case)
    rows = settled.open
    with ThreadPoolExecutor(1) as pool:  # Arrow lets go of Python's lock
        numbered = pool.submit(company_numbers, leads, book)
        matches = match_rules(book.rules, examiner, rows, now)
    lane = lanes(book, examiner, rows)
    order = in_order(leads, case.scores, lane, rows, _first(case, book))
    brief = Brief(leads, book, setting.roster, matches, case.customers, lane, examiner.around.now)
    grouping = group(brief, order)
    return Arrangement(case, setting, settled, examiner, brief, order, grouping, _turns(grouping), numbered.result())


def surroundings(roster: Roster, now: datetime) -> Surroundings:
    """What tests may look at beside the lead: the moment, and the values reps have."""
    values: dict[str, set[str]] = {}
    for rep in roster.reps:
        for attribute, own in rep.sets.items():
            values.setdefault(attribute, set()).update(own)
    return Surroundings(local_seconds(now), {name: frozenset(own) for name, own in values.items()})


def local_seconds(now: datetime) -> float:
    """A moment as columns of dates hold it: seconds since 1970 of the local time on the wall."""
    return float(np.datetime64(now.replace(tzinfo=None), "us").astype(np.int64)) / 1e6


def _first(case: Case, book: Rulebook) -> Mask | None:
    """Leads that waited longer than any new one, if the rulebook lets them come first."""
    return case.known.reentered if case.known and book.memory.reenter is Reenter.FIRST else None


def _settled_before(case: Case) -> Settled:
    """Outcomes known before any rule is asked: duplicates, groups too big to merge, rows that are nobody or aside."""
    outcome = np.full(len(case.leads), _OPEN, dtype=np.uint8)
    reason = np.zeros(len(case.leads), dtype=np.uint8)
    for mask, what, why in (
        (case.aside, Outcome.INVALID, Reason.UNREACHABLE),
        (nobody(case.leads), Outcome.INVALID, Reason.NO_CONTACT),
        (case.leads.origin.broken, Outcome.INVALID, Reason.UNREADABLE),
        (case.merges.oversized, Outcome.REVIEW, Reason.BIG_CLUSTER),
        (_settled_earlier(case, same=False), Outcome.DUPLICATE, Reason.EARLIER_LEAD),
        (_settled_earlier(case, same=True), Outcome.DUPLICATE, Reason.KNOWN),
        (case.merges.loser, Outcome.DUPLICATE, Reason.SAME_LEAD),
    ):
        if mask is not None:
            outcome[mask], reason[mask] = what, why
    return Settled(outcome, reason)


def _settled_earlier(case: Case, *, same: bool) -> Mask | None:
    """Leads that an earlier run decided: the very same row, or another row of the same lead."""
    if case.known is None:
        return None
    return np.asarray(case.known.settled & (case.known.same == same), dtype=np.bool_)


def _turns(grouping: Grouping) -> Rows:
    """Positions in the order of the leads that need a turn, or at least a try at the customer's owner."""
    open_ = np.array([not errand.settled or errand.owner >= 0 for errand in grouping.errands], dtype=np.bool_)
    return np.flatnonzero(open_[grouping.of]) if len(open_) else np.zeros(0, dtype=np.intp)
