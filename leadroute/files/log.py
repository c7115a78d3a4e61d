"""A log of lines: each is added whole, after whatever a run that died has left of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from leadroute.files.errors import refused

if TYPE_CHECKING:
    from pathlib import Path

_MODE = 0o640


def add_line(path: Path, line: str) -> None:
    """Add a line, in one write, so that lines of two programs never mix.

    Raises:
        OutputError: it could not be added.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, _MODE)
        try:
            os.write(file, ("" if _ends_whole(file) else "\n").encode() + f"{line}\n".encode())
        finally:
            os.close(file)
    except OSError as problem:
        raise refused(path, problem) from problem


def _ends_whole(file: int) -> bool:
    size = os.fstat(file).st_size
    if not size:
        return True
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1) == b"\n"
