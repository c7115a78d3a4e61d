"""``leadroute assign``: give the leads of some files to the reps of a roster, by a rulebook."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute.commands.carry_out import carry_out
from leadroute.commands.make import make, not_carried_out
from leadroute.commands.memory import reuse_memory
from leadroute.commands.refusal import Refusal
from leadroute.commands.result import refused
from leadroute.commands.rules import read_rules
from leadroute.commands.session import session
from leadroute.files.errors import OutputError
from leadroute.ledger.errors import LedgerError

if TYPE_CHECKING:
    from leadroute.commands.make import Desk
    from leadroute.commands.result import Result
    from leadroute.commands.sources import Sources


def assign(sources: Sources, desk: Desk, *, dry_run: bool = False) -> Result | Refusal:
    """Gather, recall, decide, commit. A dry run leaves out the last step."""
    reuse_memory()
    rules = read_rules(sources.rules)
    if isinstance(rules, Refusal):
        return rules
    now = desk.clock(ZoneInfo(rules[0].timezone))
    try:
        with session(desk.ledger, now, only_look=dry_run) as at:
            made = make(sources, rules, desk, at, now)
            if isinstance(made, Refusal):
                return made
            if dry_run or not (made.stands and made.changes):
                return not_carried_out(made, desk).noting(*at.notes)
            return carry_out(sources, desk, made, at)
    except (LedgerError, OutputError) as error:
        return refused(error, rules[0].language)
