"""``leadroute map``: which column is which field; for the open ones, lines for the rulebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import unified_diff
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import read_rules
from leadroute.files.data import read_bytes, spelled
from leadroute.files.errors import OutputError
from leadroute.files.paths import spread
from leadroute.files.read import read_tables
from leadroute.files.read.options import AS_FOUND, Reading
from leadroute.files.write.rewrite import rewrite
from leadroute.intake.headers import fit
from leadroute.intake.mapping import map_table, still_open
from leadroute.intake.own import without_own
from leadroute.model.diagnostic import Diagnostic, Place, Severity
from leadroute.model.rulebook import Language, Rulebook
from leadroute.render.column_lines import column_lines
from leadroute.render.console import system_language
from leadroute.rulebook.edit import with_columns
from leadroute.rulebook.encoding import decode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from leadroute.intake.mapping import TableMapped
    from leadroute.rulebook.edit import Line


@dataclass(frozen=True, slots=True)
class Asked:
    """The files to look at, the rulebook, how to read, and whether to write what settles the open columns."""

    files: tuple[Path, ...]
    rules: Path | None = None
    how: Reading = AS_FOUND
    write: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Mapped:
    """Every column, the ``lines`` that settle the open ones, and the ``change`` made to the rulebook, as a diff."""

    exit: Exit
    tables: tuple[TableMapped, ...]
    lines: tuple[Line, ...]
    language: Language
    notes: tuple[Diagnostic, ...]
    change: tuple[str, ...] = ()


def map_columns(asked: Asked, tell: Callable[[str], None]) -> Mapped | Refusal:
    """Gather, decide, commit. ``Exit.INPUT`` when one of the files cannot be read."""
    read = read_rules(asked.rules) if asked.rules else (Rulebook(language=system_language()), ())
    if isinstance(read, Refusal):
        return read
    book, of_rules = read
    tell("step.gather")
    files, meant = spread(asked.files)
    tables, problems = read_tables(files, fit("lead", book.fields, book.columns), asked.how)
    notes = (*of_rules, *meant, *problems, *(note for table in tables for note in table.notes))
    wrong = any(found.severity is Severity.ERROR for found in (*meant, *problems))
    if not tables:
        return Refusal(Exit.INPUT, notes, book.language)
    mapped = tuple(map_table(without_own(table), book) for table in tables)
    lines = column_lines(still_open(mapped), book.language)
    found = Mapped(Exit.INPUT if wrong else Exit.DONE, mapped, lines, book.language, notes)
    commit = asked.write and asked.rules and lines and not wrong
    return _written(found, asked.rules, book) if commit and asked.rules else found


def _written(found: Mapped, rules: Path, book: Rulebook) -> Mapped:
    """Put the lines into the rulebook; what keeps us from it is told, and the lines stay to be put in by hand."""
    before = read_bytes(rules)
    after = with_columns(before, found.lines, book.tables) if isinstance(before, bytes) else None
    if isinstance(before, Diagnostic) or after is None:
        wrong = before if isinstance(before, Diagnostic) else Diagnostic("LR430", place=Place(spelled(rules)))
        return replace(found, exit=Exit.OUTPUT, notes=(*found.notes, wrong))
    try:
        rewrite(rules, before, after)
    except OutputError as error:
        return replace(found, exit=Exit.OUTPUT, notes=(*found.notes, error.diagnostic))
    return replace(found, change=_difference(before, after, spelled(rules)))


def _difference(before: bytes, after: bytes, name: str) -> tuple[str, ...]:
    old, new = (decode(data)[0].splitlines() for data in (before, after))
    return tuple(unified_diff(old, new, name, name, n=1, lineterm=""))
