"""``leadroute plan``: make the plan of a run and keep it in a file, to be looked at and carried out later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute import __version__
from leadroute.commands.exits import Exit
from leadroute.commands.make import make, not_carried_out
from leadroute.commands.memory import reuse_memory
from leadroute.commands.plan_file import PlanFile
from leadroute.commands.plan_text import plan_text
from leadroute.commands.refusal import Refusal
from leadroute.commands.result import refused
from leadroute.commands.rules import read_rules
from leadroute.commands.session import session
from leadroute.commands.standing import EMPTY, files_of, standing, unrepeatable
from leadroute.engine.digest import digest
from leadroute.files.data import spelled
from leadroute.files.errors import OutputError
from leadroute.files.write.neighbours import spare
from leadroute.files.write.publish import publish
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.session import forward
from leadroute.model.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.make import Made
    from leadroute.commands.order import Order
    from leadroute.commands.plan_file import Standing
    from leadroute.commands.result import Result
    from leadroute.commands.session import Session
    from leadroute.commands.standing import Files


def plan(
    order: Order, file: Path, clock: Callable[[tzinfo], datetime], tell: Callable[[str], None]
) -> Result | Refusal:
    """Make the plan of an order and write it to a file; it ends with ``Exit.CHANGES`` if there is anything in it."""
    reuse_memory()
    rules = read_rules(order.sources.rules)
    if isinstance(rules, Refusal):
        return rules
    now, files = clock(ZoneInfo(rules[0].timezone)), files_of(order.sources, rules[0])
    if once := unrepeatable(files):
        return Refusal(Exit.INPUT, once, rules[0].language)
    try:
        _spared(order, file, files)
        with session(order.ledger, now, only_look=True) as at:
            ground, desk = _ground(order, files, at, now), order.desk(clock, tell)
            made = make(order.sources, rules, desk, at, now)
            if isinstance(made, Refusal):
                return made
            result = not_carried_out(made, desk, plan=spelled(file)).noting(*at.notes)
            return _kept(result, made, file, plan_text(_plan_file(order, made, ground)))
    except (LedgerError, OutputError) as error:
        return refused(error, rules[0].language)


def _spared(order: Order, file: Path, files: Files) -> None:
    """A plan must not take the place of what it is made from."""
    ledger = (order.ledger,) if order.ledger else ()
    spare((*(path for _, path in files), *ledger), [file], "LR774")


def _ground(order: Order, files: Files, at: Session, now: datetime) -> Standing:
    """What the plan stands on, taken before it is made: what changes meanwhile makes it stale."""
    if at.ledger is None:
        return standing(files, EMPTY if order.ledger else None)
    forward(at.ledger, at.ledger.path, now)
    return standing(files, at.ledger.head())


def _plan_file(order: Order, made: Made, ground: Standing) -> PlanFile:
    found, totals = made.decided.plan, made.decided.report.totals
    counts = {outcome.word: int(totals[outcome]) for outcome in Outcome}
    return PlanFile(__version__, found.rulebook.language, found.now, order, ground, counts, digest(found))


def _kept(result: Result, made: Made, file: Path, text: str) -> Result:
    """Write the plan, unless it may not be carried out anyway."""
    if not made.stands:
        return result
    data = text.encode(errors="surrogateescape")
    publish(file.parent, {file.name: lambda path: path.write_bytes(data)})
    return replace(result, exit=Exit.CHANGES) if made.changes else result
