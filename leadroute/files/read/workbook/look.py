"""What the reader's child process does: guard, open, choose the sheets, hand over their cells as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from leadroute.files.read.workbook.choice import choose
from leadroute.files.read.workbook.guard import Inspected, inspect
from leadroute.files.read.workbook.handover import Told, put_told
from leadroute.files.read.workbook.oddities import broken_sheets, oddities_of
from leadroute.files.read.workbook.opening import Refused, with_reader
from leadroute.files.read.workbook.sheet import put_sheet

if TYPE_CHECKING:
    from leadroute.files.read.header import Fit
    from leadroute.files.read.options import Reading
    from leadroute.files.read.workbook.book import Book

_ZIP = b"PK"
_SHOWN = 3


class _Wish(NamedTuple):
    """What is to be read, what the guard saw in it, and how."""

    data: bytes
    inspected: Inspected
    fit: Fit
    how: Reading


def look(data: bytes, fit: Fit, how: Reading, out: BinaryIO) -> None:
    """Read a workbook; what is found, or why nothing is, goes to ``out``."""
    inspected = inspect(data) if data.startswith(_ZIP) else Inspected()
    wish = _Wish(data, inspected, fit, how)
    put_told(out, _refused(inspected.refusal) if inspected.refusal else _read(wish, out))


def _read(wish: _Wish, out: BinaryIO) -> Told:
    def use(book: Book) -> Told:
        out.seek(0)
        out.truncate()
        return _handed_over(book, wish, out)

    found = with_reader(wish.data, wish.inspected, use)
    if isinstance(found, Refused):
        return _refused(found.code, **found.facts)
    told, reason = found
    return _with_notes(told, wish.inspected, reason)


def _handed_over(book: Book, wish: _Wish, out: BinaryIO) -> Told:
    how, names = wish.how, (*book.seen, *book.unseen)
    if how.sheet and how.sheet not in names:
        return _refused("LR019", sheet=how.sheet, sheets=" | ".join(names))
    kept, others = choose(book, wish.fit, how)
    if not kept:
        return _refused("LR010")
    broken = broken_sheets(wish.data, wish.inspected.odd)
    if any(one.grid.name in broken for one in kept):
        return _refused("LR009")
    told = _refused("")
    told["notes"] = [("LR068", {"sheets": " | ".join(broken)})] if broken else []
    told["sheets"] = [put_sheet(one, oddities_of(wish.data, wish.inspected.odd, one.grid.name), out) for one in kept]
    told["others"] = others
    told["unseen"] = [] if how.sheet or not book.seen else list(book.unseen)
    return told


def _with_notes(told: Told, inspected: Inspected, reason: str) -> Told:
    if inspected.outside:
        told["notes"].append(("LR066", {"names": " | ".join(inspected.outside[:_SHOWN])}))
    if reason:
        told["notes"].append(("LR067", {"reason": reason}))
    return told


def _refused(code: str, **facts: str) -> Told:
    return Told(refusal=code, facts=facts, notes=[], sheets=[], others=[], unseen=[])
