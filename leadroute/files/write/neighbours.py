"""What stands where results are to go: inputs that must not be lost, results of earlier runs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from leadroute.files.errors import OutputError
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SHOWN = 3
_RESULTS = frozenset({".xlsx", ".csv"})


def spare(inputs: Iterable[Path], targets: Iterable[Path], code: str = "LR617") -> None:
    """A result must not take the place of what it was made from; ``code`` says so.

    Raises:
        OutputError: it would.
    """
    kept = {os.path.realpath(path) for path in inputs}
    for target in targets:
        if os.path.realpath(target) in kept:
            raise OutputError(Diagnostic(code, place=Place(str(target)), args=facts(path=target)))


def left_over(folder: Path, written: Iterable[Path]) -> tuple[Diagnostic, ...]:
    """Warn of files beside those just written, which somebody might take for results of this run."""
    new = {path.name for path in written}
    try:
        old = sorted(path.name for path in folder.iterdir() if path.name not in new and path.suffix in _RESULTS)
    except OSError:  # a folder that may be written but not listed
        return ()
    told = facts(count=len(old), files=", ".join(old[:_SHOWN]))
    return (Diagnostic("LR618", Severity.WARNING, Place(str(folder)), told),) if old else ()
