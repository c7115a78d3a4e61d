"""The files a command line means: a folder stands for the tables in it, a pattern the shell left alone for matches."""

from __future__ import annotations

import glob
import re
from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.files.data import spelled
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
"""Names of files that are taken for tables in a folder; a file given by name is judged by its bytes alone."""

_LEFT_BEHIND = ("~$", ".")  # what Excel keeps beside an open workbook; hidden files, ours while they are written too
_OURS = re.compile(
    r"(?:assigned|open_pool|review|duplicates|problems|summary)\.(?:xlsx|csv)|\d{2,}_.+_[0-9a-f]{6}\.\w+"
)
_NAMED = 5
_NUMBERS = re.compile(r"(\d+)")


def spread(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Replace folders and patterns by the files they stand for, in the order people count: ``b2`` before ``b10``.

    A file that exists is itself whatever its name. What is left out is said; a folder or pattern without a table is
    an error.
    """
    found: list[Path] = []
    said: list[Diagnostic] = []
    for path in paths:
        meant = _meant(path)
        if meant is None:
            found.append(path)
            continue
        kept = [one for one in meant if _is_table(one, named=not path.is_dir())]
        found += kept
        said += _said(path, [one for one in meant if one not in kept], nothing=not kept)
    return tuple(found), tuple(said)


def in_order(paths: Iterable[Path]) -> list[Path]:
    """Files, folders left out, by name as people count: ``b2`` before ``b10``."""
    return sorted((path for path in paths if not path.is_dir()), key=lambda path: (_counted(path.name), str(path)))


def _meant(path: Path) -> list[Path] | None:
    """The files a path stands for; ``None`` if it stands for itself."""
    if path.is_dir():
        return _inside(path)
    if glob.has_magic(str(path)) and not path.exists():
        return in_order(map(Path, glob.glob(str(path), recursive=True)))  # noqa: PTH207 - keeps the path as it was typed
    return None


def _inside(folder: Path) -> list[Path] | None:
    try:
        return in_order(folder.iterdir())
    except OSError:  # a folder that may not be listed; reading it will say why
        return None


def _counted(name: str) -> list[tuple[int, str]]:
    """A name by which ``leads2`` comes before ``leads10``."""
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in _NUMBERS.split(name) if part]


def _is_table(path: Path, *, named: bool) -> bool:
    """Is this an input? Not what Excel left behind, nor what an earlier run wrote; of a folder, files named so."""
    if path.name.startswith(_LEFT_BEHIND) or _OURS.fullmatch(path.name):
        return False
    return named or path.suffix.lower() in SUFFIXES


def _said(path: Path, others: list[Path], *, nothing: bool) -> list[Diagnostic]:
    place = Place(spelled(path))
    said = [Diagnostic("LR047", Severity.ERROR, place)] if nothing else []
    if others:
        names = " | ".join(spelled(Path(one.name)) for one in others[:_NAMED]) + (" …" if len(others) > _NAMED else "")
        said.append(Diagnostic("LR048", Severity.NOTE, place, facts(count=len(others), names=names)))
    return said
