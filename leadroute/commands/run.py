"""``leadroute run``: decide what came into an inbox, and put it away; every day, with nobody looking.

A file goes through three states: it lies in the inbox undecided; the ledger holds the run that decided it, with the
file's fingerprint; it is archived. The ledger takes the run in one transaction, and the file is moved only after its
results are in place. Killed before the transaction, the next start decides the file as if nothing had happened; killed
after it, the next start finds the very file among those a run has decided, and only moves it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute.commands.attempt import Attempt, attempt
from leadroute.commands.carry_out import carry_out
from leadroute.commands.ended import Ended, Handled, is_for_the_keeper
from leadroute.commands.exits import Exit
from leadroute.commands.make import Desk, Made, make, not_carried_out
from leadroute.commands.memory import reuse_memory
from leadroute.commands.refusal import Refusal
from leadroute.commands.result import refused
from leadroute.commands.rules import read_rules
from leadroute.commands.session import session
from leadroute.files.archive import free_folder, put_away
from leadroute.files.data import spelled
from leadroute.files.errors import OutputError
from leadroute.files.inbox import inbox, unreachable
from leadroute.ledger.errors import LedgerError
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.job import BadFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.job import Posted
    from leadroute.commands.rules import Rules
    from leadroute.commands.session import Session
    from leadroute.files.inbox import Arrival
    from leadroute.ledger.record import Run

    Move = Callable[[Arrival, Path], Path | Diagnostic]


@dataclass(frozen=True, slots=True)
class Means:
    """What a run is carried out with.

    ``clock`` gives the moment of the run in a zone; ``moment`` is what time it really is, by which files are old
    enough; ``tell`` is told which step begins; ``move`` puts a file away.
    """

    clock: Callable[[tzinfo], datetime]
    moment: datetime
    tell: Callable[[str], None]
    move: Move = put_away


@dataclass(frozen=True, slots=True, eq=False)
class _Day:
    """One run of a job: its rulebook, its moment, the ledger at hand."""

    posted: Posted
    rules: Rules
    now: datetime
    at: Session
    means: Means
    dry_run: bool


def run(posted: Posted, means: Means, *, dry_run: bool = False) -> Ended:
    """Look into the inbox, archive what was decided before, decide the rest, archive it."""
    reuse_memory()
    rules = read_rules(posted.rules)
    if isinstance(rules, Refusal):
        return Ended(rules, rules.language, notes=posted.notes, dry_run=dry_run)
    now, language = means.clock(ZoneInfo(rules[0].timezone)), rules[0].language
    try:
        with session(posted.ledger, now, only_look=dry_run) as at:
            ended = _run(_Day(posted, rules, now, at, means, dry_run))
            told = (*posted.notes, *filter(is_for_the_keeper, at.notes), *ended.notes)
            return replace(ended, now=now, notes=told, dry_run=dry_run)
    except (LedgerError, OutputError) as error:
        return Ended(refused(error, language), language, now, notes=posted.notes, dry_run=dry_run)


def _run(day: _Day) -> Ended:
    folder, job = day.posted.folder, day.posted.job
    book = day.rules[0]
    if lost := unreachable(folder, job.places.inbox):
        return Ended(Refusal(Exit.INPUT, lost, book.language), book.language)
    found = inbox(folder, job.places.inbox, day.posted.terms(book, day.means.moment))
    before = _decided_before(day.at, found.files)
    late, notes = _archived(day, [(one, before[one]) for one in found.files if one in before])
    fresh = tuple(one for one in found.files if one not in before)
    ended = _decided(day, fresh)
    told = (*(_late(one, before[one]) for one in before), *notes, *ended.notes)
    return replace(ended, files=(*late, *ended.files), left=(*found.left, *ended.left), notes=told)


def _decided_before(at: Session, files: Sequence[Arrival]) -> dict[Arrival, Run]:
    """The files that a run in force has decided: it ended before it could put them away."""
    runs = [run for run in at.ledger.runs() if not run.undone] if at.ledger and files else []
    return {one: run for run in runs for one in files if _inbox_of(run).get(one.name) == one.identity}


def _inbox_of(run: Run) -> dict[object, object]:
    told = run.facts.get("inbox")
    return told if isinstance(told, dict) else {}


def _decided(day: _Day, files: tuple[Arrival, ...]) -> Ended:
    posted, language = day.posted, day.rules[0].language
    out = free_folder(posted.folder / posted.job.places.out, day.now.date().isoformat())
    desk = Desk(posted.wanted(out), posted.ledger, day.means.clock, day.means.tell, posted.job.fail_on)
    tried = attempt(partial(_trial, day, desk), files, skip=posted.job.bad_files is BadFiles.SKIP)
    if not isinstance(tried.made, Made):
        handled = tuple(map(Handled, tried.files))
        return Ended(tried.made, language, files=handled, left=tried.left, notes=tried.notes)
    return _carried_out(day, desk, tried, tried.made)


def _trial(day: _Day, desk: Desk, files: tuple[Arrival, ...]) -> Made | Refusal:
    return make(day.posted.sources(files), day.rules, desk, day.at, day.now)


def _carried_out(day: _Day, desk: Desk, tried: Attempt, made: Made) -> Ended:
    goes = made.stands and made.changes
    if goes and not day.dry_run:
        told = {"job": day.posted.file.name, "inbox": {one.name: one.identity for one in tried.files}}
        result = carry_out(day.posted.sources(tried.files), desk, made, day.at, told)
    else:
        result = not_carried_out(made, desk)
    handled, notes = tuple(map(Handled, tried.files)), tuple[Diagnostic, ...]()
    if made.stands:  # also when there was nothing new in them
        handled, notes = _put_away(day, [(one, result.run, day.now) for one in tried.files])
    out = desk.wanted.folder if goes else None
    return Ended(result, day.rules[0].language, None, handled, tried.left, (*tried.notes, *notes), out)


def _archived(day: _Day, files: Iterable[tuple[Arrival, Run]]) -> tuple[tuple[Handled, ...], tuple[Diagnostic, ...]]:
    """Put away what earlier runs decided, into the folders of their days."""
    return _put_away(day, [(one, run.number, run.now) for one, run in files])


def _put_away(
    day: _Day, files: Iterable[tuple[Arrival, int, datetime]]
) -> tuple[tuple[Handled, ...], tuple[Diagnostic, ...]]:
    """Put files away that a run decided at a moment; a dry run leaves them."""
    handled, notes = list[Handled](), list[Diagnostic]()
    for one, number, moment in files:
        went = None if day.dry_run else day.means.move(one, day.posted.archive(moment))
        if isinstance(went, Diagnostic):
            notes.append(went)
        handled.append(Handled(one, number, None if isinstance(went, Diagnostic) else went))
    return tuple(handled), tuple(notes)


def _late(one: Arrival, run: Run) -> Diagnostic:
    return Diagnostic("LR788", Severity.WARNING, Place(spelled(one.path)), facts(run=run.number))
