"""Files by the names people know them by: without folders, unless two would be called the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leadroute.model.diagnostic import Place


def short_names(files: Iterable[str]) -> dict[str, str]:
    """Each file's path and its name to show."""
    names = {file: short_name(file) for file in files}
    counts = Counter(names.values())
    return {file: name if counts[name] == 1 else file for file, name in names.items()}


def short_name(file: str) -> str:
    """The last part of a path, whichever way its slashes lean."""
    return file.replace("\\", "/").rstrip("/").rpartition("/")[2] or file


def short_place(place: Place, names: Mapping[str, str] | None = None) -> str:
    """A place as people type it, its file by the name to show (of ``names``, else its last part)."""
    known = names or {}
    return str(replace(place, file=known.get(place.file) or short_name(place.file)))
