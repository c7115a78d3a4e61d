"""A cell of a phone column: the numbers in it, the extension, the words around them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.phone_number import Home, area_code, read_number
from leadroute.model.fold import fold
from leadroute.tables.leads import DAMAGED, INFERRED, INVALID, OK, PLACEHOLDER


class PhoneCell(NamedTuple):
    """What a cell says: the number used in E.164 and its status, its extension, other numbers, hidden digits.

    A tuple, as it is made in thousands.
    """

    number: str = ""
    status: int = OK
    extension: str = ""
    others: tuple[str, ...] = ()
    hidden: bool = False


SERVICE = re.compile(r"^\+86[48]00\d{7}$")
"""A firm's number, never a person's."""

_ENOUGH = 7
"""Digits below which a piece of a cell is no number of its own: ``88886666/67``."""

_AROUND = re.compile(r"^['\"=\s]+|['\"\s]+$|\.0+['\"\s]*$")
_SCIENTIFIC = re.compile(r"^(\d)(?:\.(\d+))?e\+?(\d{1,2})$")
_GROUPED = re.compile(r"^\d{1,3}(?:,\d{3}){2,}$")
_HIDDEN = re.compile(r"\d{2}[*x•]{3,}\d{2}|\d{3}[*•]{2,}")
_BETWEEN = re.compile(r"[、;,|/\\&]|或者?|及|和|\b(?:or|and)\b|\s{2,}")
_TRUNK = re.compile(r"(\+\d[\d\s]*)\(0\)")
_WORDY = re.compile(r"[转轉分ex#*]")
_EXTENSION = re.compile(
    r"^(.*\d.*?)[\s,]*(?:\(?\s*(?:转接?|轉|分机号?|分機|extension|extn?\.?|x|#|\*)\s*[:.]?\s*)(\d{1,6})\s*\)?$"
)
_DASHED = re.compile(
    r"^((?:\+?86[\s-]*)?\(?0?(?:10|2\d|[3-9]\d\d)\)?[\s-]*\d{7,8}|[48]00-?\d{3}-?\d{4}|[2-9]\d{3}[\s-]?\d{4})-(\d{1,6})$"
)
_MOBILES = re.compile(r"(?<!\d)(?:\+?86[\s-]*)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)")
_WORDS = re.compile(r"[^\W\d_a-z]+|^(?:telephone|tel|phone|mobile|mob|cell|call|home|work|office|[ptmhow])(?=[+\d])")
_MARKS = re.compile(r"[\s().\-‐-―－_/·:\[\]{}'\"~!]+")
_NO_DIGIT = re.compile(r"\D+")
_NUMBER = re.compile(r"^\+?\d+$")
_AMERICAN = re.compile(r"^1[\s.-]+\(?[2-9]\d\d\)?[\s.-]+[2-9]\d\d[\s.-]+\d{4}$")
_MOBILE = re.compile(r"^\+861[3-9]\d{9}$")


def read_cell(text: str, home: Home) -> PhoneCell:
    """Read a cell: its first mobile is used, else its first usable number."""
    tidy = _AROUND.sub("", fold(text))
    if tidy in placeholders.PHONE or not tidy.strip(placeholders.SIGNS):
        return PhoneCell(status=PLACEHOLDER if text.strip() else OK)
    if tidy.isdigit():
        return PhoneCell(*read_number(tidy, home))
    if wrecked := _SCIENTIFIC.match(tidy):
        return _restored(wrecked)
    if _GROUPED.match(tidy):
        tidy = tidy.replace(",", "")
    if _HIDDEN.search(tidy):
        return PhoneCell(status=INVALID, hidden=True)
    return _chosen(_read_all(tidy, home))


def _restored(wrecked: re.Match[str]) -> PhoneCell:
    """Scientific form keeps a number only when it shows as many digits as the exponent needs."""
    digits = wrecked[1] + (wrecked[2] or "")
    found, _ = read_number(digits, Home())
    if len(digits) == int(wrecked[3]) + 1 and _MOBILE.match(found):
        return PhoneCell(found, INFERRED)
    return PhoneCell(status=DAMAGED)


def _read_all(text: str, home: Home) -> list[PhoneCell]:
    """The numbers of a cell, in their order; a local one rings in the city of the landline before it."""
    one = _read_one(text, home)
    if one.number or one.status == PLACEHOLDER:
        return [one]
    found = []
    for piece in _pieces(text):
        read = _read_one(piece, home)
        if area := area_code(read.number):
            home = replace(home, area=area)
        found.append(read)
    return found if any(cell.number for cell in found) else [one]


def _pieces(text: str) -> list[str]:
    parted = _long_enough(_BETWEEN.split(text))
    if parted and parted != [text]:
        return parted
    return _MOBILES.findall(text) or _long_enough(text.split())


def _long_enough(pieces: list[str]) -> list[str]:
    return [piece for piece in pieces if len(_NO_DIGIT.sub("", piece)) >= _ENOUGH]


def _read_one(text: str, home: Home) -> PhoneCell:
    body, extension = text, ""
    if split := _DASHED.match(text) or (_WORDY.search(text) and _EXTENSION.match(text)):
        body, extension = split[1], split[2]
    number = _MARKS.sub("", _TRUNK.sub(r"\1", body))
    if not _NUMBER.match(number):
        number = _WORDS.sub("", number)
    if not _NUMBER.match(number):
        return PhoneCell(status=INVALID)
    found, status = read_number(f"+{number}" if _AMERICAN.match(body) else number, home)
    return PhoneCell(found, status, extension if found else "")


def _chosen(cells: list[PhoneCell]) -> PhoneCell:
    usable = [cell for cell in cells if cell.number]
    if len(usable) == 1:
        return usable[0]
    if not usable:
        return PhoneCell(status=max((cell.status for cell in cells), default=INVALID))
    used = next((cell for cell in usable if _MOBILE.match(cell.number)), usable[0])
    others = dict.fromkeys(cell.number for cell in usable if not SERVICE.match(cell.number))
    others.pop(used.number, None)
    return used._replace(others=tuple(others))
