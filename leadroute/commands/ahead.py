"""Begin to read the files of a run while the libraries that work on tables are still to be loaded."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from leadroute.commands.memory import reuse_memory
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import read_rules
from leadroute.files.data import reading
from leadroute.files.read.kinds import ZIP
from leadroute.files.read.options import EVERY_SHEET
from leadroute.files.read.workbook.ahead import Wish, ahead
from leadroute.intake.headers import fit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from leadroute.files.read.header import Fit
    from leadroute.files.read.options import Reading


@contextmanager
def reading_ahead(leads: Path, reps: Path, rules: Path, how: Reading) -> Iterator[None]:
    """Begin with the first file of leads and the roster; what is wrong with any file is told when it is asked for."""
    reuse_memory()
    found = read_rules(rules) if _is_file(rules) else None
    if found is None or isinstance(found, Refusal):
        yield
        return
    book, _ = found
    fits = {leads: (fit("lead", book.fields, book.columns), how), reps: (fit("roster"), EVERY_SHEET)}
    files = [path for path in fits if _is_file(path)]
    books = [path for path in files if _is_zip(path)]
    with reading(path for path in files if path not in books), ahead(_wishes(books, fits)):
        yield


def _wishes(books: Iterable[Path], fits: Mapping[Path, tuple[Fit, Reading]]) -> Iterator[Wish]:
    """The wishes to read workbooks."""
    for path in books:
        with suppress(OSError, ValueError):
            yield Wish(path.read_bytes(), *fits[path])


def _is_zip(path: Path) -> bool:
    """Workbooks in a zip take a while; others are rare."""
    try:
        with path.open("rb") as file:
            return file.read(len(ZIP)) == ZIP
    except (OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    """A pipe can be read only once, and not ahead."""
    try:
        return path.is_file()
    except OSError:  # in a folder that may not be searched
        return False
