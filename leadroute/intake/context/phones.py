"""Phone numbers beside country, province and city: ``089 …`` in Germany, ``8888 6666`` in Shanghai.

Each pair of a number and a home is looked at once, and only where the home can change what the number means.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import phonenumbers
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean.cleaned import Cleaned
from leadroute.intake.clean.phone import of_cells
from leadroute.intake.clean.phone_cell import read_cell
from leadroute.intake.clean.phone_number import CHINA
from leadroute.intake.context.homes import homes_of
from leadroute.model.fields import Kind
from leadroute.tables.arrow import flags, matching, statuses
from leadroute.tables.leads import INFERRED, INVALID, OK, Beside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.intake.columns import Written
    from leadroute.intake.context.homes import Homes
    from leadroute.tables.leads import Column, Mask, Rows, Whole

_WITH_COUNTRY = r"^[\s'\"=]*(?i:p:|tel:)?\s*(?:\+|00)"
_TEN = r"^\D*\d{10}\D*$"
_LOCAL = r"^\D*[2-9]\d{2,3}[\s-]?\d{4}(?:\D|$)"


def with_homes(columns: Mapping[str, Column], as_written: Mapping[str, Written]) -> dict[str, Column]:
    """The columns, with every phone number understood where its row is at home."""
    phones = [name for name, column in columns.items() if column.kind is Kind.PHONE and name in as_written]
    homes = homes_of(columns) if phones else None
    if homes is None:
        return dict(columns)
    return {**columns, **{name: _at_home(columns[name], as_written[name].texts, homes) for name in phones}}


def _at_home(column: Column, texts: pa.Array, homes: Homes) -> Column:
    guessed = _padded(flags(pc.starts_with(column.values, "+1")) & (column.status == INFERRED), column)[column.codes]
    american = guessed & _america(homes)[homes.region]
    rows = np.flatnonzero(_to_read(column, texts, homes, guessed) & ~american)
    pairs, of = np.unique(column.codes[rows].astype(np.int64) * homes.count + homes.number(rows), return_inverse=True)
    written = texts.take(pa.array(pairs // homes.count)).to_pylist()
    cells = [
        read_cell(text, homes.home(pair)) for text, pair in zip(written, (pairs % homes.count).tolist(), strict=True)
    ]
    read = of_cells(written, cells, np.arange(len(cells), dtype=np.int32))
    usable = flags(pc.not_equal(read.values, ""))[of]
    found = _joined(column, rows[usable], of[usable], read)
    return _joined(found, *_confirmed(column, np.flatnonzero(american)))


def _to_read(column: Column, texts: pa.Array, homes: Homes, guessed: Mask) -> Mask:
    """The rows whose number may mean something else where they are at home."""
    abroad = homes.region > homes.regions.index(CHINA)
    wanted = guessed & (homes.region == homes.regions.index(CHINA))
    if wanted.any():
        wanted &= _padded(flags(matching(texts, _TEN)), column)[column.codes]
    if abroad.any():
        written = ~flags(matching(texts, _WITH_COUNTRY)) & np.isin(column.status[: len(texts)], (OK, INVALID, INFERRED))
        wanted |= abroad & _padded(written & flags(pc.not_equal(texts, "")), column)[column.codes]
    if homes.area.any():
        unread = column.status[: len(texts)] == INVALID
        local = np.zeros(len(texts), dtype=np.bool_)
        local[unread] = flags(matching(texts.filter(pa.array(unread)), _LOCAL))
        wanted |= ~abroad & (homes.area > 0) & _padded(local, column)[column.codes]
    return np.asarray(wanted, dtype=np.bool_)


def _padded(mask: Mask, column: Column) -> Mask:
    """The mask of texts as one of values: damaged cells have a value without a text."""
    padded = np.zeros(len(column.values), dtype=np.bool_)
    padded[: len(mask)] = mask
    return padded


def _america(homes: Homes) -> Mask:
    """Which regions have the country code 1."""
    return np.array([phonenumbers.country_code_for_region(region) == 1 for region in homes.regions])


def _confirmed(column: Column, rows: Rows) -> tuple[Rows, Whole, Cleaned]:
    """Numbers taken for North American that are: nothing is inferred of them."""
    codes, of = np.unique(column.codes[rows], return_inverse=True)
    take = pa.array(codes)
    beside = {}
    for code, each in column.beside.items():
        some = np.isin(each.at, codes)
        beside[code] = Beside(np.searchsorted(codes, each.at[some]), each.texts.filter(pa.array(some)), each.links)
    return rows, of, Cleaned(column.values.take(take), column.keys.take(take), statuses(len(codes)), beside=beside)


def _joined(column: Column, rows: Rows, of: Whole, more: Cleaned) -> Column:
    """The column with further entries, which these rows have."""
    if not len(rows):
        return column
    codes, start = column.codes.copy(), len(column.values)
    codes[rows] = start + of
    beside = dict(column.beside)
    for code, new in more.beside.items():
        old = beside.get(code, Beside(np.zeros(0, dtype=np.intp), new.texts[:0], new.links))
        beside[code] = Beside(np.append(old.at, new.at + start), pa.concat_arrays([old.texts, new.texts]), new.links)
    return replace(
        column,
        codes=codes,
        values=pa.concat_arrays([column.values, more.values]),
        keys=pa.concat_arrays([column.keys, more.keys]),
        status=np.append(column.status, more.status),
        beside=beside,
    )
