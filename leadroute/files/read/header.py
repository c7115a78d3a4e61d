"""The header: found among the first rows by the names in it, its labels made unique; two rows are joined into one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.files.read.groups import Range, joined
from leadroute.model.diagnostic import Diagnostic, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leadroute.files.read.source import Source
    from leadroute.model.diagnostic import Place

    Fit = Callable[[Sequence[str]], float]

HEAD_ROWS = 20
MAX_COLUMNS = 512
_SCORED = 2 * MAX_COLUMNS  # a table wider than this is refused; no need to know all its names
_SURE = 2.0  # a row further down needs two known names: one may be a value that happens to be a word


@dataclass(frozen=True, slots=True)
class Header:
    """The header: the 0-based position of its last row, its score, and the label of every column.

    ``height`` is the number of rows it takes; ``cells`` are the names before they were made unique.
    """

    at: int
    score: float
    labels: tuple[str, ...]
    height: int = 1
    cells: tuple[str, ...] = ()

    @property
    def columns(self) -> int:
        """How many columns have a name."""
        return sum(not label.startswith("#") for label in self.labels)


def find_header(rows: Sequence[Sequence[str]], fit: Fit, merged: Sequence[Range] = (), above: int = 0) -> Header | None:
    """Find the header among the first rows: the one with most known names, else the first that looks like one.

    ``merged`` are the merged ranges of a sheet; with them a header of two rows is seen for certain. ``above`` is the
    number of blank rows that were left out above ``rows``.
    """
    near = [Range(one.top - above, one.left, one.bottom - above, one.right) for one in merged]
    found = _found(rows, fit, [one for one in near if one.top < HEAD_ROWS])
    return found and replace(found, at=found.at + above)


def unique(cells: Sequence[str]) -> tuple[str, ...]:
    """Labels of columns: blank ones numbered as Excel would show them, repeated ones counted."""
    taken: dict[str, int] = {}
    for at, cell in enumerate(cells):
        label = base = cell.strip() or f"#{at + 1}"
        turn = taken.get(base, 1)
        while label in taken:
            turn += 1
            label = f"{base} ({turn})"
        taken[base] = turn
        taken.setdefault(label, 1)
    return tuple(taken)


def header_notes(source: Source, header: Header, cells: Sequence[str]) -> tuple[Diagnostic, ...]:
    """What is to be said about a header: rows skipped above it, rows joined, no known name, names used twice."""
    notes = []
    row, above = header.at + 1, header.at + 1 - header.height
    place = source.place(row)
    if header.score == 0:
        shown = _shown(header.labels[:8])
        notes.append(Diagnostic("LR021", Severity.WARNING, place, facts(row=row, headers=shown)))
    elif above:
        notes.append(Diagnostic("LR022", Severity.NOTE, place, facts(row=row, skipped=above)))
    if header.height > 1:
        shown = _shown([label for label in header.labels if "/" in label] or header.labels[:8])
        notes.append(Diagnostic("LR051", Severity.NOTE, place, facts(first=above + 1, last=row, headers=shown)))
    return (*notes, *_twice(header.cells or cells, place))


def _shown(labels: Sequence[str]) -> str:
    """Names in one line; in a sheet they may have several."""
    return " ".join(" | ".join(labels).split())


def _twice(cells: Sequence[str], place: Place) -> tuple[Diagnostic, ...]:
    counts = Counter(" ".join(cell.split()) for cell in cells if cell.strip())
    again = [name for name, count in counts.items() for _ in range(count - 1)]
    return tuple(Diagnostic("LR023", Severity.WARNING, place, facts(header=name)) for name in again)


def _found(rows: Sequence[Sequence[str]], fit: Fit, merged: Sequence[Range]) -> Header | None:
    filled = {at: sum(bool(cell.strip()) for cell in row) for at, row in enumerate(rows[:HEAD_ROWS])}
    filled = {at: count for at, count in filled.items() if count}
    if not filled:
        return None
    scores = {at: fit(rows[at][:_SCORED]) for at in filled}
    best = max(filled, key=lambda at: (scores[at], -at))
    if scores[best] < _SURE:
        best = _widest(filled)
    return _of_two(rows, best, fit, merged) or Header(best, scores[best], unique(rows[best]), 1, tuple(rows[best]))


def _widest(filled: dict[int, int]) -> int:
    """The first row with at least half as many cells as the fullest: a title above a table has one or two."""
    most = max(filled.values())
    return next(at for at, count in filled.items() if 2 * count >= most)


def _of_two(rows: Sequence[Sequence[str]], best: int, fit: Fit, merged: Sequence[Range]) -> Header | None:
    """The best row joined with the one above or below it, if the two are one header."""
    pairs = [top for top in (best - 1, best) if 0 <= top < len(rows) - 1]
    names = [(top, cells) for top in pairs if (cells := joined(rows, top, fit, merged))]
    found = [Header(top + 1, fit(cells), unique(cells), 2, tuple(cells)) for top, cells in names]
    return max(found, key=lambda header: header.score, default=None)
