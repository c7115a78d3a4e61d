"""Reading tables from disk. The kind of a file is decided by its bytes; problems are values, never exceptions."""

from __future__ import annotations

import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.files.data import read_bytes, spelled
from leadroute.files.read.kinds import REFUSED, TEXT, WORKBOOK, kind_of
from leadroute.files.read.options import AS_FOUND, Reading
from leadroute.files.read.source import Source
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from leadroute.files.read.options import Reading
    from leadroute.tables.raw import RawTable

    Fit = Callable[[Sequence[str]], float]
    Read = tuple[list[RawTable], list[Diagnostic]]

_LOCK = "~$"
_BLANK = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|[\s\0])*")


def read_tables(
    paths: Sequence[Path], fit: Fit, how: Reading = AS_FOUND
) -> tuple[tuple[RawTable, ...], tuple[Diagnostic, ...]]:
    """Read CSV files and workbooks.

    Args:
        paths: The files; a problem with one of them does not keep the others from being read.
        fit: Scores the cells of a row as a header row; 0 means that no name in it is known.
        how: What the user decides; the rest is found out from the bytes, and a note says what was chosen.

    Returns:
        The tables, in order, and the problems. The notes of each table are in the table.
    """
    if how.encoding and (problem := _unknown(how.encoding)):
        return (), (problem,)
    tables: list[RawTable] = []
    problems: list[Diagnostic] = []
    for path in paths:
        found, wrong = _read(path, fit, how)
        tables += found
        problems += wrong
    return tuple(tables), tuple(problems)


def _read(path: Path, fit: Fit, how: Reading) -> Read:
    if path.name.startswith(_LOCK):
        return [], [_error("LR028", path, name=path.name.removeprefix(_LOCK))]
    data = read_bytes(path)
    if isinstance(data, Diagnostic):
        return [], [data]
    if _BLANK.fullmatch(data):
        return [], [_error("LR003", path)]
    try:
        with ThreadPoolExecutor(1) as pool:  # hashing lets go of Python's lock and costs no time beside reading
            digest = pool.submit(hashlib.sha256, data)
            tables, problems = _parse(data, path, fit, how)
            return [replace(table, fingerprint=digest.result().hexdigest()) for table in tables], problems
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of the sheet reader is no Exception
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return [], [_error("LR006", path, reason=reason)]


def _parse(data: bytes, path: Path, fit: Fit, how: Reading) -> Read:
    source = Source(spelled(path))
    kind = kind_of(data)
    if kind == WORKBOOK:
        from leadroute.files.read.workbook.reading import read_workbook  # noqa: PLC0415 - not every run has a workbook

        return read_workbook(data, source, fit, how)
    if kind != TEXT:
        return [], [_error(REFUSED[kind], path, kind=kind)]
    from leadroute.files.read.delimited import read_csv  # noqa: PLC0415 - as above

    table, problems = read_csv(data, source, fit, how)
    return ([] if table is None else [table]), problems


def _unknown(encoding: str) -> Diagnostic | None:
    try:
        b"".decode(encoding)  # unlike a look-up this refuses codecs that are none of text, such as base64
        "".encode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return Diagnostic("LR025", Severity.ERROR, None, facts(encoding=encoding))
    return None


def _error(code: str, path: Path, **named: object) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, Place(spelled(path)), facts(**named))
