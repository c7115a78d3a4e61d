"""The table a sheet of leads starts from: our columns before and after the lead's own, no header twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.model.diagnostic import Place
from leadroute.render.filenames import short_names, short_place
from leadroute.render.sheets.columns import spread, spread_column, unique_headers
from leadroute.render.words import say
from leadroute.tables.sheet import Shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.engine.plan import Plan
    from leadroute.render.sheets.columns import Rows
    from leadroute.render.sheets.told import Told
    from leadroute.tables.leads import Leads

SHAPES = {
    "score": Shape.DECIMAL,
    "row": Shape.WHOLE,
    "due": Shape.MOMENT,
    "cluster": Shape.WHOLE,
    "eligible": Shape.WHOLE,
    "balance": Shape.DECIMAL,
    "turn": Shape.WHOLE,
}
"""The shapes of our columns that are not text, by key."""


class Table:
    """Columns under headers; ``shapes`` and ``header`` speak of our own columns by key (``score``, ``due`` …)."""

    def __init__(self, frame: pd.DataFrame, own: Mapping[str, str]) -> None:
        """Keep a frame and the headers of our columns in it."""
        self.frame = frame
        self._own = own

    def header(self, key: str) -> str:
        """The header one of our columns got."""
        return self._own[key]

    @property
    def shapes(self) -> dict[str, Shape]:
        """The shapes of our columns that are not text."""
        return {header: SHAPES[key] for key, header in self._own.items() if key in SHAPES}


def table(told: Told, before: Mapping[str, object], after: Mapping[str, object], rows: Rows) -> Table:
    """Some rows of the leads' own columns, with ours on either side; ours are columns of all rows, named by key."""
    leads = told.plan.leads
    theirs = unique_headers([_their_header(told, str(label)) for label in leads.raw])
    keys = [*before, *after]
    ours = dict(zip(keys, unique_headers([_word(told, key) for key in keys], theirs), strict=True))
    parts = {
        **{ours[key]: column for key, column in before.items()},
        **dict(zip(theirs, (column.array for _, column in leads.raw.items()), strict=True)),
        **{ours[key]: column for key, column in after.items()},
    }
    return Table(pd.DataFrame(parts, copy=False).take(rows), ours)


def graded(told: Told) -> dict[str, object]:
    """Score and grade, if the rulebook scores."""
    plan = told.plan
    if not plan.rulebook.score.points:
        return {}
    grade = plan.leads.columns.get("grade")
    return {"score": plan.scores.total, **({"grade": spread_column(grade)} if grade is not None else {})}


def places(leads: Leads) -> dict[str, object]:
    """File, sheet (if any file has sheets) and row."""
    origin = leads.origin
    sheets = [sheet for _, sheet in origin.tables]
    named = {"sheet": spread(sheets, origin.table)} if any(sheets) else {}
    names = short_names({file for file, _ in origin.tables})
    return {"file": spread([names[file] for file, _ in origin.tables], origin.table), **named, "row": origin.row}


def places_of(leads: Leads, rows: Rows) -> list[str]:
    """Where some rows stood, as people type it."""
    origin = leads.origin
    names = short_names({file for file, _ in origin.tables})
    tables = [short_place(Place(file, sheet=sheet), names) for file, sheet in origin.tables]
    at = zip(origin.table[rows].tolist(), origin.row[rows].tolist(), strict=True)
    return [f"{tables[table]}:{row}" for table, row in at]


def text_of(plan: Plan, field: str) -> object:
    """A field of all rows as it was written (blank when no file has it)."""
    if field in plan.leads.raw:
        return plan.leads.raw[field].array
    return spread([], np.full(len(plan.leads), -1))


def _their_header(told: Told, label: str) -> str:
    """A header as it was; that of the owner says that it is not the one decided here."""
    header = told.plan.leads.headers.get(label, label.removeprefix("?"))
    return told.say("sheet.owner_before", header=header) if label == "owner" else header


def _word(told: Told, key: str) -> str:
    return say(f"sheet.{key}", told.language)
