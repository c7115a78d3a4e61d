"""A cell of a phone column: the numbers in it, the extension, the words around them."""

from __future__ import annotations

import re
from typing import NamedTuple

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.phone_abroad import north_american
from leadroute.intake.clean.phone_number import CHINA, Home, Verdict, area_code, read_number
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

_TWO_NUMBERS = 14
"""Characters up to which a cell cannot hold two numbers."""

_ENOUGH = 7
"""Digits below which a piece of a cell is no number of its own: ``88886666/67``."""

_POINT_ZERO = re.compile(r"\.0+$")
_SCIENTIFIC = re.compile(r"^(\d)(?:\.(\d+))?e\+?(\d{1,2})$")
_GROUPED = re.compile(r"^\d{1,3}(?:,\d{3}){2,}$")
_HIDDEN = re.compile(r"[*x•]{3,}\d{2}|\d{3}[*•]{2,}")
_BETWEEN = re.compile(r"[、;,|/\\&]|或者?|及|和|\b(?:or|and)\b|\s{2,}")
_TRUNK = re.compile(r"(\+\d[\d\s]*)\(0\)")
_WORDY = re.compile(r"[转轉分x#*]")
_EXTENSION = re.compile(r"[\s,(]*(?:转接?|轉|分机号?|分機|extension|extn?\.?|x|#|\*)\s*[:.]?\s*(\d{1,6})\s*\)?$")
_DASHED = re.compile(
    r"^((?:\+?86[\s-]*)?\(?0?(?:10|2\d|[3-9]\d\d)\)?[\s-]*\d{7,8}|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4}|[2-9]\d{3}[\s-]?\d{4})-(\d{1,6})$"
)
_MOBILES = re.compile(r"(?<!\d)(?:\+?86[\s-]*)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)")
_WORDS = re.compile(r"[^\W\d_a-z]+|^(?:telephone|tel|phone|mobile|mob|cell|call|home|work|office|[ptmhow])(?=[+\d])")
_MARKS = dict.fromkeys(map(ord, " \t\n().-‐‑‒–—―－_/·:[]{}'\"~!"))
_NO_DIGIT = re.compile(r"\D+")
_NUMBER = re.compile(r"^\+?\d+$")
_AMERICAN = re.compile(r"^(?:1[\s.-]+|(?![48]00))(?:\([2-9]\d\d\)|[2-9]\d\d[\s.-])[\s.-]*\d{3}[\s.-]+\d{4}$")
_AMERICAS = 10
_PLUS_MOBILE = re.compile(r"^\+1[3-9]\d{9}$")
_MOBILE = re.compile(r"^\+861[3-9]\d{9}$")


def read_cell(text: str, home: Home) -> PhoneCell:
    """Read a cell: its first mobile is used, else its first usable number."""
    if text.isdigit() and text.isascii() and text not in placeholders.PHONE:
        return PhoneCell(*read_number(text, home))
    tidy = _POINT_ZERO.sub("", fold(text).strip("'\"= "))
    if tidy in placeholders.PHONE or not tidy.strip(placeholders.SIGNS):
        return PhoneCell(status=PLACEHOLDER if text.strip() else OK)
    if "e" in tidy and (wrecked := _SCIENTIFIC.match(tidy)):
        return _restored(wrecked)
    if "," in tidy and _GROUPED.match(tidy):
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
    pieces = _long_enough(_BETWEEN.split(text)) if len(text) > _TWO_NUMBERS else []
    if len(pieces) <= 1:
        one = _read_one(text, home)
        if one.number or one.status == PLACEHOLDER:
            return [one]
        pieces = [piece for piece in pieces if piece != text] or _MOBILES.findall(text) or _long_enough(text.split())
    found = []
    for piece in pieces:
        read = _read_one(piece, home)
        if area := area_code(read.number):
            home = Home(home.region, area)
        found.append(read)
    return found


def _long_enough(pieces: list[str]) -> list[str]:
    return [piece for piece in pieces if len(_NO_DIGIT.sub("", piece)) >= _ENOUGH]


def _read_one(text: str, home: Home) -> PhoneCell:
    body, extension = text, ""
    if split := _DASHED.match(text):
        body, extension = split[1], split[2]
    elif _WORDY.search(text) and (split := _EXTENSION.search(text)):
        body, extension = text[: split.start()], split[1]
    number = (_TRUNK.sub(r"\1", body) if "(0)" in body else body).translate(_MARKS)
    if not _NUMBER.match(number):
        number = _WORDS.sub("", number)
        if not _NUMBER.match(number):
            return PhoneCell(status=INVALID)
    found, status = _read_grouped(body, number, home)
    return PhoneCell(found, status, extension if found else "")


def _read_grouped(body: str, number: str, home: Home) -> Verdict:
    """The verdict on a number; how it is grouped tells American ones from Chinese mobiles with the same digits."""
    american = bool(_AMERICAN.match(body))
    ours = american and (home.region in ("", CHINA) or north_american(home.region))
    found, status = ("", INVALID) if ours else read_number(number, home)
    if american and (ours or _MOBILE.match(found)):
        found, status = read_number(f"+{number}" if len(number) > _AMERICAS else f"+1{number}", home)
        return found, INFERRED if found and body[0] != "1" and not north_american(home.region) else status
    if not found and _PLUS_MOBILE.match(body):
        return read_number(number[1:], home)[0], INFERRED
    return found, status


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
