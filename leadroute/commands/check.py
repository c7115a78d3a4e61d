"""``leadroute check``: everything that is wrong with a rulebook, and with the files it is to be used with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute.commands.check_given import Files
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import missing_tables, read_rules
from leadroute.files.data import read_bytes, spelled
from leadroute.intake.infer.needs import missing_library
from leadroute.model.diagnostic import Diagnostic, Severity, has_errors
from leadroute.proof.findings import findings
from leadroute.proof.on_data import share_findings
from leadroute.proof.prove import prove
from leadroute.proof.values import Around
from leadroute.render.findings.checked import Checked
from leadroute.rulebook.choosing import Choice, accepted, comments, comments_in
from leadroute.rulebook.duty import long_due
from leadroute.rulebook.encoding import decode, to_lines
from leadroute.rulebook.excerpts import with_cells, with_excerpts
from leadroute.rulebook.moments import to_seconds

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.engine.shares import Share
    from leadroute.model.rule_table import RuleTable
    from leadroute.model.rulebook import Language

    Notes = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The rulebook to be checked, which findings are wanted, and the level from which they fail."""

    rules: Path
    clock: Callable[[tzinfo], datetime]
    files: Files = field(default=Files())
    choice: Choice = field(default=Choice())
    level: Severity = Severity.ERROR


def check(asked: Asked) -> Checked:
    """Check the rulebook alone and with everything else that was given."""
    found, language, tables = _found(asked)
    file, lines = spelled(asked.rules), _lines(asked.rules)

    def shown(notes: Notes) -> Notes:
        return with_cells(with_excerpts(notes, lines, file), tables)

    kept, silenced = accepted(shown(found), (*comments(lines, file), *comments_in(tables)))
    wanted = tuple(one for one in shown(kept) if asked.choice.takes(one.code))
    return Checked(file, wanted, language, len(silenced), asked.level)


def exit_of(checked: Checked) -> Exit:
    """``Exit.NO`` if anything is as bad as the level."""
    return Exit.NO if checked.failed else Exit.DONE


def _found(asked: Asked) -> tuple[Notes, Language, tuple[RuleTable, ...]]:
    """The findings, the language to tell them in, and the decision tables some of them may stand in."""
    read = read_rules(asked.rules)
    if isinstance(read, Refusal):
        return read.diagnostics, read.language, ()
    book, found = read
    now = asked.clock(ZoneInfo(book.timezone))
    found = (*found, *missing_tables(book, asked.rules), *missing_library(book), *long_due(book))
    reps = None
    shares: tuple[Share, ...] = ()
    if asked.files and not has_errors(found):
        # Late: only a check with files loads the libraries of tables.
        from leadroute.commands.check_files import check_files  # noqa: PLC0415 - see above

        told = check_files(book, asked.rules, asked.files, now)
        book, reps, found, shares = told.book, told.reps, (*found, *told.found), told.shares
    claims = prove(book, Around(to_seconds(now.replace(tzinfo=None)), reps), now)
    every = (*found, *findings(book, claims, now), *share_findings(book, claims, shares))
    return every, book.language, book.tables


def _lines(rules: Path) -> list[str]:
    """The lines as the rulebook's reader counts them; none of a file that cannot be read."""
    data = read_bytes(rules)
    return [] if isinstance(data, Diagnostic) else to_lines(decode(data)[0])
