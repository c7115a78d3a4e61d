"""Numbers of other countries, by the plans of ``phonenumbers``.

The library takes nearly a tenth of a millisecond for a number. Where a number has the trunk prefix of its country and
then matches the country's pattern of landlines or mobiles, or none of its patterns, its answer is known beforehand.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import phonenumbers
import pyarrow as pa
import pyarrow.compute as pc
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from leadroute.tables.arrow import TEXT, blanked, matching, replaced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from phonenumbers import PhoneNumberDesc

NORTH_AMERICA = r"^1?([2-9]\d\d[2-9]\d{6})$"
_USUAL = ("fixed_line", "mobile")
_OTHERS = ("premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan", "voicemail")
_MOBILE_TYPES = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)


def read_abroad(number: str, region: str | None, *, mobile: bool = False) -> str:
    """The E.164 form of a number as it is written in a country (``None``: with ``+``), ``""`` if it is none there.

    ``mobile`` accepts mobiles only.
    """
    plan = None if mobile or region is None else _plan(region)
    if plan and number.startswith(plan.trunk):
        national = number[len(plan.trunk) :]
        if plan.usual.fullmatch(national):
            return f"+{plan.country}{national}"
        if not re.search(plan.taken, number):
            return ""
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(parsed) or (mobile and phonenumbers.number_type(parsed) not in _MOBILE_TYPES):
        return ""
    return phonenumbers.format_number(parsed, PhoneNumberFormat.E164)


def north_american(region: str) -> bool:
    """Does the country share the country code 1?"""
    return region in phonenumbers.COUNTRY_CODE_TO_REGION_CODE[1]


def mobile_pattern(region: str) -> str:
    """A pattern (RE2) of mobiles as the digits are written in a country, for one that looks like a Chinese mobile."""
    found = phonenumbers.PhoneMetadata.metadata_for_region(region)
    mobile = found.mobile.national_number_pattern if found and found.mobile else None
    return f"^{'1' if north_american(region) else ''}(?:{mobile})$" if mobile else "^$"


def within(region: str, digits: pa.Array) -> pa.Array:
    """Numbers as they are dialled within a country in E.164; ``""`` where the plan of the country does not tell."""
    plan = _plan(region)
    if plan is None:
        return pa.repeat(pa.scalar("", TEXT), len(digits))
    found = replaced(digits, f"^{plan.trunk}({plan.usual.pattern})$", rf"+{plan.country}\1")
    return blanked(found, pc.invert(pc.starts_with(found, "+")))


def unknown(region: str, digits: pa.Array) -> pa.Array:
    """Which of such numbers the plan of the country does not know: they ring elsewhere, or nowhere."""
    plan = _plan(region)
    if plan is None:
        return pa.repeat(pa.scalar(value=False), len(digits))
    return pc.and_(pc.starts_with(digits, plan.trunk), pc.invert(matching(digits, plan.taken)))


class _Plan(NamedTuple):
    """A country: ``usual`` are its landlines and mobiles, ``taken`` is a pattern of whatever means something there.

    That is every number, with and without trunk prefix, and calls to other countries.
    """

    country: int
    trunk: str
    usual: re.Pattern[str]
    taken: str


@cache
def _plan(region: str) -> _Plan | None:
    """The plain part of a country's plan; ``None`` where the trunk prefix is no plain digits, or missing."""
    found = phonenumbers.PhoneMetadata.metadata_for_region(region)
    if found is None or not found.national_prefix or found.national_prefix_for_parsing != found.national_prefix:
        return None
    country = phonenumbers.country_code_for_region(region)
    if found.national_prefix_transform_rule or len(phonenumbers.region_codes_for_country_code(country)) > 1:
        return None
    if str(country).startswith(found.national_prefix):
        return None
    usual, every = (_one_of(getattr(found, kind) for kind in kinds) for kinds in (_USUAL, _USUAL + _OTHERS))
    outwards = found.international_prefix or "$"
    taken = f"^(?:{outwards})|^(?:{found.national_prefix})?(?:{every.pattern})$"
    return _Plan(country, found.national_prefix, usual, taken)


def _one_of(kinds: Iterable[PhoneNumberDesc | None]) -> re.Pattern[str]:
    patterns = [kind.national_number_pattern for kind in kinds if kind and kind.national_number_pattern]
    return re.compile("|".join(f"(?:{one})" for one in patterns))
