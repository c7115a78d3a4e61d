"""What earlier runs know of the rows, in words: what kind of acquaintance, since when, and what is different now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from leadroute.model.outcome import Reason
from leadroute.render.sheets.columns import spread
from leadroute.tables.history import History

if TYPE_CHECKING:
    import pandas as pd

    from leadroute.engine.plan import Plan
    from leadroute.render.sheets.told import Told
    from leadroute.tables.history import Changes
    from leadroute.tables.leads import Whole

LISTED = 10_000
"""The changes of so many leads are told; a note counts them all."""

_EPOCH = 719_163  # the ordinal of 1970-01-01
_LONGEST = 60


def history(told: Told) -> dict[str, pd.Categorical]:
    """What earlier runs know of each row, and what its data said then; nothing without a memory."""
    known = told.plan.known
    if known is None:
        return {}
    return {"history": spread([told.say(f"history.{each.word}") for each in History], known.history), **changed(told)}


def earlier(told: Told) -> dict[str, pd.Categorical]:
    """For leads of earlier runs, which run decided them, when, and who has them; nothing when there is no such lead."""
    known = told.plan.known
    if known is None or not known.settled.any():
        return {}
    runs, run = np.unique(np.where(known.settled, known.run, 0), return_inverse=True)
    days, at = np.unique(np.where(known.settled, known.day, 0), return_inverse=True)
    return {
        "earlier_run": spread([str(number) if number else "" for number in runs.tolist()], run),
        "last_given": spread([day_text(day) if day else "" for day in days.tolist()], at),
        "holder": spread([rep.name for rep in told.plan.roster.reps], known.rep),
    }


def changed(told: Told) -> dict[str, pd.Categorical]:
    """What the data of known leads says otherwise than before; nothing when nothing changed."""
    found = told.plan.known.changes if told.plan.known else None
    if found is None or not len(found):
        return {}
    rows, starts = np.unique(found.row, return_index=True)
    ends = np.append(starts[1:], len(found))[:LISTED]
    codes = np.full(len(told.plan.leads), -1, dtype=np.int64)
    codes[rows[:LISTED]] = np.arange(len(ends))
    cells = _cells(told, found, int(ends[-1]))
    texts = [told.say("sheet.separator").join(cells[start:end]) for start, end in zip(starts, ends, strict=False)]
    return {"changed": spread(texts, codes)}


def company_days(plan: Plan) -> Whole:
    """For rows that follow a company of earlier runs the day its latest lead was given, 0 for all others."""
    if plan.known is None:
        return np.zeros(len(plan.leads), dtype=np.int64)
    follows = (plan.decisions.reason == Reason.SAME_COMPANY) & (plan.known.company_rep >= 0)
    return np.where(follows, plan.known.company_day, 0)


def day_text(day: int) -> str:
    """A day (since 1970) as people write it."""
    return date.fromordinal(day + _EPOCH).isoformat()


def _cells(told: Told, found: Changes, count: int) -> list[str]:
    names = [told.teller.field(name) for name in found.fields]
    each = zip(found.field[:count].tolist(), found.old[:count].to_pylist(), found.new[:count].to_pylist(), strict=True)
    return [told.say("sheet.change", field=names[at], old=_short(old), new=_short(new)) for at, old, new in each]


def _short(text: str) -> str:
    """A text as far as it helps; what was blank is a dash."""
    return (text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…") or "-"
