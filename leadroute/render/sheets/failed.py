"""The rows that are nobody's lead as they came, with what is wrong: to be mended and fed to leadroute again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.model.fields import REACH_FIELDS
from leadroute.model.outcome import Outcome, Reason
from leadroute.render.sheets.columns import distinct, spread
from leadroute.render.sheets.table import places
from leadroute.render.words import say
from leadroute.tables.leads import DAMAGED, INVALID, PLACEHOLDER
from leadroute.tables.sheet import Shape, Sheet

if TYPE_CHECKING:
    from leadroute.engine.plan import Plan
    from leadroute.render.sheets.columns import Coded, Rows
    from leadroute.tables.leads import Column

_SPOILT = {DAMAGED: "damaged", INVALID: "invalid", PLACEHOLDER: "placeholder"}


def failed(plan: Plan) -> Sheet | None:
    """The rows whose outcome is invalid, under their own headers, ours before them; ``None`` when there are none.

    Our headers end in ``(leadroute)``, by which ``intake.own`` knows them again.
    """
    rows = np.flatnonzero(plan.decisions.outcome == Outcome.INVALID)
    if not len(rows):
        return None
    language = plan.rulebook.language
    ours = {key: pd.Series(column).take(rows).array for key, column in places(plan.leads).items()}
    ours |= {**_told(plan, rows), **_unread(plan, rows)}
    words = {key: say(f"failed.{key}", language) for key in ours}
    theirs = {_header(plan, str(label)): column.array.take(rows) for label, column in plan.leads.raw.items()}
    frame = pd.DataFrame({**{words[key]: column for key, column in ours.items()}, **theirs}, copy=False)
    return Sheet("failed_rows", say("failed.title", language), frame, {words["row"]: Shape.WHOLE})


def _header(plan: Plan, label: str) -> str:
    return plan.leads.headers.get(label, label.removeprefix("?"))


def _told(plan: Plan, rows: Rows) -> dict[str, pd.Categorical]:
    """What is wrong with each row and what to do about it, once for all rows of which the same is to be said."""
    columns = {name: plan.leads.columns[name] for name in REACH_FIELDS if name in plan.leads.columns}
    spoilt = {name: _spoilt(column, rows) for name, column in columns.items()}
    codes, first = distinct(plan.decisions.reason[rows])
    for cells in spoilt.values():
        codes, first = distinct(codes, cells)
    problems = [_problem(plan, int(rows[at]), [name for name in spoilt if spoilt[name][at] >= 0]) for at in first]
    advice = [_advice(plan, int(rows[at])) for at in first]
    return {"problem": spread(problems, codes), "to_do": spread(advice, codes)}


def _unread(plan: Plan, rows: Rows) -> dict[str, pd.Categorical]:
    """What stands in rows that could not be read; no column when there are none."""
    unread = plan.leads.origin.unread
    known = {row: at for at, row in enumerate(unread)}
    codes = np.array([known.get(row, -1) for row in rows.tolist()], dtype=np.intp)
    return {"line": spread(unread.values(), codes)} if unread else {}


def _spoilt(column: Column, rows: Rows) -> Coded:
    """For each row the code of its value when that cannot be used, else -1."""
    codes = column.codes[rows]
    return np.where(np.isin(column.status, list(_SPOILT))[codes], codes, np.int32(-1))


def _problem(plan: Plan, row: int, spoilt: list[str]) -> str:
    language = plan.rulebook.language
    reason = Reason(int(plan.decisions.reason[row]))
    cells = [_cell(plan, name, row) for name in spoilt]
    return say("sheet.separator", language).join([say(f"failed.{reason.word}", language), *cells])


def _cell(plan: Plan, name: str, row: int) -> str:
    """What is wrong with one number or address, as it was written."""
    column = plan.leads.columns[name]
    state = _SPOILT[int(column.status[column.codes[row]])]
    value = str(plan.leads.raw[name].iloc[row]) if name in plan.leads.raw else ""
    return say(f"failed.{state}", plan.rulebook.language, header=_header(plan, name), value=value)


def _advice(plan: Plan, row: int) -> str:
    reason = Reason(int(plan.decisions.reason[row]))
    return say(f"failed.{reason.word}_to_do", plan.rulebook.language)
