"""Builders for tests of reading and cleaning: files from short strings, tables drawn with ``|``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from openpyxl import Workbook

from leadroute.files.read import read_tables
from leadroute.files.read.options import Reading
from leadroute.intake.clean import CLEANERS
from leadroute.intake.headers import fit
from leadroute.model.rulebook import Language
from leadroute.render.messages import hint, message
from leadroute.tables.arrow import strings
from leadroute.tables.raw import RawTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from leadroute.intake.clean.cleaned import Cleaned
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.fields import Kind

Sheets = dict[str, list[list[object]]]


def table(drawn: str, file: str = "leads.csv", sheet: str = "") -> RawTable:
    """A table as if read from a file: a header line, then a line a row."""
    header, *lines = [[cell.strip() for cell in line.split("|")] for line in drawn.strip().splitlines()]
    frame = pd.DataFrame(lines, columns=header, dtype="str")
    return RawTable(frame, np.arange(2, len(lines) + 2, dtype=np.int32), file, sheet)


def clean(kind: Kind, *texts: str) -> Cleaned:
    """Some values through the cleaner of a kind."""
    return CLEANERS[kind](strings(texts))


def text_file(folder: Path, content: str | bytes, name: str = "leads.csv") -> Path:
    """A file of this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def book_file(folder: Path, sheets: Sheets, name: str = "leads.xlsx", hidden: Sequence[str] = ()) -> Path:
    """A workbook of these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
    book.save(folder / name)
    return folder / name


def read_one(path: Path, *, encoding: str | None = None, sheet: str | None = None) -> RawTable:
    """The only table of a file that has no problems."""
    tables, problems = read_tables([path], fit("lead"), Reading(encoding or "", sheet or ""))
    assert problems == (), problems
    assert len(tables) == 1
    return tables[0]


def refused(path: Path, *, sheet: str | None = None) -> Diagnostic:
    """The only problem of a file that cannot be used."""
    tables, problems = read_tables([path], fit("lead"), Reading(sheet=sheet or ""))
    assert tables == ()
    assert len(problems) == 1
    return problems[0]


def codes(found: Sequence[Diagnostic]) -> list[str]:
    """The codes of diagnostics."""
    return [one.code for one in found]


def told(found: Diagnostic) -> tuple[str, str, str, str]:
    """A diagnostic in words: message and hint in Chinese, then in English."""
    zh, en = Language.ZH, Language.EN
    return message(found, zh), hint(found, zh), message(found, en), hint(found, en)
