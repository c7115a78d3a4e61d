"""By what a lead is recognised in a later run: its keys as 64-bit numbers, which say nothing of the person.

The numbers are SipHash-2-4 as pandas computes it, of the comparable text of a value, salted with the field. Among
15 million keys the chance that any two different ones agree is about one in 160,000.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.further import further
from leadroute.model.fields import CONTACT_FIELDS
from leadroute.tables.arrow import flags, objects, strings
from leadroute.tables.history import Identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from leadroute.model.rulebook import Duplicates
    from leadroute.tables.leads import Column, Leads, Rows, Whole
    from leadroute.tables.merges import Merges, SharedValue

    Numbers = npt.NDArray[np.uint64]

_ROW = ("lead_id", *CONTACT_FIELDS)
_ODD = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio, as in SplitMix64 (Steele, Lea and Flood 2014)


def identity(leads: Leads, merges: Merges, policy: Duplicates) -> Identity:
    """The keys of every row; values that too many share in this run are none."""
    numbers = {name: _numbers(leads, name) for name in {"company", "contact", *_ROW, *_fields(policy)}}
    lines = [_line(leads, line, numbers, merges.shared) for line in policy.same_when]
    return Identity(
        keys=(*(_signed(line) for line in lines), _signed(_whole_row(numbers, len(leads)))),
        company=_signed(numbers["company"]),
        contact=_signed(numbers["contact"]),
        further=dict(_further(leads, policy, merges.shared)),
    )


def _fields(policy: Duplicates) -> set[str]:
    return {name for line in policy.same_when for name in line}


def _numbers(leads: Leads, name: str) -> Numbers:
    """For each row the number of its value, 0 where it is blank."""
    column = leads.columns.get(name)
    if column is None:
        return np.zeros(len(leads), dtype=np.uint64)
    return _of_values(column, name)[column.codes]


def _of_values(column: Column, name: str) -> Numbers:
    texts = objects(column.keys.cast(pa.large_binary()))  # the same numbers as of texts, in less than half the time
    found = _hashed(texts) ^ _hashed(np.array([name], dtype=object))[0]
    return np.where(column.blank, np.uint64(0), np.maximum(found, 1))


def _hashed(texts: npt.NDArray[np.object_]) -> Numbers:
    return np.asarray(pd.util.hash_array(texts, categorize=False), dtype=np.uint64)


def _line(leads: Leads, line: Sequence[str], numbers: dict[str, Numbers], shared: Sequence[SharedValue]) -> Numbers:
    """The key of a line: 0 where any of its fields is blank, or is shared by too many."""
    parts = [numbers[name] for name in line]
    complete = np.logical_and.reduce([part != 0 for part in parts])
    if len(line) == 1 and line[0] in leads.columns:
        complete &= ~_shared(leads.columns[line[0]], line[0], shared)
    return np.where(complete, _mixed(parts), 0)


def _further(
    leads: Leads, policy: Duplicates, shared: Sequence[SharedValue]
) -> Iterator[tuple[int, tuple[Rows, Whole]]]:
    """By line the rows with further numbers in their cell, and beside each the key of one of them."""
    for at, line in enumerate(policy.same_when):
        if len(line) == 1 and line[0] in leads.columns:
            rows, column = further(leads.columns[line[0]])
            keys = _of_values(column, line[0])[column.codes]
            some = (keys != 0) & ~_shared(column, line[0], shared)
            if some.any():
                yield at, (rows[some], _signed(_mixed([keys[some]])))


def _shared(column: Column, name: str, shared: Sequence[SharedValue]) -> npt.NDArray[np.bool_]:
    values = strings(sorted({one.value for one in shared if one.field == name}))
    return flags(pc.is_in(column.values, value_set=values))[column.codes]


def _whole_row(numbers: dict[str, Numbers], rows: int) -> Numbers:
    """The row as a whole: its id and everything that tells who it is; 0 when there is nothing."""
    parts = [numbers[name] for name in _ROW]
    some = np.logical_or.reduce([part != 0 for part in parts]) if parts else np.zeros(rows, dtype=np.bool_)
    return np.where(some, _mixed([*parts, np.full(rows, _ODD)]), 0)


def _mixed(parts: Sequence[Numbers]) -> Numbers:
    """One number of several; their order counts, and a single one stays as it is."""
    total = parts[0]
    for part in parts[1:]:
        total = (total ^ (total >> np.uint64(30))) * _ODD + part
    return np.maximum(total, 1)


def _signed(numbers: Numbers) -> Whole:
    """As databases keep whole numbers."""
    return numbers.view(np.int64)
