"""What the reader's child process does: guard, open, choose the sheets, hand over their cells as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from leadroute.files.read.workbook.choice import choose
from leadroute.files.read.workbook.guard import BROKEN, Inspected, inspect
from leadroute.files.read.workbook.handover import Told, put_told
from leadroute.files.read.workbook.oddities import broken_sheets, oddities_of
from leadroute.files.read.workbook.sheet import put_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from leadroute.files.read.header import Fit
    from leadroute.files.read.options import Reading
    from leadroute.files.read.workbook.book import Book

    Opener = Callable[[bytes], Book]

_ZIP = b"PK"
_LONGEST = 200
_SHOWN = 3
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_XLS_BEGIN, _XLS_PASSWORD = b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x2f\x00"


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
    """Let one reader after the other try; the reason of the first counts if all refuse."""
    reason = ""
    for opener in _openers(wish.data):
        out.seek(0)
        out.truncate()
        try:
            told = _handed_over(opener(wish.data), wish, out)
        except (MemoryError, KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001 - readers raise anything, and a panic is no Exception
            if type(error).__name__ == "PasswordError" or _encrypted(wish.data):
                return _refused("LR005")
            reason = reason or _one_line(error)
            if any(BROKEN in odd for odd in wish.inspected.odd.values()):
                return _refused("LR009")
        else:
            return _with_notes(told, wish.inspected, reason)
    return _refused("LR006", reason=reason)


def _openers(data: bytes) -> Iterator[Opener]:
    from leadroute.files.read.workbook.first import CalamineBook  # noqa: PLC0415 - not every run has a workbook

    yield CalamineBook
    if data.startswith(_ZIP):
        from leadroute.files.read.workbook.second import OpenpyxlBook  # noqa: PLC0415 - slow to import, and rarely wanted

        yield OpenpyxlBook


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


def _encrypted(data: bytes) -> bool:
    """Is this a workbook under a password? The reader may only say that it does not know the format.

    Excel wraps an encrypted xlsx into an OLE file with a stream of this name; in an old xls the record that asks for
    the password comes right after the one that begins the book.
    """
    begin = data.find(_XLS_BEGIN)
    asks = begin >= 0 and data[begin + 20 : begin + 22] == _XLS_PASSWORD
    return asks or _ENCRYPTED in data


def _one_line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST]
