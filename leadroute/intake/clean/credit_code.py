"""The unified social credit code of Chinese firms (GB 32100): 18 characters, the last one a check."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.tables.arrow import blanked, flags, replaced, statuses, strings
from leadroute.tables.fold import fold_array
from leadroute.tables.leads import INVALID, PLACEHOLDER

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUE = {character: at for at, character in enumerate(_ALPHABET)}
_LENGTH = 18
_WEIGHTS = [pow(3, place, 31) for place in range(_LENGTH - 1)]


def clean(texts: pa.Array) -> Cleaned:
    """Bring codes to upper case; a code that fails its check keeps its value but is no key."""
    folded = fold_array(bare(texts))
    codes = pc.utf8_upper(replaced(folded, r"[\s-]+", ""))
    good = np.array([valid(code) for code in codes.to_pylist()], dtype=np.bool_)
    status = statuses(len(codes))
    status[~good & flags(pc.not_equal(codes, ""))] = INVALID
    nothing = pc.is_in(folded, value_set=strings(sorted(placeholders.NOTHING)))
    status[flags(nothing)] = PLACEHOLDER
    return Cleaned(blanked(codes, nothing), pc.ascii_lower(blanked(codes, pa.array(~good))), status)


def valid(code: str) -> bool:
    """Tell whether the check character of an upper-case code is right."""
    if len(code) != _LENGTH or any(character not in _VALUE for character in code):
        return False
    total = sum(weight * _VALUE[character] for weight, character in zip(_WEIGHTS, code[:-1], strict=True))
    return _VALUE[code[-1]] == -total % 31
