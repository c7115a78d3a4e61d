"""``leadroute undo``: take a run back by a new one; first what that means, then, if it is wanted, the deed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute import __version__
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.remember import enter, files_of
from leadroute.commands.session import existing
from leadroute.files.errors import OutputError
from leadroute.files.write.publish import fingerprint
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.interface import Since
from leadroute.ledger.people import people_of
from leadroute.ledger.record import Kind
from leadroute.ledger.session import peeked
from leadroute.ledger.undoing import Effect, given_back, hindrance, in_the_way, together, undo_of
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime, tzinfo

    from leadroute.commands.whereabouts import Whereabouts
    from leadroute.ledger.record import Head, Record, Run
    from leadroute.ledger.sqlite.store import SqliteLedger

_EVER = Since(0, 0, 0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """What is to be taken back, and what comes of it; ``record`` is the run that does it, after the run ``head``."""

    at: Whereabouts
    wanted: int
    effect: Effect
    record: Record
    head: Head


@dataclass(frozen=True, slots=True, eq=False)
class Undone:
    """The run that took others back, and what is to be said about it."""

    run: Run
    notes: tuple[Diagnostic, ...]


def propose(
    wanted: int, at: Whereabouts, clock: Callable[[tzinfo], datetime], *, with_later: bool = False
) -> Proposal | Refusal:
    """Look what taking a run back means; nothing is changed and nobody is kept from working."""
    try:
        with peeked(at.ledger) as ledger:
            stop = _refused(ledger, wanted, with_later=with_later)
            if stop is not None:
                return Refusal(Exit.NO, (stop,), at.language)
            return _proposed(ledger, wanted, at, clock)
    except LedgerError as error:
        return Refusal(Exit.LEDGER, (error.diagnostic,), at.language)


def carry_out(proposal: Proposal) -> Undone | Refusal:
    """Do what was proposed, unless the ledger has moved on since."""
    at = proposal.at
    try:
        with existing(at.ledger, proposal.record.now) as (ledger, notes):
            run = enter(ledger, proposal.record, proposal.head)
            return Undone(
                run, (*notes, *_left_behind(proposal.effect.runs), *_came_again(proposal.effect.runs, ledger))
            )
    except LedgerError as error:
        return Refusal(Exit.BUSY if error.busy else Exit.LEDGER, (error.diagnostic,), at.language)
    except OutputError as error:
        return Refusal(Exit.OUTPUT, (error.diagnostic,), at.language)


def _refused(ledger: SqliteLedger, wanted: int, *, with_later: bool) -> Diagnostic | None:
    stop = hindrance(wanted, ledger.runs())
    return stop or (None if with_later else in_the_way(wanted, ledger.later))


def _proposed(ledger: SqliteLedger, wanted: int, at: Whereabouts, clock: Callable[[tzinfo], datetime]) -> Proposal:
    runs, numbers = ledger.runs(), together(wanted, ledger.later)
    lines = [line for number in numbers for _, line in ledger.entries(run=number)]
    record = undo_of(numbers, lines, clock(at.zone(runs)), {"version": __version__})
    by_number = {run.number: run for run in runs}
    return Proposal(
        at=at,
        wanted=wanted,
        effect=Effect(
            runs=tuple(by_number[number] for number in numbers),
            without=ledger.without(numbers),
            given_back=given_back(record.entries, ledger.opening(_EVER).balances),
            people=people_of(runs),
        ),
        record=record,
        head=ledger.head(),
    )


def _left_behind(runs: tuple[Run, ...]) -> Iterator[Diagnostic]:
    """Files of the runs that are still where they were put: they tell what is no longer so."""
    for run in runs:
        files = files_of(run)
        there = [name for name, own in files.names.items() if fingerprint(files.folder / name) == own]
        if there:
            told = facts(run=run.number, folder=files.folder, count=len(there), files=", ".join(there[:3]))
            yield Diagnostic("LR735", Severity.WARNING, args=told)


def _came_again(runs: tuple[Run, ...], ledger: SqliteLedger) -> Iterator[Diagnostic]:
    """Later files may have held leads of an undone run, and left them alone as decided."""
    undone = [run.number for run in runs if run.kind is Kind.RUN]
    standing = [run.number for run in ledger.runs() if run.kind is Kind.RUN and not run.undone]
    later = [run for run in standing if undone and run > min(undone)]
    if later:
        told = facts(runs=", ".join(map(str, later)))
        yield Diagnostic("LR736", Severity.WARNING, Place(str(ledger.path)), told)
