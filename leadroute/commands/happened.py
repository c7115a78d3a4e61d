"""What really happened to the leads of the past: who had them, and how they ended."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.backtest.backtest import Ends, Really
from leadroute.engine.backtest.conversion import Ended
from leadroute.engine.backtest.verdict import learnt, weigh
from leadroute.intake.past.ends import ends_by_marks, ends_by_status, headers
from leadroute.intake.past.groups import grouped, unknown_groups, usual_groups
from leadroute.model.diagnostic import Diagnostic, facts
from leadroute.rulebook.near import near

if TYPE_CHECKING:
    from leadroute.commands.history import History, Told
    from leadroute.engine.backtest.backtest import Backtest
    from leadroute.model.rep import Roster
    from leadroute.tables.leads import Leads, Whole


def really_had(history: History, roster: Roster) -> Really | None:
    """Who had each lead; ``None`` when nobody knows of any."""
    if history.owner is None or not (history.owner != "").any():
        return None
    names, codes = np.unique(history.owner.astype(np.str_), return_inverse=True)
    found = [roster.find(name) for name in names.tolist()]
    rep = np.array([-1 if at is None else at for at in found], dtype=np.int64)[codes]
    strangers = Counter(history.owner[(rep < 0) & (history.owner != "")].tolist())
    return Really(rep, tuple(strangers.most_common()))


def ends_told(leads: Leads, told: Told) -> Whole | Diagnostic | None:
    """How each lead ended, as the user marks it or by the usual words; ``None``: nobody says."""
    if told.won is None:
        return ends_by_status(leads)
    found = ends_by_marks(leads, told.won, told.lost)
    return no_column(leads, found) if isinstance(found, str) else found


def no_column(leads: Leads, name: str) -> Diagnostic:
    """There is no such column."""
    known = headers(leads)
    return Diagnostic("LR889", args=facts(column=name, headers=" | ".join(known)), near=near(name, known))


def unknown_column(leads: Leads, told: Told) -> Diagnostic | None:
    """The first column to group by that is not there."""
    unknown = unknown_groups(leads, told.by)
    return no_column(leads, unknown[0]) if unknown else None


def weighed(found: Backtest, leads: Leads, ends: Whole, told: Told) -> Ends:
    """Learn from the leads that count, and weigh the new rulebook against the truth and the old one."""
    grades = found.new.fates.grade
    by = told.by or usual_groups(leads, grades)
    group, names = grouped(leads, grades, by)
    counts = found.counted
    nobody = np.full(len(counts), -1, dtype=np.int64)
    had = nobody if found.really is None else found.really.rep
    past = Ended(group[counts], had[counts], ends[counts], len(names), len(found.new.roster.reps))
    learned = learnt(past)
    new = found.new.fates.owner[counts]
    old = None if found.old is None else found.old.fates.owner[counts]
    return Ends(
        learned,
        by,
        names,
        against_really=None if found.really is None else weigh(learned, had[counts], new),
        against_old=None if old is None else weigh(learned, old, new),
    )
