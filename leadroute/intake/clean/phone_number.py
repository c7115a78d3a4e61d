"""One phone number, free of words and marks → E.164. What its digits leave open is marked as inferred.

The library checks numbers of other countries. Chinese ones go by shape and area code: any 1[3-9] is a mobile, since a
range nobody has today may be handed out tomorrow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.area_codes import AREA_CODES
from leadroute.intake.clean.phone_abroad import NORTH_AMERICA, north_american, read_abroad
from leadroute.tables.leads import INFERRED, INVALID, OK, PLACEHOLDER

Verdict = tuple[str, int]
"""A number in E.164 (``""``: unusable) and its status."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a number that names no country rings: ISO code of the country (``""``: unknown), area code of the city."""

    region: str = ""
    area: str = ""


CHINA = "CN"
_SHORTEST, _LONGEST = 7, 17
_SAME = re.compile(r"^(\d)\1{6,}$")
_MOBILE = re.compile(r"^(?:86){0,2}0?(1[3-9]\d{9})$")
_SERVICE = re.compile(r"^(?:86)?([48]00\d{7})$")
_LANDLINE = re.compile(r"^(86)?(0)?((10|2\d)[2-9]\d{7}|([3-9]\d\d)[2-9]\d{6,7})$")
_NORTH_AMERICA = re.compile(NORTH_AMERICA)
_NEIGHBOURS = ("852", "853", "886")


def read_number(number: str, home: Home) -> Verdict:
    """The verdict on digits with nothing but a ``+`` before them."""
    if number in placeholders.PHONES or _SAME.match(number):
        return "", PLACEHOLDER
    if not _SHORTEST <= len(number) <= _LONGEST:
        return "", INVALID
    if number.startswith(("+", "00")):
        return _dialled(number.removeprefix("00").lstrip("+"))
    if home.region not in ("", CHINA) and (found := _abroad(number, home.region)):
        return found
    return _chinese(number) or _guessed(number, home)


def area_code(number: str) -> str:
    """The area code of a Chinese landline in E.164, ``""`` for other numbers."""
    found = _LANDLINE.match(number.removeprefix("+"))
    return (found[4] or found[5]) if found and found[1] else ""


def _dialled(digits: str) -> Verdict:
    """A number with its country code."""
    if digits.startswith("86") and (chinese := _chinese(digits)):
        return chinese
    if shape := _NORTH_AMERICA.match(digits):
        return f"+1{shape[1]}", OK
    found = read_abroad(f"+{digits}", None)
    return (found, OK) if found else ("", INVALID)


def _chinese(digits: str) -> Verdict | None:
    if shape := _MOBILE.match(digits) or _SERVICE.match(digits):
        return f"+86{shape[1]}", OK
    shape = _LANDLINE.match(digits)
    if shape and (shape[1] or shape[2]) and (shape[4] or shape[5]) in AREA_CODES:
        return f"+86{shape[3]}", OK
    return None


def _guessed(digits: str, home: Home) -> Verdict:
    """A number that only its surroundings tell: a lost zero, a local number, North America, a forgotten ``+``."""
    american = _NORTH_AMERICA.match(digits)
    if home.region == CHINA or not (american or home.region):
        completed = _chinese(f"0{digits}") or (_chinese(f"0{home.area}{digits}") if home.area else None)
        if completed:
            return completed[0], INFERRED
    if american:
        return f"+1{american[1]}", INFERRED
    found = read_abroad(f"+{digits}", None) if digits.startswith(_NEIGHBOURS) else ""
    return (found, INFERRED) if found else ("", INVALID)


def _abroad(digits: str, region: str) -> Verdict | None:
    """A number as it is written in a country; what looks Chinese anyway must be a mobile there."""
    doubtful = bool(_MOBILE.match(digits) or _SERVICE.match(digits))
    if not doubtful and (shape := _NORTH_AMERICA.match(digits)) and north_american(region):
        found = f"+1{shape[1]}"
    else:
        found = read_abroad(digits, region, mobile=doubtful)
    return (found, INFERRED if doubtful else OK) if found else None
