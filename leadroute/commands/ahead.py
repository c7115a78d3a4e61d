"""Begin to read the workbooks of a run while the libraries that work on tables are still to be loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.commands.memory import reuse_memory
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import read_rules
from leadroute.files.read.kinds import ZIP
from leadroute.files.read.options import EVERY_SHEET
from leadroute.files.read.workbook.ahead import Wish, ahead
from leadroute.intake.headers import fit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from leadroute.files.read.header import Fit
    from leadroute.files.read.options import Reading


def reading_ahead(leads: Path, reps: Path, rules: Path, how: Reading) -> AbstractContextManager[None]:
    """Begin with the first file of leads and the roster; what is wrong with any file is told when it is asked for."""
    reuse_memory()
    found = read_rules(rules) if _is_file(rules) else None
    if found is None or isinstance(found, Refusal):
        return ahead(())
    book, _ = found
    return ahead((*_wish(leads, fit("lead", book.fields, book.columns), how), *_wish(reps, fit("roster"), EVERY_SHEET)))


def _wish(path: Path, suits: Fit, how: Reading) -> Iterator[Wish]:
    """The wish to read a file, if it is a workbook in a zip; others are read fast, or rare."""
    try:
        if _is_file(path):
            with path.open("rb") as file:
                if file.read(len(ZIP)) == ZIP:
                    yield Wish(path.read_bytes(), suits, how)
    except (OSError, ValueError):
        return


def _is_file(path: Path) -> bool:
    """A pipe can be read only once, and not ahead."""
    try:
        return path.is_file()
    except OSError:  # in a folder that may not be searched
        return False
