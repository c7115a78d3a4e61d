"""What the reader cannot tell of an xlsx sheet: hidden rows, formulas without a value, cells that hold an error."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from leadroute.files.read.workbook.far import column_number
from leadroute.files.read.workbook.odd import Lost, Oddities
from leadroute.files.read.workbook.parts import blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ROW = re.compile(rb"""<[\w:]*row\b([^>]*)>""")
_HIDDEN = re.compile(rb"""\shidden=["'](?:1|true)["']""")
_NUMBER = re.compile(rb"""\sr=["'](\d+)["']""")
_PLACE = re.compile(rb"""\sr=["']([A-Za-z]+)(\d+)["']""")
_FORMULA = rb"<(?:\w+:)?f\b[^>]*(?:/>|>([^<]*)</(?:\w+:)?f>)"
_EMPTY = rb"(<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?"
_NO_VALUE = re.compile(rb"<(?:\w+:)?c\b([^>]*)>" + _FORMULA + _EMPTY + rb"</(?:\w+:)?c>")
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\b([^>]*\bt=["']e["'][^>]*)>(?:""" + _FORMULA + rb")?<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>"
)
_TEXT_RESULT = re.compile(rb"""\bt=["']str["']""")


def xlsx_oddities(pieces: Iterable[bytes], odd: frozenset[str]) -> Oddities:
    """Go through a sheet's part for what the guard saw in it."""
    found = Oddities()
    row = 0
    for block in blocks(pieces):
        if "hidden" in odd:
            numbered = list(_numbered(block, row))
            found.hidden += [number for number, attributes in numbered if _HIDDEN.search(attributes)]
            row = numbered[-1][0] if numbered else row
        if "formula" in odd:
            found.formulas += _placed(_unworked(block))
        if "error" in odd:
            found.errors += _placed((at, at[3].decode(errors="replace")) for at in _ERROR.finditer(block))
    return found


def _numbered(block: bytes, before: int) -> Iterator[tuple[int, bytes]]:
    """The rows of a block with their numbers; one without a number follows the one before."""
    for found in _ROW.finditer(block):
        number = _NUMBER.search(found[1])
        before = int(number[1]) if number else before + 1
        yield before, found[1]


def _unworked(block: bytes) -> Iterator[tuple[re.Match[bytes], str]]:
    """Formulas nobody has worked out yet; one whose result is an empty text has an empty value and says so."""
    for found in _NO_VALUE.finditer(block):
        if not (found[3] and _TEXT_RESULT.search(found[1])):
            yield found, "=" + unescape((found[2] or b"").decode(errors="replace"))


def _placed(found: Iterable[tuple[re.Match[bytes], str]]) -> Iterator[Lost]:
    for match, text in found:
        if place := _PLACE.search(match[1]):
            yield Lost(int(place[2]), column_number(place[1]) - 1, text)
