"""``leadroute check``: read a rulebook and tell everything that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import missing_tables, read_rules
from leadroute.intake.infer.needs import missing_library
from leadroute.model.diagnostic import has_errors

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language


def check(rules: Path) -> tuple[Exit, tuple[Diagnostic, ...], Language]:
    """Everything found in the rulebook and the tables it names; ``Exit.NO`` if any of it is an error."""
    read = read_rules(rules)
    if isinstance(read, Refusal):
        return Exit.NO, read.diagnostics, read.language
    book, found = read
    everything = (*found, *missing_tables(book, rules), *missing_library(book))
    return Exit.NO if has_errors(everything) else Exit.DONE, everything, book.language
