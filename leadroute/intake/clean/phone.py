"""Phone numbers: E.164 as value and key. Plain Chinese mobiles by pattern, the rest by ``phonenumbers``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import phonenumbers
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.model.fold import fold
from leadroute.tables.arrow import TEXT, blanked, flags, judged, matching, patched, replaced, statuses, strings
from leadroute.tables.leads import DAMAGED, INFERRED, INVALID, OK, PLACEHOLDER

if TYPE_CHECKING:
    from leadroute.tables.arrow import Status

_MOBILE = r"^1[3-9]\d{9}$"
_PREFIXED = r"^(?:\+?0{0,2}(?:86){1,2}|0)?(1[3-9]\d{9})$"
_E164_MOBILE = r"^\+861[3-9]\d{9}$"
_WRAPPING = (
    r"(?i)^(?:p|tel|mobile|phone|电话|手机)[:：]\s*|\.0+$|\s*(?:ext\.?|extension|x|#|转|分机)\s*[:：.]?\s*\d{1,6}$"
)
_MARKS = r"[\s().\-‐-―－_/·]+"
_SAME = re.compile(r"^(\d)\1{6,}$")
_SCIENTIFIC = re.compile(r"^(\d)(?:\.(\d+))?e\+?(\d{1,2})$")
_LANDLINE = re.compile(r"^(?:(?:\+?86|0086)0?|0)((?:10|2\d)[2-9]\d{7}|[3-9]\d{2}[2-9]\d{6,7})$")
_SERVICE = re.compile(r"^(?:\+?86|0086)?([48]00\d{7})$")
_SERVICE_LINE = r"^\+86[48]00\d{7}$"  # a firm's, never a person's: shown, but no key
_NORTH_AMERICA = re.compile(r"^(?:\+?1|001)?([2-9]\d{2}[2-9]\d{6})$")
_DIGITS_MIN, _DIGITS_MAX = 7, 15


def clean(texts: pa.Array) -> Cleaned:
    """Bring numbers to E.164; a number in scientific form is ``DAMAGED`` unless all its digits are there."""
    odd = pc.invert(matching(texts, _MOBILE))
    known = pc.binary_join_element_wise(pa.scalar("+86", TEXT), texts, pa.scalar("", TEXT))
    found, some = _others(texts.filter(odd))
    known = patched(known, odd, found)
    status = statuses(len(texts))
    status[flags(odd)] = some
    typed = pc.is_in(known, value_set=strings([f"+86{number}" for number in sorted(placeholders.PHONES)]))
    status[flags(typed)] = PLACEHOLDER
    shown = blanked(known, typed)
    return Cleaned(shown, blanked(shown, matching(shown, _SERVICE_LINE)), status)


def _others(texts: pa.Array) -> tuple[pa.Array, Status]:
    """Numbers that are not eleven plain digits: most are after tidying, each of the rest is looked at."""
    tidy = replaced(replaced(pc.utf8_normalize(bare(texts), "NFKC"), _WRAPPING, ""), _MARKS, "")
    mobiles = replaced(tidy, _PREFIXED, r"+86\1")
    odd = pc.invert(matching(mobiles, _E164_MOBILE))
    pairs = pc.binary_join_element_wise(texts.filter(odd), tidy.filter(odd), pa.scalar("\0", TEXT))
    found, verdicts = judged(pairs, lambda pair: _judge(*pair.split("\0", 1)))
    status = statuses(len(texts))
    status[flags(odd)] = verdicts
    return patched(mobiles, odd, found), status


def _judge(text: str, number: str) -> tuple[str, int]:
    """The E.164 form and status of one number, given as written and without marks."""
    if not number:
        return "", PLACEHOLDER if text.strip() else OK
    if number in placeholders.PHONES or _SAME.match(number) or fold(text) in placeholders.PHONE:
        return "", PLACEHOLDER
    if wrecked := _SCIENTIFIC.match(fold(text)):
        return _restored(wrecked)
    if shape := _SERVICE.match(number) or _LANDLINE.match(number):
        return f"+86{shape[1]}", OK
    return _foreign(number)


def _restored(wrecked: re.Match[str]) -> tuple[str, int]:
    """Scientific form keeps a number only when it shows as many digits as the exponent needs."""
    digits = wrecked[1] + (wrecked[2] or "")
    if len(digits) == int(wrecked[3]) + 1 and re.match(_MOBILE, digits):
        return f"+86{digits}", INFERRED
    return "", DAMAGED


def _foreign(number: str) -> tuple[str, int]:
    """A number of another country; ten digits of the right shape without a country are taken as North American."""
    digits = number.lstrip("+")
    if not digits.isascii() or not digits.isdigit() or not _DIGITS_MIN <= len(digits) <= _DIGITS_MAX + 2:
        return "", INVALID
    if shape := _NORTH_AMERICA.match(number):
        return f"+1{shape[1]}", OK if number.startswith(("+", "00")) else INFERRED
    dialled = f"+{number[2:]}" if number.startswith("00") else number
    try:
        parsed = phonenumbers.parse(dialled, "CN")
    except phonenumbers.NumberParseException:
        return "", INVALID
    if not phonenumbers.is_valid_number(parsed):
        return "", INVALID
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164), OK
