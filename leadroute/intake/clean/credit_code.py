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
    import numpy.typing as npt

    from leadroute.tables.arrow import Status
    from leadroute.tables.leads import Mask

    Letters = npt.NDArray[np.uint8]

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LENGTH = 18
_WEIGHTS = [*(pow(3, place, 31) for place in range(_LENGTH - 1)), 1]
_STRANGE = 1000  # more than the parts of any code add up to
_PARTS = np.full((_LENGTH, 256), _STRANGE, dtype=np.int16)
_PARTS[:, np.frombuffer(_ALPHABET.encode(), dtype=np.uint8)] = np.outer(_WEIGHTS, np.arange(31)) % 31
"""What each byte adds to the sum at each place; of a code it is a multiple of 31."""
_MISREAD = str.maketrans("OIZSV", "0125U")
"""Letters that no code has → what they are mistaken for."""

_PLAIN = r"^[0-9A-Z]*$"
_LICENCE = re.compile(r"^\d{15}$")
_SAME = re.compile(r"^(.)\1*$")
_NO_LETTER_MISREAD = f"^[{_ALPHABET}]+$"
_SPECIAL = rf"{_LICENCE.pattern}|^(?:{'|'.join(f'{letter}+' for letter in _ALPHABET)})$"


def clean(texts: pa.Array) -> Cleaned:
    """Bring codes to upper case; a code that fails its check keeps its value but is no key.

    ``O`` for ``0`` and the like are mended where the check holds then, and marked ``INFERRED``.
    """
    codes = pc.ascii_upper(texts)
    rest = pc.invert(pc.or_(pa.array(valid(codes)), pc.equal(codes, "")))
    found, verdicts = _odd(texts.filter(rest))
    codes = patched(codes, rest, found)
    status = statuses(len(codes))
    status[flags(rest)] = verdicts
    return Cleaned(codes, blanked(pc.ascii_lower(codes), pa.array(status == INVALID)), status)


def valid(codes: pa.Array) -> Mask:
    """Which upper-case texts are codes whose check character is right, and not the same character all along."""
    long_enough = pc.equal(pc.binary_length(codes), _LENGTH)
    some = codes.filter(long_enough).cast(TEXT)
    letters = np.frombuffer(some.buffers()[2] or b"", dtype=np.uint8)[: len(some) * _LENGTH].reshape(-1, _LENGTH)
    found = flags(long_enough).copy()
    found[found] = _adds_up(letters) & ~_all_alike(letters)
    return found


def _adds_up(letters: Letters) -> Mask:
    total = np.zeros(len(letters), dtype=np.int16)
    for part, column in zip(_PARTS, letters.T, strict=True):
        total += part[column]
    right: Mask = (total < _STRANGE) & (total % len(_ALPHABET) == 0)
    return right


def _all_alike(letters: Letters) -> Mask:
    alike: Mask = letters[:, 0] == letters[:, 1]
    alike[alike] = (letters[alike] == letters[alike, :1]).all(axis=1)
    return alike


def _odd(texts: pa.Array) -> tuple[pa.Array, Status]:
    """The values and status of texts that are no right codes as they stand."""
    upper = pc.ascii_upper(texts)
    strange = pc.invert(matching(upper, _PLAIN))
    tidy = replaced(fold_array(bare(texts.filter(strange))), r"[\s-]+", "")
    codes = patched(upper, strange, pc.utf8_upper(tidy))
    dashes = flags(pc.equal(codes, "")) & flags(matching(texts, r"\S"))
    fine = pc.or_(pa.array(valid(codes)), pc.equal(codes, ""))
    wrong = pc.and_(_past_mending(codes), pc.invert(fine))
    rest = pc.invert(pc.or_(fine, wrong))
    found, verdicts = judged(codes.filter(rest), _judge)
    status = statuses(len(codes))
    status[flags(wrong)], status[flags(rest)] = INVALID, verdicts
    status[dashes] = PLACEHOLDER
    return patched(codes, rest, found), status


def _past_mending(codes: pa.Array) -> pa.Array:
    """Which texts that are no codes of firms ``_judge`` cannot make anything of; most wrong ones are such."""
    known = pc.is_in(codes, value_set=strings([word.upper() for word in sorted(placeholders.NOTHING)]))
    return pc.and_(matching(codes, _NO_LETTER_MISREAD), pc.invert(pc.or_(known, matching(codes, _SPECIAL))))


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
