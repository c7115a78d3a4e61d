"""What is said about a text file: the diagnostics of its encoding, its dialect and the rows that did not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.files.read.checks import LONGEST
from leadroute.files.read.patient import KEPT
from leadroute.model.diagnostic import Diagnostic, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.files.read.dialect import Sniffed
    from leadroute.files.read.encoding import Decoded
    from leadroute.files.read.patient import Odd
    from leadroute.files.read.source import Source

_LISTED = 200
_EXCERPT = 60
_USUAL = (",", "\t", ";", "|")
_CODES = {
    "long": "LR015",
    "short": "LR016",
    "open": "LR018",
    "zeros": "LR011",
    "quotes": "LR035",
    "shifted": "LR036",
    "cut": "LR037",
    "overlong": "LR049",
}
LOST_ROWS = frozenset(code for what, code in _CODES.items() if what not in KEPT)
"""The codes that say that a row could not be read."""


def of_encoding(text: Decoded, source: Source) -> list[Diagnostic]:
    """A guess is said with its reason, a doubt as a warning; strict UTF-8 and what the user ordered need no word."""
    if text.why in {"given", "utf8", "mark"}:
        return []
    if text.other:
        told = facts(encoding=text.encoding, other=text.other, reason=text.why)
        return [Diagnostic("LR031", Severity.WARNING, source.place(), told)]
    return [Diagnostic("LR013", Severity.NOTE, source.place(), facts(encoding=text.encoding, reason=text.why))]


def of_dialect(found: Sniffed, source: Source) -> list[Diagnostic]:
    """An unusual delimiter, and unusual ways to quote."""
    notes = [Diagnostic("LR041", Severity.NOTE, source.place(), facts(form=form)) for form in found.forms]
    if found.delimiter not in _USUAL:
        notes.insert(0, Diagnostic("LR040", Severity.NOTE, source.place(), facts(delimiter=_shown(found.delimiter))))
    return notes


def of_rows(odd: Sequence[Odd], first: int, width: int, source: Source) -> list[Diagnostic]:
    """The rows that did not fit: some named, all counted. ``first`` is the number of the first row."""
    told = [one for one in odd if one.what != "blanks"]
    named = [_of_row(one, first + one.at, width, source) for one in told[:_LISTED]]
    if len(told) > _LISTED:
        lost = sum(one.what not in KEPT for one in told)
        total = facts(long=lost, short=len(told) - lost, listed=_LISTED)
        named.insert(0, Diagnostic("LR017", Severity.WARNING, source.place(), total))
    return named


def unread(odd: Sequence[Odd], first: int) -> dict[int, str]:
    """The text of the rows that could not be read, by number."""
    return {first + one.at: one.text for one in odd if one.what not in KEPT and one.text}


def of_blanks(odd: Sequence[Odd], first: int, source: Source) -> list[Diagnostic]:
    """Blank cells right of the last column: one note for all rows."""
    rows = [first + one.at for one in odd if one.what == "blanks"]
    if not rows:
        return []
    return [Diagnostic("LR038", Severity.NOTE, source.place(rows[0]), facts(count=len(rows), row=rows[0]))]


def unreadable(broken: int, total: int, source: Source) -> Diagnostic:
    """Most rows do not fit their header: going on would drop most of the file."""
    return Diagnostic("LR039", Severity.ERROR, source.place(), facts(count=broken, total=total))


def _of_row(one: Odd, row: int, width: int, source: Source) -> Diagnostic:
    told = facts(found=one.found, expected=width, excerpt=one.text[:_EXCERPT], limit=LONGEST)
    return Diagnostic(_CODES[one.what], Severity.WARNING, source.place(row), told)


def _shown(delimiter: str) -> str:
    return delimiter if delimiter.isprintable() and delimiter != " " else f"U+{ord(delimiter):04X}"
