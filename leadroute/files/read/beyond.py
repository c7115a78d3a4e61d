"""The lines of a text that hold bytes beyond ASCII: they alone tell its encoding, wherever in the file they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = 1 << 20
_PLACES = 16  # stretches of a big file, spread evenly, from each of which lines are taken
_EACH = 200
_LONGEST = 4000
_THREE = "\u0800"  # characters from here on take three bytes in UTF-8: hardly ever by chance
_HARDLY = 0.1
_ELSEWHERE = ("gb18030", "big5", "shift_jis", "euc_kr")
_STRAY = 5


@dataclass(frozen=True, slots=True)
class Mix:
    """What lines beyond ASCII are by themselves: ``utf8``, ``other`` or ``both``; ``turn`` is where the kind changes.

    ``turn`` is the offset of the first line that differs from those before it (-1: there is none).
    """

    kind: str
    turn: int = -1


def lines_beyond(data: bytes) -> list[tuple[int, bytes]]:
    """Offsets and bytes of lines with bytes beyond ASCII: the first ones of each stretch of the file."""
    size = max(len(data) // _PLACES + 1, _PIECE)
    found: list[tuple[int, bytes]] = []
    for start in range(0, len(data), size):
        for count, line in enumerate(_from(data, start, min(start + size, len(data)))):
            if count == _EACH:
                break
            if not found or line[0] > found[-1][0]:
                found.append(line)
    return found


def _from(data: bytes, start: int, end: int) -> Iterator[tuple[int, bytes]]:
    done = start
    for piece in range(start, end, _PIECE):
        codes = np.frombuffer(data, np.uint8, min(_PIECE, end - piece), piece)
        high = np.flatnonzero(codes > 127)  # noqa: PLR2004 - the last of ASCII
        at = 0
        while (at := int(np.searchsorted(high, done - piece, side="left") if done > piece else at)) < len(high):
            spot = piece + int(high[at])
            begin, stop = _line(data, spot)
            yield begin, data[begin:stop]
            done = stop if stop < spot + _LONGEST else (data.find(b"\n", stop) + 1 or len(data))


def _line(data: bytes, spot: int) -> tuple[int, int]:
    """Where the line around a byte begins and ends; of a very long one only the part from this byte on."""
    near = max(spot - _LONGEST, 0)
    begin = max(data.rfind(b"\n", near, spot), data.rfind(b"\r", near, spot)) + 1
    stops = [data.find(end, spot, spot + _LONGEST) for end in (b"\n", b"\r")]
    stop = min((at + 1 for at in stops if at >= 0), default=min(spot + _LONGEST, len(data)))
    return (begin if begin or not near else spot), stop


def mix(lines: list[tuple[int, bytes]]) -> Mix:
    """Tell whether lines that are not UTF-8 throughout are damaged UTF-8, something else, or one and the other."""
    counts = [(at, line, *_counts(line)) for at, line in lines]
    utf8 = [at for at, _, _, strong, bad in counts if strong > max(bad, 1)]
    others = [at for at, line, good, _, bad in counts if bad > good and (not utf8 or _is_foreign(line))]
    most, least = max(len(utf8), len(others)), min(len(utf8), len(others))
    if least > _HARDLY * (most + least):
        return Mix("both", max(utf8[0], others[0]))
    if not others or len(utf8) > len(others) or (not utf8 and _only_strays(counts)):
        return Mix("utf8")
    return Mix("other")


def _is_foreign(line: bytes) -> bool:
    """Does a line that is no UTF-8 read as something else throughout, and so is not just damaged?"""
    return any(_reads(line, name) for name in _ELSEWHERE)


def _reads(line: bytes, name: str) -> bool:
    try:
        line.decode(name)
    except UnicodeError:
        return False
    return True


def _counts(line: bytes) -> tuple[int, int, int]:
    """How many characters read well as UTF-8, how many of those take three bytes, and how many bytes do not read."""
    text = line.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(letter > "\x7f" for letter in text) - bad
    return good, sum(letter >= _THREE for letter in text) - bad, bad


def _only_strays(counts: list[tuple[int, bytes, int, int, int]]) -> bool:
    """Western UTF-8 has no characters of three bytes; a few bytes that do not read are damage there."""
    return sum(good for _, _, good, _, _ in counts) > _STRAY * sum(bad for *_, bad in counts)
