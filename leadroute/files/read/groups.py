"""Headers of two rows: groups such as 联系方式 above names such as 手机, joined into one row of names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Fit = Callable[[Sequence[str]], float]

_DATA = re.compile(r"\d{5,}|@|^[\d.,:%/\- ]+$")
_TOLD = re.compile(r"[:：]|\d{5,}")
_WIDEST = 1024
_LEAST = 2  # names under groups, and cells in the row of groups: a title above a header stands alone
_LONGEST = 30
"""A name of a column is shorter than this, and holds no number, address or date."""


class Range(NamedTuple):
    """A merged range, 0-based, its last row and column included."""

    top: int
    left: int
    bottom: int
    right: int


class _Span(NamedTuple):
    """Columns (the last one included) under one cell of the upper row."""

    left: int
    right: int


def joined(rows: Sequence[Sequence[str]], top: int, fit: Fit, merged: Sequence[Range]) -> list[str]:
    """The names of two rows that are one header, ``[]`` if they are not.

    Merged ranges prove it, provided that what stands under a group looks like names. Without them (CSV) the blanks
    must be where merged cells leave them, and the join must bring more known names than either row has.
    """
    above, below = ([cell.strip() for cell in rows[at]] for at in (top, top + 1))
    width = max(len(above), len(below))
    if width > _WIDEST:
        return []
    above, below = ([*row, *[""] * (width - len(row))] for row in (above, below))
    spans = _merged_spans(top, width, merged) or _blank_spans(above, below)
    under = [cell for span in spans for cell in below[span.left : span.right + 1] if cell]
    if not (_are_names(above, _TOLD) and _are_names(under, _DATA)):
        return []
    cells = _names(above, below, spans, fit)
    proven = any(one.top == top and one.bottom == top + 1 for one in merged) or (bool(merged) and fit(under) > 0)
    gains = int(fit(cells)) > max(int(fit(above)), int(fit(below)))
    return cells if gains or (proven and int(fit(cells)) >= int(fit(below))) else []


def _are_names(cells: list[str], unlike: re.Pattern[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) >= _LEAST and not any(unlike.search(cell) or len(cell) > _LONGEST for cell in filled)


def _names(above: list[str], below: list[str], spans: list[_Span], fit: Fit) -> list[str]:
    """The lower name where it is known or stands alone, ``group/name`` where it is not known or used before."""
    group = {at: above[span.left] for span in spans for at in range(span.left, span.right + 1)}
    names: list[str] = []
    for at, under in enumerate(below):
        over = group.get(at, above[at])
        plain = not over or over == under or (under not in names and fit([under]) > 0)
        names.append(over if not under else under if plain else f"{over}/{under}")
    return names


def _merged_spans(top: int, width: int, merged: Sequence[Range]) -> list[_Span]:
    """The merged groups of the upper row; one over the whole width is a title."""
    own = (one for one in merged if one.top <= top == one.bottom and one.right > one.left)
    return [_Span(one.left, min(one.right, width - 1)) for one in own if one.right - one.left + 1 < width]


def _blank_spans(above: list[str], below: list[str]) -> list[_Span]:
    """Groups without merged ranges: a name, blanks after it, and names under all of them; else one of the two rows."""
    spans = []
    for at, over in enumerate(above):
        end = at
        while over and end + 1 < len(above) and not above[end + 1] and below[end + 1] and below[at]:
            end += 1
        if end > at:
            spans.append(_Span(at, end))
    inside = {at for span in spans for at in range(span.left, span.right + 1)}
    alone = [(over, under) for at, (over, under) in enumerate(zip(above, below, strict=True)) if at not in inside]
    return [] if any(bool(over) == bool(under) and over for over, under in alone) else spans
