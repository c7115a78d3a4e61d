"""Lines of a width. Rich breaks between words only, and Chinese has no blanks between its words."""

from __future__ import annotations

from rich.cells import cell_len, get_character_cell_size

_NOT_FIRST = frozenset("，。、；：？！）】》”’…,.;:?!)]}")
"""Marks that belong to what stands before them."""
_WIDE = 2


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` columns, broken at blanks and beside Chinese characters."""
    lines, rest = [], text
    while cell_len(rest) > width:
        at = _break(rest, width)
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*lines, rest]


def _break(text: str, width: int) -> int:
    """How many characters go on this line: up to the last place to break that fits, else all that fit."""
    used, best, fits = 0, 0, 0
    for at, char in enumerate(text):
        if at and _may_break(text[at - 1], char):
            best = at
        used += get_character_cell_size(char)
        if used > width:
            break
        fits = at + 1
    return best or max(fits, 1)


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST:
        return False
    return before == " " or _WIDE in {get_character_cell_size(before), get_character_cell_size(after)}
