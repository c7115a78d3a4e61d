"""Show a statement on the screen or as JSON, or write it into a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.telling import told
from leadroute.files.errors import OutputError
from leadroute.files.write.csvs import write_csv
from leadroute.files.write.names import slug
from leadroute.files.write.publish import publish
from leadroute.files.write.workbook import write_workbook
from leadroute.model.diagnostic import Diagnostic
from leadroute.model.manner import CsvEncoding, Format
from leadroute.render.json_statement import statement_json, totals_json
from leadroute.render.safe import as_text
from leadroute.render.screen.statement import everybody_title, statement_screen, totals_screen
from leadroute.render.sheets.statement import statement_sheet, totals_sheet
from leadroute.render.words import say
from leadroute.tables.sheet import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import RenderableType

    from leadroute.commands.statement import Told
    from leadroute.commands.telling import Telling
    from leadroute.render.json_text import Json
    from leadroute.render.screen.view import View
    from leadroute.tables.sheet import Sheet


@dataclass(frozen=True, slots=True)
class File:
    """The folder for the file, its form and encoding."""

    folder: Path
    form: Format
    encoding: CsvEncoding = CsvEncoding.UTF8_SIG


def show_statement(found: Told | Refusal, how: Telling, file: File | None = None) -> Exit:
    """Show what was found, or write it into a file; returns the exit code."""
    if isinstance(found, Refusal):
        complain(found.diagnostics, found.language)
        return found.exit
    try:
        done = (
            _written(found, file, how)
            if file
            else told(how, found.at.language, lambda view: _screen(found, view), lambda: _json(found))
        )
    except OutputError as error:
        complain([error.diagnostic], found.at.language)
        return Exit.OUTPUT
    if not found.sound:
        complain([Diagnostic("LR757")], found.at.language)
        return Exit.LEDGER
    return Exit.DONE if done else Exit.OUTPUT


def _screen(found: Told, view: View) -> RenderableType:
    file, people = found.at.ledger.name, found.people
    if found.statement is not None:
        return statement_screen(found.statement, file, people, (found.sums, len(found.totals)), view)
    return totals_screen(found.totals, everybody_title(found.period, file, view), people, found.sums, view)


def _json(found: Told) -> dict[str, Json]:
    if found.statement is not None:
        return statement_json(found.statement, found.people, found.sums)
    return totals_json(found.totals, found.period, found.people, found.sums)


def _written(found: Told, file: File, how: Telling) -> bool:
    language, people = found.at.language, found.people
    if found.statement is not None:
        sheet, name = (
            statement_sheet(found.statement, people, language),
            f"statement_{slug(people.call(found.statement.rep))}",
        )
    else:
        sheet, name = totals_sheet(found.totals, found.period, people, language), "accounts"
    made = publish(file.folder, {f"{name}.{file.form}": partial(_write, sheet, file)})
    words = [say("screen.written", language, file=path) for path in made]
    return told(how, language, lambda _: as_text("\n".join(words)), lambda: _json(found))


def _write(sheet: Sheet, file: File, target: Path) -> None:
    if file.form is Format.CSV:
        write_csv(sheet.frame, target, file.encoding)
    else:
        write_workbook(Workbook((sheet,)), target)
