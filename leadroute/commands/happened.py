"""What really happened to the leads of the past: who had them, and how they ended."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.commands.exits import Exit
from leadroute.commands.reading import read_leads
from leadroute.commands.refusal import Refusal
from leadroute.engine.backtest.backtest import Ends, Really
from leadroute.engine.backtest.conversion import LOST, OPEN, Ended
from leadroute.engine.backtest.verdict import learnt, weigh
from leadroute.files.data import spelled
from leadroute.intake.past.ends import ends_by_marks, ends_by_status, headers, label_of, texts_of
from leadroute.intake.past.groups import grouped, unknown_groups, usual_groups
from leadroute.intake.past.same import positions
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts, has_errors
from leadroute.rulebook.near import near
from leadroute.tables.arrow import objects

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.commands.history import History, Told
    from leadroute.engine.backtest.backtest import Backtest
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Leads, Texts, Whole

    Notes = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """How each lead of the past ended (``None``: nobody says of any), who had it ("": nobody known), what is noted."""

    ends: Whole | None
    owner: Texts | None
    notes: Notes = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Source:
    """Where it is told: the leads of a file, and for each lead of the past its position there (-1: not there)."""

    leads: Leads
    at: Whole
    notes: Notes = ()


def truth(history: History, told: Told, book: Rulebook) -> Truth | Refusal:
    """Who had the leads and how they ended, by the history itself or by the file that tells their ends."""
    source = _source(history.leads, told.ends, told, book)
    if isinstance(source, Refusal):
        return source
    ends, owner = _ends(source, told), _owner(source, history, told.owner)
    unknown = unknown_groups(history.leads, told.by)
    wrong = [one for one in (ends, owner) if isinstance(one, Diagnostic)]
    wrong += [_no_column(history.leads, name) for name in unknown]
    if wrong or isinstance(ends, Diagnostic) or isinstance(owner, Diagnostic):
        return Refusal(Exit.INPUT, (*wrong, *source.notes), book.language)
    return Truth(ends, owner, source.notes)


def really_had(owner: Texts | None, roster: Roster) -> Really | None:
    """The rep who had each lead; ``None`` when nobody knows of any."""
    if owner is None or not (owner != "").any():
        return None
    names, codes = np.unique(owner.astype(np.str_), return_inverse=True)
    found = [roster.find(name) for name in names.tolist()]
    rep = np.array([-1 if at is None else at for at in found], dtype=np.int64)[codes]
    strangers = Counter(owner[(rep < 0) & (owner != "")].tolist())
    return Really(rep, tuple(strangers.most_common()))


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


def _source(leads: Leads, file: Path | None, told: Told, book: Rulebook) -> _Source | Refusal:
    if file is None:
        return _Source(leads, np.arange(len(leads)))
    there, notes = read_leads((file,), told.how, book)
    if there is None or has_errors(notes):
        return Refusal(Exit.INPUT, notes, book.language)
    at = positions(leads, there)
    place = Place(spelled(file))
    if at is None:
        return Refusal(
            Exit.INPUT, (Diagnostic("LR897", place=place, args=facts(headers=_listed(there))),), book.language
        )
    counts = facts(count=int((at >= 0).sum()), leads=len(at), rows=len(there))
    return _Source(there, at, (Diagnostic("LR898", Severity.NOTE, place, counts),))


def _ends(source: _Source, told: Told) -> Whole | Diagnostic | None:
    """How each lead ended; of leads the file does not hold, what is not won is lost if nobody says what is."""
    if told.won is None:
        found = ends_by_status(source.leads)
        return None if found is None else _spread(found, source.at, OPEN)
    marked = ends_by_marks(source.leads, told.won, told.lost)
    if isinstance(marked, str):
        return _no_column(source.leads, marked)
    return _spread(marked, source.at, OPEN if told.lost else LOST)


def _owner(source: _Source, history: History, column: str) -> Texts | Diagnostic | None:
    if not column:
        return history.owner
    label = label_of(source.leads, column)
    if label is None:
        return _no_column(source.leads, column)
    texts, codes = texts_of(source.leads, label)
    found = np.append(objects(texts)[codes], "")
    return np.asarray(found[source.at], dtype=object)


def _spread(ends: Whole, at: Whole, missing: int) -> Whole:
    found: Whole = np.append(ends, missing)[at]
    return found


def _no_column(leads: Leads, name: str) -> Diagnostic:
    return Diagnostic("LR889", args=facts(column=name, headers=_listed(leads)), near=near(name, headers(leads)))


def _listed(leads: Leads) -> str:
    return " | ".join(headers(leads))
