"""Duplicates in sight: what a run over these tables would merge, and which values would link nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa

from leadroute.intake.dedupe import find_duplicates
from leadroute.intake.examine.seen import Merging
from leadroute.tables.arrow import strings
from leadroute.tables.beside import joined, moved
from leadroute.tables.leads import Column, Leads, Origin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.model.rulebook import Duplicates
    from leadroute.tables.leads import Beside

_BESIDE = ("company", "contact", "created_at")
"""What tells leads apart that share a value, and who of a group survives."""


def merging(parts: Sequence[Leads], policy: Duplicates) -> Merging | None:
    """Look for duplicates over all leads; ``None`` when no line of the policy has its columns."""
    wanted = dict.fromkeys((*(name for line in policy.same_when for name in line), *_BESIDE))
    leads = parts[0] if len(parts) == 1 else _together(parts, tuple(wanted))
    found = find_duplicates(leads, policy)
    if not found.keys:
        return None
    sizes = np.bincount(found.cluster[found.cluster >= 0])
    return Merging(
        keys=found.keys,
        rows=int(np.count_nonzero(found.loser)),
        groups=len(sizes),
        largest=int(sizes.max(initial=0)),
        waiting=int(np.count_nonzero(found.oversized)),
        shared=found.shared,
    )


def _together(parts: Sequence[Leads], names: Sequence[str]) -> Leads:
    """The leads under each other, as far as the columns named."""
    tables = tuple(table for part in parts for table in part.origin.tables)
    counts = [len(part) for part in parts]
    rows = np.concatenate([part.origin.row for part in parts])
    origin = Origin(tables, np.repeat(np.arange(len(parts), dtype=np.int16), counts), rows)
    columns = {name: _united(parts, name) for name in names if any(name in part.columns for part in parts)}
    return Leads(pd.DataFrame(index=pd.RangeIndex(len(rows))), {}, columns, origin)


def _united(parts: Sequence[Leads], name: str) -> Column:
    """One column of all parts; equal values of two parts keep entries of their own, with equal keys."""
    some = next(part.columns[name] for part in parts if name in part.columns)
    each = [part.columns.get(name) or _blank(some, len(part)) for part in parts]
    starts = np.cumsum([0, *(len(column.values) for column in each[:-1])])
    codes = [column.codes + np.int32(start) for column, start in zip(each, starts, strict=True)]
    numbers = [column.numbers for column in each if column.numbers is not None]
    return Column(
        kind=some.kind,
        codes=np.concatenate(codes).astype(np.int32),
        values=pa.concat_arrays([column.values for column in each]),
        keys=pa.concat_arrays([column.keys for column in each]),
        status=np.concatenate([column.status for column in each]),
        numbers=np.concatenate(numbers) if some.numbers is not None else None,
        beside=_beside(each, starts.tolist()),
    )


def _beside(each: Sequence[Column], starts: Sequence[int]) -> dict[str, Beside]:
    """What stood beside the values of the parts; the values of each part begin at ``starts``."""
    found: dict[str, Beside] = {}
    for column, start in zip(each, starts, strict=True):
        found = joined(found, moved(column.beside, start))
    return found


def _blank(like: Column, rows: int) -> Column:
    """A column of a table that lacks it."""
    nothing = strings([""])
    numbers = None if like.numbers is None else np.array([np.nan])
    return Column(like.kind, np.zeros(rows, dtype=np.int32), nothing, nothing, np.zeros(1, dtype=np.uint8), numbers)
