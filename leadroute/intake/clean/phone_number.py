"""One phone number, free of words and marks → E.164. What its digits leave open is marked as inferred.

The library checks numbers of other countries. Chinese ones go by shape and area code: any 1[3-9] is a mobile, since a
range nobody has today may be handed out tomorrow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.area_codes import AREA_CODES
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
_LANDLINE = re.compile(r"^(?:86)?0((10|2\d)[2-9]\d{7}|([3-9]\d\d)[2-9]\d{6,7})$")
_NO_ZERO = re.compile(r"^(86)?((10|2\d)[2-9]\d{7}|([3-9]\d\d)[2-9]\d{6,7})$")
_NORTH_AMERICA = re.compile(r"^1?([2-9]\d\d[2-9]\d{6})$")
_NEIGHBOUR = re.compile(r"^(?:852|853|886)")
_MOBILE_TYPES = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)


def read_number(number: str, home: Home) -> Verdict:
    """The verdict on digits with nothing but a ``+`` before them."""
    if number in placeholders.PHONES or _SAME.match(number):
        return "", PLACEHOLDER
    if not number.lstrip("+").isdigit() or not _SHORTEST <= len(number) <= _LONGEST:
        return "", INVALID
    if number.startswith(("+", "00")):
        return _dialled(number.removeprefix("00").lstrip("+"))
    if home.region not in ("", CHINA) and (found := _abroad(number, home.region)):
        return found
    return _chinese(number) or _guessed(number, home)


def area_code(number: str) -> str:
    """The area code of a Chinese landline in E.164, ``""`` for other numbers."""
    found = _NO_ZERO.match(number.removeprefix("+"))
    return (found[3] or found[4]) if found and found[1] else ""


def _dialled(digits: str) -> Verdict:
    """A number with its country code."""
    if digits.startswith("86") and (found := _chinese(digits)):
        return found
    if shape := _NORTH_AMERICA.match(digits):
        return f"+1{shape[1]}", OK
    if found := _valid(f"+{digits}", None):
        return found
    return (f"+86{digits}", INFERRED) if _MOBILE.match(digits) else ("", INVALID)


def _chinese(digits: str) -> Verdict | None:
    if shape := _MOBILE.match(digits) or _SERVICE.match(digits):
        return f"+86{shape[1]}", OK
    if (shape := _LANDLINE.match(digits)) and (shape[2] or shape[3]) in AREA_CODES:
        return f"+86{shape[1]}", OK
    if (shape := _NO_ZERO.match(digits)) and shape[1] and (shape[3] or shape[4]) in AREA_CODES:
        return f"+86{shape[2]}", OK
    return None


def _guessed(digits: str, home: Home) -> Verdict:
    """A number that only its surroundings tell: a lost zero, a local number, North America, a forgotten ``+``."""
    american = _NORTH_AMERICA.match(digits)
    lost = _NO_ZERO.match(digits)
    if lost and (lost[3] or lost[4]) in AREA_CODES and (home.region == CHINA or not american):
        return f"+86{lost[2]}", INFERRED
    if home.area and home.region in ("", CHINA) and (completed := _chinese(f"0{home.area}{digits}")):
        return completed[0], INFERRED
    if american:
        return f"+1{american[1]}", INFERRED
    found = _valid(f"+{digits}", None) if _NEIGHBOUR.match(digits) else None
    return (found[0], INFERRED) if found else ("", INVALID)


def _abroad(digits: str, region: str) -> Verdict | None:
    """A number as it is written in a country; what looks Chinese anyway must be a mobile there."""
    doubtful = _MOBILE.match(digits) or _SERVICE.match(digits)
    if (shape := _NORTH_AMERICA.match(digits)) and phonenumbers.country_code_for_region(region) == 1:
        return f"+1{shape[1]}", INFERRED if doubtful else OK
    found = _valid(digits, region, _MOBILE_TYPES if doubtful else ())
    return (found[0], INFERRED) if found and doubtful else found


def _valid(number: str, region: str | None, types: tuple[int, ...] = ()) -> Verdict | None:
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed) or (types and phonenumbers.number_type(parsed) not in types):
        return None
    return phonenumbers.format_number(parsed, PhoneNumberFormat.E164), OK
