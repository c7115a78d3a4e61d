"""``leadroute assign``: give the leads of some files to the reps of a roster, by a rulebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute.commands.commit import commit, foreseen
from leadroute.commands.decide import decide
from leadroute.commands.exits import Exit
from leadroute.commands.gather import gather, inputs
from leadroute.commands.memory import reuse_memory
from leadroute.commands.prepare import prepare
from leadroute.commands.recall import recall
from leadroute.commands.refusal import Refusal
from leadroute.commands.remember import announce, remember, run_facts, stage_name
from leadroute.commands.rules import read_rules
from leadroute.commands.session import session
from leadroute.files.errors import OutputError
from leadroute.files.write.publish import place
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.recording import decides_anything
from leadroute.render.screen.ending import Ending

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from leadroute.commands.commit import Wanted
    from leadroute.commands.decide import Decided
    from leadroute.commands.gather import Sources
    from leadroute.commands.recall import Past
    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """How a run ended: what was decided, and what was written or why nothing was."""

    exit: Exit
    decided: Decided
    ending: Ending


@dataclass(frozen=True, slots=True)
class Desk:
    """What a run is made with besides its files: where results go, the ledger's path (``None``: no memory), the clock.

    ``clock`` gives the moment of the run in the rulebook's zone; ``tell`` is told which step begins.
    """

    wanted: Wanted
    ledger: Path | None
    clock: Callable[[ZoneInfo], datetime]
    tell: Callable[[str], None]


def assign(sources: Sources, desk: Desk, *, dry_run: bool = False) -> Result | Refusal:
    """Gather, recall, decide, commit. A dry run leaves out the last step."""
    reuse_memory()
    rules = read_rules(sources.rules)
    if isinstance(rules, Refusal):
        return rules
    now = desk.clock(ZoneInfo(rules[0].timezone))
    try:
        with session(desk.ledger, now, only_look=dry_run) as at:
            desk.tell("step.gather")
            gathered = gather(sources, rules, at.waiting(rules[0].memory, now))
            if isinstance(gathered, Refusal):
                return gathered
            desk.tell("step.decide")
            prepared = prepare(gathered)
            past = recall(at.ledger, prepared, now) if at.ledger else None
            decided = decide(prepared, past, now)
            if decided.broken or dry_run or (past and not decides_anything(decided.plan)):
                return _without_commit(_with(decided, at.notes), desk.wanted, dry_run=dry_run)
            desk.tell("step.commit")
            result = _committed(sources, desk.wanted, decided, at.ledger, past)
            return replace(result, decided=_with(result.decided, at.notes))  # of this moment, not of the leads
    except LedgerError as error:
        return Refusal(Exit.BUSY if error.busy else Exit.LEDGER, (error.diagnostic,), rules[0].language)
    except OutputError as error:
        return Refusal(Exit.OUTPUT, (error.diagnostic,), rules[0].language)


def _committed(
    sources: Sources, wanted: Wanted, decided: Decided, ledger: SqliteLedger | None, past: Past | None
) -> Result:
    put, name = place, ""
    if ledger and past:
        put, name = (
            partial(remember, ledger, past, decided.plan, run_facts(decided, wanted)),
            stage_name(ledger, past.head),
        )
        announce(ledger, wanted.folder / name)
    written, notes = commit(decided, wanted, inputs(sources, decided.plan.rulebook), put, stage_name=name)
    return Result(Exit.DONE, _with(decided, notes), Ending(tuple(str(path) for path in written)))


def _without_commit(decided: Decided, wanted: Wanted, *, dry_run: bool) -> Result:
    """A plan that is not carried out: it breaks a law, it was only to be seen, or there is nothing new in it."""
    if decided.broken:
        return Result(Exit.BUG, decided, Ending(broken=decided.broken))
    if dry_run:
        return Result(Exit.DONE, _with(decided, foreseen(decided, wanted)), Ending())
    return Result(Exit.DONE, decided, Ending(nothing_new=True))


def _with(decided: Decided, notes: tuple[Diagnostic, ...]) -> Decided:
    return replace(decided, notes=(*decided.notes, *notes))
