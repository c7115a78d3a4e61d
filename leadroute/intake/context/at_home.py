"""Cells of phone columns read where their rows are at home: those of plain shape in bulk, the others one by one.

What is taken in bulk here, ``phone_cell`` reads alike, and far slower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import phone_shapes
from leadroute.intake.clean.cleaned import Cleaned
from leadroute.intake.clean.phone import moved, of_cells
from leadroute.intake.clean.phone_abroad import unknown, within
from leadroute.intake.clean.phone_cell import read_cell
from leadroute.intake.clean.phone_number import CHINA
from leadroute.tables.arrow import TEXT, flags, patched, statuses, strings
from leadroute.tables.leads import INFERRED, INVALID

if TYPE_CHECKING:
    from leadroute.intake.context.homes import Homes
    from leadroute.tables.leads import Mask, Whole


def read_at_home(texts: pa.Array, homes: Homes, number: Whole) -> Cleaned:
    """What each cell says in the home of this number."""
    region, area = np.divmod(number, len(homes.areas))
    china = homes.regions.index(CHINA)
    local = flags(phone_shapes.local(texts)) & (region <= china) & (area > 0)
    codes = strings(homes.areas).take(pa.array(area[local]))
    numbers = _abroad(texts, homes, np.where(region > china, region, 0))
    numbers = patched(numbers, pa.array(local), phone_shapes.in_city(codes, texts.filter(pa.array(local))))
    unread = flags(pc.equal(numbers, ""))
    status = statuses(len(texts))
    status[local] = np.where(unread[local], INVALID, INFERRED)
    return _with_others(Cleaned(numbers, numbers, status), unread & ~local, texts, homes, number)


def _abroad(texts: pa.Array, homes: Homes, region: Whole) -> pa.Array:
    """The numbers that are written as within their regions (0: none); ``""`` for cells that are to be read alone."""
    digits, plain = phone_shapes.with_trunk(texts)
    rows = np.flatnonzero(flags(plain) & (region > 0))
    rows = rows[np.argsort(region[rows], kind="stable")]
    regions, starts = np.unique(region[rows], return_index=True)
    parts = zip(regions.tolist(), np.split(rows, starts[1:]), strict=False)
    found = [_dialled(homes.regions[each], digits.take(pa.array(part))) for each, part in parts]
    numbers = pa.repeat(pa.scalar("", TEXT), len(texts))
    if not found:
        return numbers
    mask = np.zeros(len(texts), dtype=np.bool_)
    mask[rows] = True
    return patched(numbers, pa.array(mask), pa.concat_arrays(found).take(pa.array(np.argsort(rows))))


def _dialled(region: str, digits: pa.Array) -> pa.Array:
    """Numbers as they are dialled in a country; a landline of China where nothing rings by these digits there."""
    return pc.if_else(unknown(region, digits), phone_shapes.landlines(digits), within(region, digits))


def _with_others(known: Cleaned, rest: Mask, texts: pa.Array, homes: Homes, number: Whole) -> Cleaned:
    """The cells under ``rest`` read one by one, beside those that are known."""
    at = np.flatnonzero(rest)
    written = texts.take(pa.array(at)).to_pylist()
    cells = [read_cell(text, homes.home(home)) for text, home in zip(written, number[at].tolist(), strict=True)]
    read = of_cells(written, cells, np.arange(len(cells), dtype=np.int32))
    known.status[at] = read.status
    mask = pa.array(rest)
    values, keys = patched(known.values, mask, read.values), patched(known.keys, mask, read.keys)
    return Cleaned(values, keys, known.status, beside=moved(read.beside, at))
