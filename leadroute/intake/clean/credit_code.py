"""The unified social credit code of Chinese firms (GB 32100): 18 characters, the last one a check.

Firms of before 2015 may still give their licence number: 15 digits, the last one a check by ISO 7064 MOD 11,10.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.tables.arrow import TEXT, blanked, flags, judged, matching, patched, replaced, statuses, strings
from leadroute.tables.fold import fold_array
from leadroute.tables.leads import INFERRED, INVALID, OK, PLACEHOLDER

if TYPE_CHECKING:
    from leadroute.tables.leads import Mask

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LENGTH = 18
_WEIGHTS = np.array([*(pow(3, place, 31) for place in range(_LENGTH - 1)), 1], dtype=np.int16)
_STRANGE = 100
_VALUE = np.full(256, _STRANGE, dtype=np.int16)
_VALUE[np.frombuffer(_ALPHABET.encode(), dtype=np.uint8)] = np.arange(len(_ALPHABET))
_MISREAD = str.maketrans("OIZSV", "0125U")
"""Letters that no code has → what they are mistaken for."""

_PLAIN = r"^[0-9A-Z]*$"
_LICENCE = re.compile(r"^\d{15}$")
_SAME = re.compile(r"^(.)\1*$")


def clean(texts: pa.Array) -> Cleaned:
    """Bring codes to upper case; a code that fails its check keeps its value but is no key.

    ``O`` for ``0`` and the like are mended where the check holds then, and marked ``INFERRED``.
    """
    codes = pc.ascii_upper(texts)
    odd = pc.invert(matching(codes, _PLAIN))
    tidy = replaced(fold_array(bare(texts.filter(odd))), r"[\s-]+", "")
    codes = patched(codes, odd, pc.utf8_upper(tidy))
    rest = pc.invert(pc.or_(pa.array(valid(codes)), pc.equal(codes, "")))
    found, verdicts = judged(codes.filter(rest), _judge)
    codes = patched(codes, rest, found)
    status = statuses(len(codes))
    status[flags(rest)] = verdicts
    status[flags(odd)] = np.where(_dashes(codes, texts, odd), PLACEHOLDER, status[flags(odd)])
    return Cleaned(codes, blanked(pc.ascii_lower(codes), pa.array(status == INVALID)), status)


def valid(codes: pa.Array) -> Mask:
    """Which upper-case texts are codes whose check character is right, and not the same character all along."""
    long_enough = pc.equal(pc.binary_length(codes), _LENGTH)
    some = codes.filter(long_enough).cast(TEXT)
    letters = np.frombuffer(some.buffers()[2] or b"", dtype=np.uint8)[: len(some) * _LENGTH].reshape(-1, _LENGTH)
    values = _VALUE[letters]
    found = flags(long_enough).copy()
    found[found] = (
        (values < _STRANGE).all(axis=1)
        & (values @ _WEIGHTS % len(_ALPHABET) == 0)
        & (letters != letters[:, :1]).any(axis=1)
    )
    return found


def _dashes(codes: pa.Array, texts: pa.Array, odd: pa.Array) -> Mask:
    """Cells in which nothing but blanks and dashes stood."""
    return flags(pc.and_(pc.equal(codes.filter(odd), ""), matching(texts.filter(odd), r"\S")))


def _judge(code: str) -> tuple[str, int]:
    """The value and status of a code that is not right as it stands."""
    if code.lower() in placeholders.NOTHING or _SAME.match(code):
        return "", PLACEHOLDER
    if _LICENCE.match(code) and _licence_valid(code):
        return code, OK
    mended = code.translate(_MISREAD)
    if mended != code and valid(strings([mended]))[0]:
        return mended, INFERRED
    return code, INVALID


def _licence_valid(digits: str) -> bool:
    rest = 10
    for digit in digits[:-1]:
        rest = ((rest + int(digit)) % 10 or 10) * 2 % 11
    return (rest + int(digits[-1])) % 10 == 1
