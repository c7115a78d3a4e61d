"""The sheet writer is a library in Rust: what it cannot write it panics about, on the screen and past our errors."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCREEN = 2
_CODE = re.compile(r"\bOs \{ code: (\d+)")


@contextmanager
def panics_as_errors() -> Iterator[None]:
    """Raise the ``OSError`` that a panic reports, and keep the report itself off the screen."""
    try:
        with _screen_off():
            yield
    except Exception:
        raise
    except BaseException as panic:
        found = _CODE.search(str(panic))
        if found is None:
            raise
        code = int(found[1])
        raise OSError(code, os.strerror(code)) from panic


@contextmanager
def _screen_off() -> Iterator[None]:
    """A panic is told through the descriptor itself, so that is where it is kept back."""
    kept = os.dup(_SCREEN)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _SCREEN)
    try:
        yield
    finally:
        os.dup2(kept, _SCREEN)
        os.close(kept)
        os.close(nowhere)
