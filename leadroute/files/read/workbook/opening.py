"""Opening a workbook: one reader after the other tries, and their complaints become the code of a refusal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from leadroute.files.read.workbook.guard import BROKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from leadroute.files.read.workbook.book import Book
    from leadroute.files.read.workbook.guard import Inspected

    Opener = Callable[[bytes], Book]

T = TypeVar("T")

_ZIP = b"PK"
_LONGEST = 200
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_XLS_BEGIN, _XLS_PASSWORD = b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x2f\x00"


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing was read: the code, and the facts of it."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


def with_reader(data: bytes, inspected: Inspected, use: Callable[[Book], T]) -> tuple[T, str] | Refused:
    """What ``use`` makes of the book, and why the first reader refused it ("": it did not).

    ``use`` may be called again with another reader's book; the reason of the first counts if all refuse.
    """
    reason = ""
    for opener in _openers(data):
        try:
            return use(opener(data)), reason
        except (MemoryError, KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001 - readers raise anything, and a panic is no Exception
            if type(error).__name__ == "PasswordError" or _encrypted(data):
                return Refused("LR005")
            reason = reason or _one_line(error)
            if any(BROKEN in odd for odd in inspected.odd.values()):
                return Refused("LR009")
    return Refused("LR006", {"reason": reason})


def _openers(data: bytes) -> Iterator[Opener]:
    from leadroute.files.read.workbook.first import CalamineBook  # noqa: PLC0415 - not every run has a workbook

    yield CalamineBook
    if data.startswith(_ZIP):
        from leadroute.files.read.workbook.second import OpenpyxlBook  # noqa: PLC0415 - slow to import, and rarely wanted

        yield OpenpyxlBook


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
