"""Read a rulebook and the tables it names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.files.data import read_bytes, spelled
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts, has_errors
from leadroute.model.fold import fold
from leadroute.model.rulebook import Language
from leadroute.render.console import system_language
from leadroute.rulebook.decision.meanings import fit
from leadroute.rulebook.decision.named import tables_named
from leadroute.rulebook.parse import understood
from leadroute.rulebook.references import named_at, table_refs, with_tables
from leadroute.rulebook.source import read

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.model.rule_table import RuleTable, TableName
    from leadroute.model.rulebook import Rulebook, TableRef
    from leadroute.rulebook.source import Source

Notes = tuple[Diagnostic, ...]
Rules = tuple["Rulebook", Notes]
"""A rulebook without errors, and its warnings."""


def read_rules(path: Path) -> Rules | Refusal:
    """Read the rulebook; its warnings come along, its errors refuse it."""
    data = read_bytes(path)
    if isinstance(data, Diagnostic):
        return Refusal(Exit.RULES, (data,), guess_language(b""))
    source = read(data, spelled(path))
    book, found = understood(source, spelled(path), _rule_tables(source, path))
    language = book.language if book else guess_language(data)
    if book is None or has_errors(found):
        return Refusal(Exit.RULES, found, language)
    return book, found


def read_tables_of(book: Rulebook, path: Path) -> tuple[Rulebook, Notes]:
    """Fill in the tables that conditions name; they stand beside the rulebook."""
    values: dict[tuple[str, str], frozenset[str]] = {}
    problems: list[Diagnostic] = []
    places = named_at(book)
    for ref in table_refs(book):
        found = _table_values(ref, path)
        if isinstance(found, Diagnostic):
            problems.append(replace(found, also=places[ref]))
        else:
            values[ref.path, ref.column] = found
    return with_tables(book, values), tuple(problems)


def missing_tables(book: Rulebook, path: Path) -> Notes:
    """The tables that conditions name and that are not there, without reading those that are."""
    files = {path.parent / ref.path: place for ref, place in named_at(book).items()}
    read = ((read_bytes(file), place) for file, place in sorted(files.items()))
    return tuple(replace(found, also=place) for found, place in read if isinstance(found, Diagnostic))


def guess_language(data: bytes) -> Language:
    """The language to speak before a rulebook could say: its own line, Chinese text in it, or the system's."""
    said = re.search(rb"(?m)^language:\s*['\"]?(zh|en)\b", data)
    if said:
        return Language(said[1].decode())
    return Language.ZH if chinese(data.decode("utf-8", errors="ignore")) else system_language()


def chinese(text: str) -> bool:
    """Whether there is Chinese in a text: who writes it reads it."""
    return bool(re.search("[\u4e00-\u9fff]", text))


def _rule_tables(source: Source, path: Path) -> dict[TableName, RuleTable | None]:
    """The decision tables the rulebook names, which stand beside it; what is wrong with them is among its findings."""
    tables: dict[TableName, RuleTable | None] = {}
    for name, at in tables_named(source.root).items():
        from leadroute.files.read.rule_tables import read_rule_table  # noqa: PLC0415 - most rulebooks name none

        tables[name], noticed = read_rule_table(path.parent / name.path, name, fit)
        for one in noticed:
            source.found.take(replace(one, also=source.found.place(at)))
    return tables


def _table_values(ref: TableRef, book: Path) -> frozenset[str] | Diagnostic:
    from leadroute.files.read import read_tables  # noqa: PLC0415 - a rulebook without tables needs no table library

    path = book.parent / ref.path
    wanted = fold(ref.column)
    tables, problems = read_tables([path], lambda cells: float(wanted in map(fold, cells) if wanted else any(cells)))
    wrong = [found for found in problems if found.severity is Severity.ERROR]
    if wrong:
        return wrong[0]
    frame = tables[0].frame
    columns = [name for name in frame.columns if not wanted or fold(name) == wanted]
    if not columns:
        known = tuple(str(name) for name in frame.columns[:5])
        args = facts(column=ref.column, known=", ".join(known))
        return Diagnostic("LR402", Severity.ERROR, Place(spelled(path)), args, known)
    return frozenset(fold(text) for text in frame[columns[0]].unique().tolist() if text)
