"""``leadroute apply``: carry out a plan that was looked at, and nothing else."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute import __version__
from leadroute.commands.carry_out import carry_out
from leadroute.commands.exits import Exit
from leadroute.commands.make import make, not_carried_out
from leadroute.commands.memory import reuse_memory
from leadroute.commands.plan_text import read_plan, seal
from leadroute.commands.refusal import Refusal
from leadroute.commands.result import refused
from leadroute.commands.rules import read_rules
from leadroute.commands.session import session
from leadroute.commands.stale import decided_otherwise, stale
from leadroute.commands.standing import standing_at, standing_now
from leadroute.engine.digest import digest
from leadroute.files.data import read_bytes, spelled
from leadroute.files.errors import OutputError
from leadroute.ledger.errors import LedgerError
from leadroute.model.diagnostic import Diagnostic, Place
from leadroute.render.console import system_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.make import Made
    from leadroute.commands.plan_file import PlanFile, Standing
    from leadroute.commands.result import Result
    from leadroute.commands.session import Session


def apply(file: Path, clock: Callable[[tzinfo], datetime], tell: Callable[[str], None]) -> Result | Refusal:
    """Make the plan of a file again, at its moment and from the same; carry it out if it comes out the same.

    ``clock`` only tells others since when the ledger is held.
    """
    reuse_memory()
    plan = _read(file)
    if isinstance(plan, Diagnostic):
        return Refusal(Exit.INPUT, (plan,), system_language())
    today = max(plan.now, clock(plan.now.tzinfo or UTC))
    try:
        found = standing_now(plan)
        if changed := stale(plan, found):
            return Refusal(Exit.STALE, (*changed, *_finished(plan, found, today)), plan.language)
        return _applied(plan, today, tell)
    except (LedgerError, OutputError) as error:
        return refused(error, plan.language)


def _read(file: Path) -> PlanFile | Diagnostic:
    data = read_bytes(file)
    return data if isinstance(data, Diagnostic) else read_plan(data, Place(spelled(file)))


def _finished(plan: PlanFile, found: Standing, today: datetime) -> tuple[Diagnostic, ...]:
    """Finish the run this plan has become, should it have died half-way, and say so."""
    if not (found.head and found.carried_out == found.head.run):
        return ()
    with session(plan.order.ledger, today) as at:
        return at.notes


def _applied(plan: PlanFile, today: datetime, tell: Callable[[str], None]) -> Result | Refusal:
    sources, desk = plan.order.sources, plan.order.desk(plan.now.astimezone, tell)
    rules = read_rules(sources.rules)
    if isinstance(rules, Refusal):
        return rules
    now = desk.clock(ZoneInfo(rules[0].timezone))
    with session(desk.ledger, today) as at:
        made = make(sources, rules, desk, at, now)
        if isinstance(made, Refusal):
            return made
        if changed := _otherwise(plan, made, at):
            return Refusal(Exit.STALE, changed, plan.language)
        if not (made.stands and made.changes):
            return not_carried_out(made, desk).noting(*at.notes)
        return carry_out(sources, desk, made, at, {"plan": seal(plan)})


def _otherwise(plan: PlanFile, made: Made, at: Session) -> tuple[Diagnostic, ...]:
    """What changed while the plan was made again; nobody else may use the ledger by now."""
    changed = stale(plan, standing_at(plan, at.ledger))
    return changed or decided_otherwise(plan, digest(made.decided.plan), __version__)
