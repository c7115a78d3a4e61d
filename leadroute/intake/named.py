"""Which rows somebody means: by place, id, number, address or name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.intake.clean import CLEANERS
from leadroute.intake.further import with_further
from leadroute.model.fold import fold
from leadroute.tables.arrow import flags, strings
from leadroute.tables.fold import fold_array

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.tables.leads import Column, Leads, Rows

_PLACE = re.compile(r"(?P<file>.+?)[:：](?:(?P<sheet>.+)[:：])?(?P<row>[0-9]{1,9})")
_EXACT = (("lead_id",), ("phone", "tel"), ("email",), ("wechat",), ("credit_code",), ("company", "contact"))
"""The fields looked at, those that are alike together: the first that know the word decide."""
_CALLED = ("lead_id", "company", "contact")
_MANY = 20_000


def named_rows(leads: Leads, said: str) -> Rows:
    """The rows that are meant, in the order of the files; more than one when the word says too little."""
    for rows in _answers(leads, said) if fold(said) else ():
        if len(rows):
            return np.unique(rows)
    return np.zeros(0, dtype=np.intp)


def names(leads: Leads) -> list[str]:
    """What leads can be called by, to find the nearest right word."""
    columns = (leads.columns[name] for name in _CALLED if name in leads.columns)
    return [text for column in columns for text in column.values[:_MANY].to_pylist() if text]


def _answers(leads: Leads, said: str) -> Iterator[Rows]:
    yield _at_place(leads, said)
    for fields in _EXACT:
        columns = [leads.columns[name] for name in fields if name in leads.columns]
        yield _joined([_equal(column, said) for column in columns])
    yield _joined([_inside(leads.columns[name], said) for name in ("company", "contact") if name in leads.columns])


def _at_place(leads: Leads, said: str) -> Rows:
    """``file:row`` or ``file:sheet:row``; a file by its name or by as much of its path as is said."""
    found = _PLACE.fullmatch(said)
    if found is None:
        return np.zeros(0, dtype=np.intp)
    file, sheet = found["file"].replace("\\", "/"), found["sheet"] or ""
    tables = [
        at
        for at, (path, own) in enumerate(leads.origin.tables)
        if f"/{path}".replace("\\", "/").endswith(f"/{file}") and sheet in {"", own}
    ]
    return np.flatnonzero(np.isin(leads.origin.table, tables) & (leads.origin.row == int(found["row"])))


def _equal(column: Column, said: str) -> Rows:
    """Rows whose value is the same as the word, both made comparable."""
    key = str(CLEANERS[column.kind](strings([said])).keys[0])
    rows, every = with_further(column)
    hit = flags(pc.equal(every.keys, key)) if key else np.zeros(len(every.keys), dtype=np.bool_)
    hit |= flags(pc.equal(fold_array(every.values), fold(said)))
    return np.asarray(rows[hit[every.codes]])


def _inside(column: Column, said: str) -> Rows:
    hit = flags(pc.match_substring(fold_array(column.values), pattern=fold(said)))
    return np.flatnonzero(hit[column.codes])


def _joined(found: list[Rows]) -> Rows:
    return np.concatenate([np.zeros(0, dtype=np.intp), *found])
