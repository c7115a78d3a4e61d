"""The header row: found among the first rows by the names in it, its labels made unique."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leadroute.files.read.source import Source

    Fit = Callable[[Sequence[str]], float]

HEAD_ROWS = 20
MAX_COLUMNS = 512
_SURE = 2.0  # a row further down needs two known names: one may be a value that happens to be a word


@dataclass(frozen=True, slots=True)
class Header:
    """The header row: its 0-based position, its score, and the label of every column."""

    at: int
    score: float
    labels: tuple[str, ...]


def find_header(rows: Sequence[Sequence[str]], fit: Fit) -> Header | None:
    """Find the header among the first rows: the one with most known names, else the first that is not blank."""
    filled = [at for at, row in enumerate(rows[:HEAD_ROWS]) if any(cell.strip() for cell in row)]
    if not filled:
        return None
    scores = {at: fit(rows[at]) for at in filled}
    best = max(filled, key=lambda at: (scores[at], -at))
    if scores[best] < _SURE and best != filled[0]:
        best = filled[0]
    return Header(best, scores[best], unique(rows[best]))


def unique(cells: Sequence[str]) -> tuple[str, ...]:
    """Labels of columns: blank ones numbered as Excel would show them, repeated ones counted."""
    labels: list[str] = []
    taken: set[str] = set()
    for at, cell in enumerate(cells):
        label = base = cell.strip() or f"#{at + 1}"
        turn = 2
        while label in taken:
            label, turn = f"{base} ({turn})", turn + 1
        taken.add(label)
        labels.append(label)
    return tuple(labels)


def header_notes(source: Source, header: Header, cells: Sequence[str]) -> tuple[Diagnostic, ...]:
    """What is to be said about a header row: rows skipped above it, no known name in it, names used twice."""
    notes = []
    place = source.place(header.at + 1)
    if header.score == 0:
        shown = " | ".join(label for label in header.labels[:8])
        notes.append(Diagnostic("LR021", Severity.WARNING, place, facts(row=header.at + 1, headers=shown)))
    elif header.at:
        notes.append(Diagnostic("LR022", Severity.NOTE, place, facts(row=header.at + 1, skipped=header.at)))
    seen: set[str] = set()
    for cell in (cell.strip() for cell in cells if cell.strip()):
        if cell in seen:
            notes.append(Diagnostic("LR023", Severity.WARNING, place, facts(header=cell)))
        seen.add(cell)
    return tuple(notes)
