"""The files of a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.files.paths import spread
from leadroute.files.read.options import AS_FOUND, Reading
from leadroute.model.manner import ANY, Tolerance
from leadroute.rulebook.references import tables_beside

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.model.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a run, how to read those of leads, and how many bad rows of them to put up with."""

    leads: tuple[Path, ...]
    reps: Path
    rules: Path
    customers: Path | None = None
    how: Reading = AS_FOUND
    tolerance: Tolerance = ANY


def inputs(sources: Sources, book: Rulebook) -> tuple[Path, ...]:
    """Every file a plan is made from, those its conditions name included."""
    tables = (sources.rules.parent / beside for beside in tables_beside(book))
    own = (*spread(sources.leads)[0], sources.reps, sources.rules, sources.customers)
    return tuple(path for path in (*own, *tables) if path is not None)
