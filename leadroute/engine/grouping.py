"""Leads that are alike, grouped by errand, so that the rulebook is read once for each group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.engine.errands import errand_of
from leadroute.engine.paths import action_of, chain, first_pool
from leadroute.model.rulebook import AssignPool

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from leadroute.engine.errand import Errand
    from leadroute.engine.errands import Brief
    from leadroute.model.rulebook import Demand, Rulebook
    from leadroute.tables.leads import Rows, Whole


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """``of[k]`` is the position in ``errands`` of the k-th row asked about."""

    of: Whole
    errands: tuple[Errand, ...]


def group(brief: Brief, rows: Rows) -> Grouping:
    """Group some rows by errand."""
    keys = [
        brief.matches.rule[rows].astype(np.int64),
        brief.matches.review[rows].astype(np.int64),
        brief.lane[rows].astype(np.int64),
        brief.customers.owner[rows].astype(np.int64),
        (brief.customers.customer[rows] >= 0).astype(np.int64),
        brief.customers.conflict[rows].astype(np.int64),
        _too_old(brief, rows).astype(np.int64),
        _demanded(brief, rows),
    ]
    of, first = _numbered(_combined(keys))
    old = keys[6]
    return Grouping(of, tuple(errand_of(brief, int(rows[at]), too_old=bool(old[at])) for at in first.tolist()))


def _numbered(keys: Whole) -> tuple[Whole, Rows]:
    """Equal keys as equal numbers, small keys first, and the first row of each number."""
    found, distinct = pd.factorize(keys)  # far quicker than to sort them all
    rank = np.argsort(np.argsort(distinct))
    numbers = rank.take(found)
    first = np.zeros(len(distinct), dtype=np.intp)
    first[numbers[::-1]] = np.arange(len(numbers))[::-1]
    return numbers, first


def _combined(keys: Sequence[Whole]) -> Whole:
    """One number per row that is equal exactly where all keys are equal."""
    combined = np.zeros(len(keys[0]), dtype=np.int64)
    for key in keys:
        if len(key) and (spread := int(key.max()) - int(key.min()) + 1) > 1:
            combined = combined * spread + (key - key.min())
    return combined


def _too_old(brief: Brief, rows: Rows) -> npt.NDArray[np.bool_]:
    column = brief.leads.columns.get("created_at")
    if column is None or column.numbers is None or not any(rule.max_age for rule in brief.book.rules):
        return np.zeros(len(rows), dtype=np.bool_)
    limits = [rule.max_age.total_seconds() if rule.max_age else np.inf for rule in brief.book.rules]
    age = brief.now - column.numbers[column.codes[rows]]
    return np.asarray(age > np.array([*limits, np.inf, np.inf])[brief.matches.rule[rows]])


def _demanded(brief: Brief, rows: Rows) -> Whole:
    """A code of the lead's values that requirements of its rule, or of the pools it may reach, look at."""
    codes = np.zeros(len(rows), dtype=np.int64)
    rules = brief.matches.rule[rows]
    for at in np.unique(rules):
        names = sorted({demand.field for demand in _demands(brief.book, int(at)) if demand.field})
        columns = [brief.leads.columns[name] for name in names if name in brief.leads.columns]
        if columns:
            own = np.flatnonzero(rules == at)
            values = _combined([column.codes[rows[own]].astype(np.int64) for column in columns])
            codes[own] = _numbered(values)[0]
    return codes


def _demands(book: Rulebook, rule: int) -> list[Demand]:
    action = action_of(book, rule)
    own = [*action.require, *action.prefer] if isinstance(action, AssignPool) else []
    pools = [book.pools[name] for name in chain(book, first_pool(action)) if name in book.pools]
    return own + [demand for pool in pools for demand in (*pool.require, *pool.prefer)]
