"""Phone numbers beside country, province and city: ``089 …`` in Germany, ``8888 6666`` in Shanghai.

Each pair of a number and a home is looked at once, and only where the home can change what the number means.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean.cleaned import Cleaned
from leadroute.intake.clean.phone_abroad import mobile_pattern, north_american
from leadroute.intake.clean.phone_number import CHINA
from leadroute.intake.context.at_home import read_at_home
from leadroute.intake.context.homes import homes_of
from leadroute.model.fields import Kind
from leadroute.tables.arrow import flags, matching, statuses
from leadroute.tables.beside import joined, moved
from leadroute.tables.leads import INFERRED, INVALID, OK, Beside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.intake.columns import Written
    from leadroute.intake.context.homes import Homes
    from leadroute.tables.leads import Column, Rows, Whole

_WITH_COUNTRY = r"^[\s'\"=]*(?i:p:|tel:)?\s*(?:\+|00)"
_CHINESE = r"^\+861[3-9]\d{9}$"
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
    guessed = column.status == INFERRED
    guessed[guessed] = flags(pc.starts_with(column.values.filter(pa.array(guessed)), "+1"))
    guessed = guessed[column.codes]
    american = guessed.copy()
    american[american] = np.array([north_american(region) for region in homes.regions])[homes.region[american]]
    china = homes.regions.index(CHINA)
    rows = np.concatenate(
        [
            _ten_digits(column, texts, np.flatnonzero(guessed & (homes.region == china))),
            _written_abroad(column, texts, homes, np.flatnonzero((homes.region > china) & ~american)),
            _local(column, texts, np.flatnonzero((homes.region <= china) & (homes.area > 0))),
        ]
    )
    pairs, of = np.unique(column.codes[rows].astype(np.int64) * homes.count + homes.number(rows), return_inverse=True)
    read = read_at_home(texts.take(pa.array(pairs // homes.count)), homes, pairs % homes.count)
    usable = flags(pc.not_equal(read.values, ""))[of]
    found = _joined(column, rows[usable], of[usable], read)
    return _joined(found, *_confirmed(column, np.flatnonzero(american)))


def _ten_digits(column: Column, texts: pa.Array, rows: Rows) -> Rows:
    """Of these rows with a number taken for American those that may be landlines without their zero."""
    return rows[flags(matching(texts.take(pa.array(column.codes[rows])), _TEN))]


def _written_abroad(column: Column, texts: pa.Array, homes: Homes, rows: Rows) -> Rows:
    """Of these rows, of other countries, those whose number names no country and is not Chinese for sure."""
    rows = rows[np.isin(column.status[column.codes[rows]], (OK, INVALID, INFERRED))]
    some = texts.take(pa.array(column.codes[rows]))
    rows = rows[flags(pc.not_equal(some, "")) & ~flags(matching(some, _WITH_COUNTRY))]
    numbers = column.values.take(pa.array(column.codes[rows]))
    stay = flags(matching(numbers, _CHINESE)).copy()
    for region in np.unique(homes.region[rows]).tolist():
        here = np.flatnonzero(stay & (homes.region[rows] == region))
        digits = pc.utf8_slice_codeunits(numbers.take(pa.array(here)), len("+86"))
        stay[here] = ~flags(matching(digits, mobile_pattern(homes.regions[region])))
    return rows[~stay]


def _local(column: Column, texts: pa.Array, rows: Rows) -> Rows:
    """Of these rows, with a known city, those with a number without area code."""
    unread = rows[column.status[column.codes[rows]] == INVALID]
    local = flags(matching(texts.take(pa.array(column.codes[unread])), _LOCAL))
    return np.asarray(unread[local], dtype=np.intp)


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
    values = pa.concat_arrays([column.values, more.values])
    same = column.keys is column.values and more.keys.equals(more.values)
    return replace(
        column,
        codes=codes,
        values=values,
        keys=values if same else pa.concat_arrays([column.keys, more.keys]),
        status=np.append(column.status, more.status),
        beside=joined(column.beside, moved(more.beside, start)),
    )
