"""Chinese phone numbers of known shape, a column at a time; most cells of most files are such.

What a pattern here takes, ``phone_cell`` reads alike, one by one and far slower.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.area_codes import AREA_CODES
from leadroute.tables.arrow import TEXT, blanked, flags, matching, patched, replaced, strings, without_sign
from leadroute.tables.leads import Beside

_SHORT, _LONG = (
    "|".join(sorted(code for code in AREA_CODES if len(code) == length and code[0] != "1")) for length in (2, 3)
)
_MOBILE = r"1[3-9]\d{9}"
_MOBILE_LENGTH = 11
_AFTER_ZERO = rf"(?:(?:10|{_SHORT})-?[2-9]\d{{7}}|(?:{_LONG})-?[2-9]\d{{6,7}})"
_NUMBER = rf"(?:{_MOBILE}|0{_AFTER_ZERO})"
_LIKE_LANDLINE = r"0(?:10|[2-9]\d)\d?-?\d{4,9}"
_BETWEEN = r"\s*[/、,，;；|]\s*"
_EXTENSION = r"(?:\s*(?:转|分机|(?i:ext)\.?|x|#)\s*|-)\d{1,6}$"
_CODED = rf"(10|{_SHORT})\)?[\s-]*([2-9]\d{{3}})[\s-]?(\d{{4}})|({_LONG})\)?[\s-]*([2-9]\d{{2,3}})[\s-]?(\d{{4}})"
_DRESSED = (
    r"""^['="\s]*(?i:p:|tel:)?\s*(?:"""
    r"(?:(?:\+?86|0086|086)[\s-]*|0)?(1[3-9]\d)[\s-]?(\d{4})[\s-]?(\d{4})"
    rf"|\(?(?:(?:\+?86|0086)[\s-]*\(?0?|0)(?:{_CODED})"
    r""")(?:\.0+)?["\s]*$"""
)
_WITH_TRUNK = r"^0[1-9]\d{0,3}-?\d{5,10}$"
_WHOLE = r"+86\1\2\3\4\5\6\7\8\9"
_IS_MOBILE = r"^\+861[3-9]"
_WIDE = "[０-９]"
_FIRST = 10_000  # texts that show of what shape most of a column are
_SAME = "|".join(f"{digit}+" for digit in "123456789")


def in_bulk(texts: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Which texts are plain mobiles, or landlines, as more are among the first; and these (no others) in E.164."""
    first = texts.slice(0, _FIRST)
    if _count(_mobiles(first)) >= _count(_landlines(first)):
        bulk, found = _mobiles(texts), _prefixed(texts)
    else:
        bulk, found = _landlines(texts), without_sign(pc.utf8_replace_slice(texts, 0, 1, "+86"), "-")
    return pc.and_(bulk, pc.invert(typed(found))), found


def numbers(texts: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Single numbers in E.164, other texts as they are; and which texts are neither numbers nor blank."""
    plain = matching(texts, f"^{_NUMBER}$")
    found = patched(texts, plain, _plain(texts.filter(plain)))
    odd = pc.invert(pc.or_(plain, pc.equal(texts, "")))
    some = _narrow(texts.filter(odd))
    dressed = matching(some, _DRESSED)
    some = patched(some, dressed, replaced(some.filter(dressed), _DRESSED, _WHOLE))
    return patched(found, odd, some), patched(odd, odd, pc.invert(dressed))


def typed(numbers: pa.Array) -> pa.Array:
    """Which numbers in E.164 are typed by everybody and are nobody's."""
    return pc.is_in(numbers, value_set=strings([f"+86{number}" for number in sorted(placeholders.PHONES)]))


def in_two(texts: pa.Array) -> tuple[pa.Array, pa.Array, Beside]:
    """Cells of two numbers: which, the number used (a mobile if one is), and the other one beside it.

    The first is plain; of the second, area code and all, there may be digits too few or too many: then it is none.
    """
    two = matching(texts, f"^{_NUMBER}{_BETWEEN}(?:{_NUMBER}|{_LIKE_LANDLINE})$")
    first, second = (replaced(texts.filter(two), part, "") for part in (f"{_BETWEEN}.*$", f"^.*?{_BETWEEN}"))
    real = pc.invert(pc.or_(_nobodys(first), _nobodys(second)))
    two = patched(two, two, real)
    first, second = _plain(first.filter(real)), pc.replace_substring(second.filter(real), "-", "")
    second = pc.if_else(matching(second, f"^{_NUMBER}$"), _plain(second), first)
    turned = pc.and_(matching(second, _IS_MOBILE), pc.invert(matching(first, _IS_MOBILE)))
    used, other = pc.if_else(turned, second, first), pc.if_else(turned, first, second)
    apart = pc.not_equal(used, other)
    return two, used, Beside(np.flatnonzero(flags(two))[flags(apart)], other.filter(apart), links=True)


def extended(texts: pa.Array) -> tuple[pa.Array, pa.Array, Beside]:
    """Cells of a plain number and an extension: which, the number, and the extension beside it."""
    mask = matching(texts, f"^{_NUMBER}{_EXTENSION}")
    real = pc.invert(_nobodys(replaced(texts.filter(mask), _EXTENSION, "")))
    mask = patched(mask, mask, real)
    some = texts.filter(mask)
    told = Beside(np.flatnonzero(flags(mask)), replaced(some, r"^.*\D", ""))
    return mask, _plain(replaced(some, _EXTENSION, "")), told


def without_zero(texts: pa.Array, *, chinese: bool) -> tuple[pa.Array, pa.Array]:
    """Landlines that lost their zero: which, and the numbers. Ten digits must be known to be Chinese, or start so."""
    mask = matching(texts, f"^{_AFTER_ZERO}$")
    if not chinese:
        mask = pc.and_(mask, pc.invert(matching(texts, r"^[2-9]\d\d[2-9]\d{6}$")))
    return mask, _plain(texts.filter(mask))


def local(texts: pa.Array) -> pa.Array:
    """Which texts are numbers without area code or mobiles cut off, that nobody can dial; no placeholders."""
    short = matching(texts, r"^(?:[2-9]\d{6,7}|1\d{6,8}|1[3-9]\d{8})$")
    return pc.and_(short, pc.invert(pc.or_(matching(texts, f"^(?:{_SAME})$"), _nobodys(texts))))


def in_city(areas: pa.Array, numbers: pa.Array) -> pa.Array:
    """Local numbers, as ``local`` finds them, with these area codes in E.164; ``""`` where that makes no number."""
    return landlines(pc.binary_join_element_wise(pa.scalar("0", TEXT), areas, numbers, pa.scalar("", TEXT)))


def landlines(texts: pa.Array) -> pa.Array:
    """Plain landlines in E.164, ``""`` for other texts."""
    return blanked(_plain(texts), pc.invert(_landlines(texts)))


def with_trunk(texts: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Texts without a hyphen, and which are numbers as most countries write theirs: a zero, area code and all.

    None that is a placeholder or a Chinese mobile behind a zero.
    """
    digits = pc.replace_substring(texts, "-", "")
    nobody = pc.or_(_nobodys(digits), matching(digits, f"^0{_MOBILE}$"))
    return digits, pc.and_(matching(texts, _WITH_TRUNK), pc.invert(nobody))


def _narrow(texts: pa.Array) -> pa.Array:
    """The texts with plain digits and marks where there are full-width ones."""
    wide = pc.invert(pc.string_is_ascii(texts))
    wide = patched(wide, wide, matching(texts.filter(wide), _WIDE))
    return patched(texts, wide, pc.utf8_normalize(texts.filter(wide), "NFKC"))


def _mobiles(texts: pa.Array) -> pa.Array:
    """Which texts are plain mobiles; four quick looks take half as long as one pattern."""
    eleven = pc.and_(pc.equal(pc.binary_length(texts), _MOBILE_LENGTH), pc.ascii_is_decimal(texts))
    return pc.and_(eleven, pc.and_(pc.greater_equal(texts, "13"), pc.less(texts, "2")))


def _landlines(texts: pa.Array) -> pa.Array:
    return matching(texts, f"^0{_AFTER_ZERO}$")


def _nobodys(digits: pa.Array) -> pa.Array:
    return pc.is_in(digits, value_set=strings(sorted(placeholders.PHONES)))


def _prefixed(digits: pa.Array) -> pa.Array:
    return pc.utf8_replace_slice(digits, 0, 0, "+86")


def _plain(written: pa.Array) -> pa.Array:
    """Mobiles, and landlines with their zero, as ``_NUMBER`` has them, in E.164."""
    digits = pc.replace_substring(written, "-", "")
    return _prefixed(pc.if_else(pc.starts_with(digits, "0"), pc.utf8_slice_codeunits(digits, 1), digits))


def _count(mask: pa.Array) -> int:
    return pc.sum(mask).as_py() or 0
