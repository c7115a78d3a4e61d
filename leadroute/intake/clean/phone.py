"""Phone numbers: E.164 as value and key. Chinese numbers of known shape in bulk, the other cells one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import phone_shapes
from leadroute.intake.clean.cleaned import Cleaned
from leadroute.intake.clean.phone_cell import SERVICE, PhoneCell, read_cell
from leadroute.intake.clean.phone_number import CHINA, Home
from leadroute.tables.arrow import blanked, flags, matching, patched, statuses, strings
from leadroute.tables.beside import joined
from leadroute.tables.leads import INFERRED, INVALID, PLACEHOLDER, Beside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from leadroute.tables.leads import Codes, Rows

_BARE_TEN = r"^[2-9]\d{2}[2-9]\d{6}$"
_AMERICAN = r"^\+?1[\s.-]|^\(?[2-9]\d{2}\)?[\s.-][2-9]\d{2}[\s.-]\d{4}"


def clean(texts: pa.Array) -> Cleaned:
    """Bring numbers to E.164; a number in scientific form is ``DAMAGED`` unless all its digits are there.

    Service numbers are shown and are no key. What else stood in a cell is told: other numbers, an extension.
    """
    bulk, found = phone_shapes.in_bulk(texts)
    rest = pc.invert(bulk)
    at = np.flatnonzero(flags(rest))
    read = _mixed(texts.filter(rest), len(texts) - len(at))
    values, status = patched(found, rest, read.values), statuses(len(texts))
    status[at] = read.status
    return Cleaned(values, _without(values, _services(read, at)), status, beside=moved(read.beside, at))


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
    return Cleaned(values, blanked(values, matching(values, SERVICE.pattern)), status, beside=beside)


def moved(beside: Mapping[str, Beside], at: Rows) -> dict[str, Beside]:
    """The same beside values of which each now stands at its place in ``at``."""
    return {code: Beside(at[each.at], each.texts, each.links) for code, each in beside.items()}


def _mixed(texts: pa.Array, sure: int) -> Cleaned:
    """Cells of all shapes, of a column with so many other cells that are Chinese numbers for sure."""
    found, rest = phone_shapes.numbers(texts)
    at = np.flatnonzero(flags(rest))
    strange = texts.filter(rest)
    sure += len(texts) - len(at) - (pc.sum(pc.equal(texts, "")).as_py() or 0)
    read = _strange(strange, chinese=_lost_zeros(strange, sure))
    found = patched(found, rest, read.values)
    typed, status = phone_shapes.typed(found), statuses(len(texts))
    status[at] = read.status
    status[flags(typed)] = PLACEHOLDER
    shown = blanked(found, typed)
    return Cleaned(shown, _without(shown, _services(read, at)), status, beside=moved(read.beside, at))


def _strange(texts: pa.Array, *, chinese: bool) -> Cleaned:
    """Cells that are no single number of known shape."""
    two, used, others = phone_shapes.in_two(texts)
    extended, bodies, extensions = phone_shapes.extended(texts)
    lost, restored = phone_shapes.without_zero(texts, chinese=chinese)
    local = phone_shapes.local(texts)
    known = pc.or_(pc.or_(two, extended), pc.or_(lost, local))
    home = Home(CHINA if chinese else "")
    rest = pc.invert(known)
    read = read_cells(texts.filter(rest), lambda text: read_cell(text, home))
    at = np.flatnonzero(flags(rest))
    values = patched(patched(patched(texts, two, used), extended, bodies), lost, restored)
    values = patched(blanked(values, local), rest, read.values)
    status = statuses(len(texts))
    status[flags(lost)], status[flags(local)], status[at] = INFERRED, INVALID, read.status
    shaped = {"LR511": others, "LR512": extensions}
    beside = joined({code: each for code, each in shaped.items() if len(each.at)}, moved(read.beside, at))
    return Cleaned(values, _without(values, _services(read, at)), status, beside=beside)


def _services(read: Cleaned, at: Rows) -> Rows:
    """Where values that stand at these places are shown and are no key."""
    return at[flags(pc.not_equal(read.values, read.keys))]


def _without(numbers: pa.Array, services: Rows) -> pa.Array:
    """Numbers as keys: some are none."""
    if not len(services):
        return numbers
    mask = np.zeros(len(numbers), dtype=np.bool_)
    mask[services] = True
    return blanked(numbers, pa.array(mask))


def _beside(each: Sequence[tuple[str, ...]], codes: Codes, *, links: bool) -> Beside:
    rows = np.flatnonzero(np.array([bool(texts) for texts in each])[codes])
    pairs = [(row, text) for row, code in zip(rows.tolist(), codes[rows].tolist(), strict=True) for text in each[code]]
    at = np.array([row for row, _ in pairs], dtype=np.intp)
    return Beside(at, strings([text for _, text in pairs]), links)


def _lost_zeros(strange: pa.Array, sure: int) -> bool:
    """Are ten bare digits Chinese landlines here? Both countries write them; the column's other cells tell."""
    if not sure or not pc.any(matching(strange, _BARE_TEN)).as_py():
        return False
    return sure > (pc.sum(matching(strange, _AMERICAN)).as_py() or 0)
