"""How leads of the past ended: won, lost, or not known yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leadroute.engine.backtest.conversion import LOST, OPEN, WON
from leadroute.intake.normalise import normalise
from leadroute.model.fold import fold
from leadroute.tables.arrow import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.tables.leads import Leads, Mask, Whole

ANY = "*"
"""Any value, as long as there is one."""

_WON_WORDS = (
    "won|win|closed won|closedwon|close won|deal won|converted|closed converted|qualified converted|"
    "赢单|已赢单|成交|已成交|成单|已成单|签约|已签约|已转化|转化成功|已转商机|已购买|已付款"
)
_LOST_WORDS = (
    "lost|lose|closed lost|closedlost|close lost|deal lost|closed not converted|unqualified|disqualified|dead|junk|"
    "not interested|输单|已输单|丢单|已丢单|流失|已流失|战败|已战败|未成交|失败|已失败|无效|无意向|已放弃|放弃"
)
_WON, _LOST = (frozenset(words.split("|")) for words in (_WON_WORDS, _LOST_WORDS))
"""What a status says of a lead that is won or lost, as headers are compared; others are open."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A column, by header or field, and the values that mark a lead as won (or lost) in it."""

    column: str
    values: tuple[str, ...]


def ends_by_status(leads: Leads) -> Whole | None:
    """How each lead ended by the usual words of a status; ``None`` where no status tells both kinds."""
    if "status" not in leads.columns:
        return None
    column = leads.columns["status"]
    words = [normalise(text) for text in column.values.to_pylist()]
    ends = np.array([WON if word in _WON else LOST if word in _LOST else OPEN for word in words], dtype=np.int64)
    found: Whole = ends[column.codes]
    return found if (found == WON).any() and (found == LOST).any() else None


def ends_by_marks(leads: Leads, won: Marked, lost: Marked | None) -> Whole | str:
    """How each lead ended by what the user says; without ``lost`` whatever is not won is lost.

    If there is no such column, its name.
    """
    is_won = _marked(leads, won)
    if isinstance(is_won, str):
        return is_won
    is_lost = _marked(leads, lost) if lost else ~is_won
    if isinstance(is_lost, str):
        return is_lost
    return np.where(is_won, WON, np.where(is_lost, LOST, OPEN)).astype(np.int64)


def label_of(leads: Leads, name: str) -> str | None:
    """The column people mean by a field's name or a header; ``None``: there is none."""
    wanted = normalise(name)
    for label, header in leads.headers.items():
        if name == label or normalise(header) == wanted:
            return label
    return None


def headers(leads: Leads) -> tuple[str, ...]:
    """What the columns are called."""
    return tuple(leads.headers.values())


def texts_of(leads: Leads, label: str) -> tuple[pa.Array, Whole]:
    """The distinct texts of a column as they were written, and for each lead the position of its own."""
    encoded = pa.array(leads.raw[label].array).cast(TEXT).dictionary_encode()
    return encoded.dictionary, encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)


def _marked(leads: Leads, marked: Marked) -> Mask | str:
    label = label_of(leads, marked.column)
    if label is None:
        return marked.column
    texts, codes = texts_of(leads, label)
    wanted = frozenset(map(fold, marked.values))
    return np.asarray(np.array(_hits(texts.to_pylist(), wanted), dtype=np.bool_)[codes], dtype=np.bool_)


def _hits(texts: Iterable[str], wanted: frozenset[str]) -> list[bool]:
    return [fold(text) in wanted or (ANY in wanted and bool(fold(text))) for text in texts]
