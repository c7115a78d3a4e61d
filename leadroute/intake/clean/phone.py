"""Phone numbers: E.164 as value and key. Chinese numbers in their usual dress by pattern, the others one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.area_codes import AREA_CODES
from leadroute.intake.clean.cleaned import Cleaned
from leadroute.intake.clean.phone_cell import SERVICE, PhoneCell, read_cell
from leadroute.intake.clean.phone_number import CHINA, Home
from leadroute.tables.arrow import TEXT, blanked, flags, matching, patched, replaced, statuses, strings
from leadroute.tables.leads import PLACEHOLDER, Beside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leadroute.tables.leads import Codes, Rows

_MOBILE = r"^1[3-9]\d{9}$"
_SHORT, _LONG = (
    "|".join(sorted(code for code in AREA_CODES if len(code) == length and code[0] != "1")) for length in (2, 3)
)
_CODED = rf"(10|{_SHORT})\)?[\s-]*([2-9]\d{{3}})[\s-]?(\d{{4}})|({_LONG})\)?[\s-]*([2-9]\d{{2,3}})[\s-]?(\d{{4}})"
_DRESSED = (
    r"""^['="\s]*(?i:p:|tel:)?\s*(?:"""
    r"(?:(?:\+?86|0086|086)[\s-]*|0)?(1[3-9]\d)[\s-]?(\d{4})[\s-]?(\d{4})"
    rf"|\(?(?:(?:\+?86|0086)[\s-]*\(?0?|0)(?:{_CODED})"
    r""")(?:\.0+)?["\s]*$"""
)
_PLAIN = r"+86\1\2\3\4\5\6\7\8\9"
_BARE_TEN = r"^[2-9]\d{2}[2-9]\d{6}$"
_AMERICAN = r"^\+?1[\s.-]|^\(?[2-9]\d{2}\)?[\s.-][2-9]\d{2}[\s.-]\d{4}"


def clean(texts: pa.Array) -> Cleaned:
    """Bring numbers to E.164; a number in scientific form is ``DAMAGED`` unless all its digits are there.

    Service numbers are shown and are no key. What else stood in a cell is told: other numbers, an extension.
    """
    mobile = matching(texts, _MOBILE)
    known = pc.binary_join_element_wise(pa.scalar("+86", TEXT), texts, pa.scalar("", TEXT))
    if pc.all(mobile).as_py():
        return _cleaned(known)
    others = pc.invert(mobile)
    odd = texts.filter(others)
    dressed = matching(odd, _DRESSED)
    rest = pc.invert(pc.or_(dressed, pc.equal(odd, "")))
    found = patched(odd, dressed, replaced(odd.filter(dressed), _DRESSED, _PLAIN))
    sure = len(texts) - len(odd) + (pc.sum(dressed).as_py() or 0)
    strange = odd.filter(rest)
    home = Home(CHINA if _lost_zeros(strange, sure) else "")
    read = read_cells(strange, lambda text: read_cell(text, home))
    at = np.flatnonzero(flags(others))[flags(rest)]
    return _cleaned(patched(known, others, patched(found, rest, read.values)), at, read)


def read_cells(texts: pa.Array, read: Callable[[str], PhoneCell]) -> Cleaned:
    """Cells read one by one, equal texts once."""
    encoded = texts.dictionary_encode()
    distinct = encoded.dictionary.to_pylist()
    return of_cells(distinct, [read(text) for text in distinct], encoded.indices.to_numpy())


def of_cells(texts: Sequence[str], cells: Sequence[PhoneCell], codes: Codes) -> Cleaned:
    """What was read of texts as arrays; ``codes`` tells for each value its cell."""
    values = strings([cell.number for cell in cells]).take(pa.array(codes))
    status = np.array([cell.status for cell in cells], dtype=np.uint8)[codes]
    told: dict[str, Sequence[tuple[str, ...]]] = {
        "LR511": [cell.others for cell in cells],
        "LR512": [(cell.extension,) if cell.extension else () for cell in cells],
        "LR513": [(text,) if cell.hidden else () for text, cell in zip(texts, cells, strict=True)],
    }
    beside = {code: _beside(each, codes, links=code == "LR511") for code, each in told.items() if any(each)}
    return Cleaned(values, _keys(values), status, beside=beside)


def _beside(each: Sequence[tuple[str, ...]], codes: Codes, *, links: bool) -> Beside:
    rows = np.flatnonzero(np.array([bool(texts) for texts in each])[codes])
    pairs = [(row, text) for row, code in zip(rows.tolist(), codes[rows].tolist(), strict=True) for text in each[code]]
    at = np.array([row for row, _ in pairs], dtype=np.intp)
    return Beside(at, strings([text for _, text in pairs]), links)


def _cleaned(known: pa.Array, at: Rows | None = None, read: Cleaned | None = None) -> Cleaned:
    """All numbers together: those known by pattern and, at their places, those read one by one."""
    status = statuses(len(known))
    beside = {}
    if at is not None and read is not None:
        status[at] = read.status
        beside = {code: Beside(at[one.at], one.texts, one.links) for code, one in read.beside.items()}
    typed = pc.is_in(known, value_set=strings([f"+86{number}" for number in sorted(placeholders.PHONES)]))
    status[flags(typed)] = PLACEHOLDER
    shown = blanked(known, typed)
    return Cleaned(shown, _keys(shown), status, beside=beside)


def _keys(numbers: pa.Array) -> pa.Array:
    services = matching(numbers, SERVICE.pattern)
    return blanked(numbers, services) if pc.any(services).as_py() else numbers


def _lost_zeros(strange: pa.Array, sure: int) -> bool:
    """Are ten bare digits Chinese landlines here? Both countries write them; the column's other numbers tell."""
    if not sure or not pc.any(matching(strange, _BARE_TEN)).as_py():
        return False
    return sure > (pc.sum(matching(strange, _AMERICAN)).as_py() or 0)
