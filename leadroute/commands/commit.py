"""Commit: write what was decided, all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from leadroute.files.write.csvs import write_csv
from leadroute.files.write.names import rep_files
from leadroute.files.write.neighbours import left_over, spare
from leadroute.files.write.publish import stage
from leadroute.files.write.workbook import write_workbook
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.manner import CsvEncoding, Format, Preset
from leadroute.render.presets import preset_table
from leadroute.render.sheets import csv_tables, workbook
from leadroute.render.sheets.failed import failed
from leadroute.tables.sheet import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import pandas as pd

    from leadroute.commands.decide import Decided
    from leadroute.files.write.publish import Staged
    from leadroute.tables.sheet import Sheet

Written = int | tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where results go and in which form; ``preset`` adds a file for the way back into a CRM."""

    folder: Path
    format: Format = Format.XLSX
    encoding: CsvEncoding = CsvEncoding.UTF8_SIG
    split: bool = False
    preset: Preset | None = None


def commit(
    decided: Decided, wanted: Wanted, inputs: Iterable[Path], put: Callable[[Staged], None], *, stage_name: str = ""
) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write the files out of sight, then ``put`` them in place; return their paths and what was noticed on the way.

    Raises:
        LedgerError: the ledger did not take the run; nothing was changed.
        OutputError: something could not be written, or one of the ``inputs`` would be lost; nothing was changed.
    """
    problems: list[Diagnostic] = []
    writers = dict(_writers(decided, wanted, problems))
    spare(inputs, [wanted.folder / name for name in writers])
    ready = stage(wanted.folder, writers, stage_name)
    put(ready)
    written = tuple(ready.targets.values())
    notes = [note for name, path in ready.targets.items() for note in _notes(path, ready.results[name])]
    return written, (*problems, *notes, *left_over(wanted.folder, written))


def foreseen(decided: Decided, wanted: Wanted) -> tuple[Diagnostic, ...]:
    """What ``commit`` would note that can be known without writing, so that a dry run says it, too."""
    return preset_table(decided.plan, wanted.preset)[1] if wanted.preset else ()


def _writers(
    decided: Decided, wanted: Wanted, problems: list[Diagnostic]
) -> Iterator[tuple[str, Callable[[Path], Written]]]:
    plan, report, notes = decided.plan, decided.report, decided.notes
    book = workbook(plan, report, notes) if wanted.format is Format.XLSX or wanted.split else None
    if book is not None and wanted.format is Format.XLSX:
        yield "assigned.xlsx", partial(write_workbook, book)
    if wanted.format is Format.CSV:
        for name, frame in csv_tables(plan, report, notes).items():
            yield name, partial(_csv, frame, encoding=wanted.encoding)
    if book is not None and wanted.split:
        for name, sheet in rep_files(book, f".{wanted.format}").items():
            yield name, _one(sheet, wanted)
    if rows := failed(plan):
        yield f"failed_rows.{wanted.format}", _one(rows, wanted)
    if wanted.preset:
        frame, found = preset_table(plan, wanted.preset)
        problems += found
        yield f"{wanted.preset}.csv", partial(_csv, frame, encoding=wanted.encoding)


def _one(sheet: Sheet, wanted: Wanted) -> Callable[[Path], Written]:
    if wanted.format is Format.CSV:
        return partial(_csv, sheet.frame, encoding=wanted.encoding)
    return partial(write_workbook, Workbook((sheet,)))


def _csv(frame: pd.DataFrame, target: Path, *, encoding: CsvEncoding) -> int:
    return write_csv(frame, target, encoding)


def _notes(path: Path, result: object) -> tuple[Diagnostic, ...]:
    if isinstance(result, tuple):  # what the writer of a workbook noticed
        return result
    harmless = Diagnostic("LR601", Severity.NOTE, Place(str(path)), facts(file=path.name, count=result))
    return (harmless,) if result else ()
