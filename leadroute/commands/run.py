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

from leadroute.commands.archiving import Handled, decided_before, inbox_facts, late, put_all_away
from leadroute.commands.attempt import Attempt, attempt
from leadroute.commands.carry_out import carry_out
from leadroute.commands.ended import Ended
from leadroute.commands.exits import Exit
from leadroute.commands.make import Desk, Made, make, not_carried_out
from leadroute.commands.memory import reuse_memory
from leadroute.commands.refusal import Refusal
from leadroute.commands.result import refused
from leadroute.commands.rules import read_rules
from leadroute.commands.session import session
from leadroute.files.archive import free_folder, put_away
from leadroute.files.errors import OutputError
from leadroute.files.inbox import inbox, unreachable
from leadroute.ledger.errors import LedgerError
from leadroute.model.job import BadFiles

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from leadroute.commands.archiving import Move
    from leadroute.commands.job import Posted
    from leadroute.commands.rules import Rules
    from leadroute.commands.session import Session
    from leadroute.files.inbox import Arrival


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

    @property
    def move(self) -> Move | None:
        """What puts files away; nothing does in a dry run."""
        return None if self.dry_run else self.means.move


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
            notes = (*posted.notes, *at.notes, *ended.notes)
            return replace(ended, now=now, notes=notes, dry_run=dry_run)
    except (LedgerError, OutputError) as error:
        return Ended(refused(error, language), language, now, notes=posted.notes, dry_run=dry_run)


def _run(day: _Day) -> Ended:
    posted, book = day.posted, day.rules[0]
    if lost := unreachable(posted.folder, posted.job.places.inbox):
        return Ended(Refusal(Exit.INPUT, lost, book.language), book.language)
    found = inbox(posted.folder, posted.job.places.inbox, posted.terms(book, day.means.moment))
    before = decided_before(day.at, found.files)
    old = put_all_away([(one, run.number, run.now) for one, run in before.items()], posted.archive, day.move)
    ended = _decided(day, tuple(one for one in found.files if one not in before))
    notes = (*(late(one, run) for one, run in before.items()), *old.notes, *ended.notes)
    return replace(ended, files=(*old.files, *ended.files), left=(*found.left, *ended.left), notes=notes)


def _decided(day: _Day, files: tuple[Arrival, ...]) -> Ended:
    posted = day.posted
    out = free_folder(posted.folder / posted.job.places.out, day.now.date().isoformat())
    desk = Desk(posted.wanted(out), posted.ledger, day.means.clock, day.means.tell, posted.job.fail_on)
    tried = attempt(partial(_trial, day, desk), files, skip=posted.job.bad_files is BadFiles.SKIP)
    if isinstance(tried.made, Made):
        return _carried_out(day, desk, tried, tried.made)
    handled = tuple(map(Handled, tried.files))
    return Ended(tried.made, day.rules[0].language, files=handled, left=tried.left, notes=tried.notes)


def _trial(day: _Day, desk: Desk, files: tuple[Arrival, ...]) -> Made | Refusal:
    return make(day.posted.sources(files), day.rules, desk, day.at, day.now)


def _carried_out(day: _Day, desk: Desk, tried: Attempt, made: Made) -> Ended:
    goes = made.stands and made.changes
    if goes and not day.dry_run:
        told = {"job": day.posted.file.name, "inbox": inbox_facts(tried.files)}
        result = carry_out(day.posted.sources(tried.files), desk, made, day.at, told)
    else:
        result = not_carried_out(made, desk)
    # What has nothing new in it is put away as well.
    move = day.move if made.stands else None
    put = put_all_away([(one, result.run, day.now) for one in tried.files], day.posted.archive, move)
    out = desk.wanted.folder if goes else None
    return Ended(result, day.rules[0].language, None, put.files, tried.left, (*tried.notes, *put.notes), out)
