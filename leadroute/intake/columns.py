"""From united text to clean columns: each distinct value is cleaned once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import cleaner
from leadroute.tables.arrow import TEXT, series_array, strings, whole
from leadroute.tables.leads import DAMAGED, Column, Remark

if TYPE_CHECKING:
    from datetime import tzinfo

    from pandas.api.extensions import ExtensionArray

    from leadroute.intake.clean.cleaned import Cleaned
    from leadroute.model.fields import Kind
    from leadroute.tables.leads import Codes, Mask, Rows

_SAMPLE = 20_000
_MANY = 0.4  # share of different values above which finding the equal ones costs more than it saves
_LARGE = 10  # samples in a column from which a text met twice in one says something
_SEED = 20261122  # the sample of a file is always the same, and follows no order that the file may have
_DENSE = 0.7  # share of cells with a text from which leaving the blanks out costs more than to clean them
_OFTEN = 4


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """A column as it was written: the code of each row, and the texts that the codes stand for."""

    codes: Codes
    texts: pa.Array

    def array(self) -> ExtensionArray:
        """One text a row, for pandas; texts that are often repeated are held once."""
        rows, texts = len(self.codes), self.texts
        if len(texts) * _OFTEN < rows:
            return pd.Categorical.from_codes(self.codes, pd.Index(series_array(texts)), validate=False)
        return series_array(texts if len(texts) == rows else texts.take(pa.array(self.codes)))


def written(texts: pa.ChunkedArray) -> Written:
    """Find equal texts; a column in which hardly a text repeats gets an entry for each row, or each that has one."""
    if _nearly_unique(texts):
        filled = pc.not_equal(texts, "")
        if pc.sum(filled).as_py() < _DENSE * len(texts):
            return _filled_and_blank(texts, filled)
        return Written(np.arange(len(texts), dtype=np.int32), whole(texts, TEXT))
    encoded = whole(texts.dictionary_encode(), pa.dictionary(pa.int32(), TEXT))
    return Written(encoded.indices.to_numpy(), encoded.dictionary)


def cleaned(
    column: Written, kind: Kind, damaged: Mask | None = None, zone: tzinfo | None = None, again: int = 0
) -> Column:
    """Clean a column, each of its texts once; the rows marked as damaged share one blank entry of that status.

    Moments that name a zone become wall time in ``zone`` (``None``: they stay as written). Of so many of the first rows
    as ``again`` says nothing is remarked.
    """
    clean = cleaner(kind, zone)(column.texts)
    codes = column.codes if damaged is None else np.where(damaged, np.int32(len(column.texts)), column.codes)
    found = Column(kind, column.codes, clean.values, clean.keys, clean.status, clean.numbers, clean.upper)
    found = replace(found, remarks=_remarks(clean, codes[again:], again), beside=clean.beside)
    return found if damaged is None else _without(found, damaged)


def _filled_and_blank(texts: pa.ChunkedArray, filled: pa.ChunkedArray) -> Written:
    """An entry for each text, and one for all the blanks."""
    some = texts.filter(filled)
    has = filled.to_numpy()
    codes = np.where(has, np.cumsum(has, dtype=np.int32) - 1, np.int32(len(some)))
    return Written(codes, pa.concat_arrays([*some.chunks, strings([""])]))


def _remarks(clean: Cleaned, codes: Codes, first: int) -> tuple[Remark, ...]:
    """What is to be said of values, as counts of the rows that have them; the codes begin with those of ``first``."""
    found = ((code, np.append(mask, False)[codes]) for code, mask in clean.said.items())
    return tuple(Remark(code, first + int(rows.argmax()), int(rows.sum())) for code, rows in found if rows.any())


def _without(column: Column, damaged: Mask) -> Column:
    nothing = strings([""])
    return replace(
        column,
        codes=np.where(damaged, np.int32(len(column.values)), column.codes),
        values=pa.concat_arrays([column.values, nothing]),
        keys=pa.concat_arrays([column.keys, nothing]),
        status=np.append(column.status, np.uint8(DAMAGED)),
        numbers=None if column.numbers is None else np.append(column.numbers, np.nan),
        upper=None if column.upper is None else np.append(column.upper, np.nan),
    )


def _nearly_unique(texts: pa.ChunkedArray) -> bool:
    """Is hardly a text repeated, blanks apart? Equal texts may stand together, or anywhere in the column."""
    near = _filled(texts.slice(0, _SAMPLE))
    few = pc.count_distinct(near).as_py() <= _MANY * len(near)
    return len(texts) > _SAMPLE and not few and _share_of_different(texts) > _MANY


def _share_of_different(texts: pa.ChunkedArray) -> float:
    """Of the cells with a text, about how many are different, from a sample of the whole column.

    Of n texts drawn from d different ones n² / 2d are met twice; what is met more often is a filler.
    """
    if len(texts) < _LARGE * _SAMPLE:
        return 1.0
    rows = np.random.default_rng(_SEED).integers(0, len(texts), _SAMPLE)
    far = _filled(_picked(texts, np.sort(rows)))
    twice = pc.sum(pc.equal(far.value_counts().field("counts"), 2)).as_py() or 1
    return len(far) / (2 * twice) * _SAMPLE / len(texts)


def _picked(texts: pa.ChunkedArray, rows: Rows) -> pa.ChunkedArray:
    """Some rows (ascending), chunk by chunk: to take rows of several chunks Arrow copies all of them into one."""
    starts = np.cumsum([0, *map(len, texts.chunks)])
    bounds = pairwise(np.searchsorted(rows, starts).tolist())
    parts = zip(texts.chunks, starts[:-1], bounds, strict=True)
    picked = [chunk.take(pa.array(rows[low:high] - start)) for chunk, start, (low, high) in parts]
    return pa.chunked_array(picked, texts.type)


def _filled(sample: pa.ChunkedArray) -> pa.ChunkedArray:
    return sample.filter(pc.not_equal(sample, ""))
