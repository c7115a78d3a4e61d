"""The files a user gave, and what is worse about them than reading could know."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.files.data import spelled
from leadroute.files.paths import spread
from leadroute.model.diagnostic import Diagnostic, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    Notes = tuple[Diagnostic, ...]


def each_file(paths: Sequence[Path]) -> tuple[tuple[Path, ...], Notes]:
    """The files that paths, folders and patterns stand for, each once whatever it is called; what was left out."""
    files, meant = spread(paths)
    real = [os.path.realpath(path) for path in files]
    again = [at for at, name in enumerate(real) if name in real[:at]]
    kept = tuple(path for at, path in enumerate(files) if at not in again)
    return kept, (*meant, *(Diagnostic("LR030", Severity.WARNING, Place(spelled(files[at]))) for at in again))


def worse(notes: Iterable[Diagnostic], *codes: str) -> Notes:
    """The notes, those of some codes as errors."""
    return tuple(replace(note, severity=Severity.ERROR) if note.code in codes else note for note in notes)
