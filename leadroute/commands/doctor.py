"""``leadroute doctor``: look at files and tell what a run would make of them. Nothing is decided, nothing written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.given import each_file, worse
from leadroute.commands.memory import reuse_memory
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import read_rules
from leadroute.files.form import form
from leadroute.files.read import read_tables
from leadroute.files.read.options import AS_FOUND, Reading
from leadroute.files.read.report import LOST_ROWS
from leadroute.intake.examine import Material, examine
from leadroute.intake.examine.findings import findings
from leadroute.intake.examine.holds import holds
from leadroute.intake.examine.seen import Holds
from leadroute.intake.headers import fit
from leadroute.model.rulebook import Language, Rulebook
from leadroute.render.console import system_language
from leadroute.rulebook.columns import check_columns, check_headers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leadroute.intake.examine.seen import Examination, Finding
    from leadroute.tables.raw import RawTable


@dataclass(frozen=True, slots=True)
class Asked:
    """The files to look at, by whose words, how to read them, and what they hold if that is not to be found out."""

    files: tuple[Path, ...]
    rules: Path | None = None
    how: Reading = AS_FOUND
    holds: Holds | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """What was seen, in which language to tell it, and what was asked (the next command names the files again)."""

    exit: Exit
    seen: Examination
    language: Language
    asked: Asked


def doctor(asked: Asked, tell: Callable[[str], None]) -> Looked | Refusal:
    """Gather, examine. ``Exit.INPUT`` when a run would refuse one of the files."""
    reuse_memory()
    book = _book(asked.rules)
    if isinstance(book, Refusal):
        return book
    tell("step.gather")
    material = _material(asked, book)
    tell("step.examine")
    seen = examine(material, book)
    if asked.rules:
        seen = replace(seen, elsewhere=(*seen.elsewhere, *_wanting(book, seen)))
    return Looked(Exit.DONE if seen.usable else Exit.INPUT, seen, book.language, asked)


def _book(rules: Path | None) -> Rulebook | Refusal:
    """The rulebook, or one that says nothing of its own."""
    if rules is None:
        return Rulebook(language=system_language())
    read = read_rules(rules)
    return read if isinstance(read, Refusal) else read[0]


def _wanting(book: Rulebook, seen: Examination) -> tuple[Finding, ...]:
    """What the rulebook names and no file has: fields in its conditions, headers in its columns."""
    leads = [table for table in seen.tables if table.holds is Holds.LEADS]
    fields = {field for table in leads for field in table.fields}
    headers = frozenset(column.header for table in leads for column in table.columns)
    missing = check_columns(book, frozenset({*fields, *book.infer.sources}), None)
    return findings((*missing, *check_headers(book, headers))) if leads else ()


def _material(asked: Asked, book: Rulebook) -> Material:
    """Read everything as leads; what turns out to be a roster is read again as one, every sheet of it."""
    files, meant = each_file(asked.files)
    tables, problems = read_tables(files, fit("lead", book.fields, book.columns), asked.how)
    people = _rosters(tables, asked.holds, book)
    again = [read_tables([Path(file)], fit("roster"), replace(asked.how, every_sheet=True)) for file in people]
    said = [one for one in (*meant, *problems) if one.place is None or one.place.file not in people]
    return Material(
        leads=[table for table in tables if table.file not in people],
        rosters=[found for found, _ in again if found],
        problems=[*said, *(one for _, wrong in again for one in worse(wrong, *LOST_ROWS))],
        forms={file: form(Path(file)) for file in {table.file for table in tables}},
    )


def _rosters(tables: Sequence[RawTable], told: Holds | None, book: Rulebook) -> dict[str, None]:
    """The files that hold reps, in order."""
    looks = (told or holds(tuple(table.frame.columns), book) for table in tables)
    return dict.fromkeys(table.file for table, look in zip(tables, looks, strict=True) if look is Holds.ROSTER)
