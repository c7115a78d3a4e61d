"""Look at what a run would decide: gather, recall, decide as every run does; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute.commands.gather import gather
from leadroute.commands.make import planned
from leadroute.commands.refusal import Refusal
from leadroute.commands.result import refused
from leadroute.commands.rules import read_rules
from leadroute.commands.session import session
from leadroute.ledger.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.decide import Decided
    from leadroute.commands.sources import Sources


def look(sources: Sources, ledger: Path | None, clock: Callable[[tzinfo], datetime]) -> Decided | Refusal:
    """What would be decided now, after all that the ledger remembers (``None``: no memory)."""
    rules = read_rules(sources.rules)
    if isinstance(rules, Refusal):
        return rules
    book, _ = rules
    now = clock(ZoneInfo(book.timezone))
    try:
        with session(ledger, now, only_look=True) as at:
            gathered = gather(sources, rules, at.waiting(book.memory, now))
            return gathered if isinstance(gathered, Refusal) else planned(gathered, at, now)[0]
    except LedgerError as error:
        return refused(error, book.language)
