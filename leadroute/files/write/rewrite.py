"""Replace one file that people keep by hand: at once or not at all, and only if it is still what was read."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from leadroute.files.errors import OutputError, refused
from leadroute.model.diagnostic import Diagnostic, Place


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Put ``after`` where ``before`` stands. The file keeps its permissions; a link is followed to the file it names.

    Raises:
        OutputError: it could not be written, or somebody has changed it meanwhile; it is as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.read_bytes() != before:
            raise OutputError(Diagnostic("LR431", place=Place(str(path))))
        _replace(target, after)
    except OSError as problem:
        raise refused(path, problem) from problem


def _replace(target: Path, data: bytes) -> None:
    """Write a private file beside it, down to the disk, and rename that."""
    handle, name = tempfile.mkstemp(prefix=".leadroute-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        Path(name).chmod(target.stat().st_mode & 0o7777)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
