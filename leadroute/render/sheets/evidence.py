"""The evidence behind a decision: the tests that held, the points of the score, the customer that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.conditions import tests
from leadroute.engine.plan import DEFAULT
from leadroute.render.sheets.columns import distinct, spread

if TYPE_CHECKING:
    import pandas as pd

    from leadroute.render.sheets.told import Told


def met(told: Told) -> pd.Categorical:
    """The tests of the rule that held, and what was inferred of the values it looked at."""
    matches = told.plan.matches
    rules = np.where(matches.rule >= 0, matches.rule, np.int16(DEFAULT))
    marks, marked = told.marks
    codes, rows = distinct(rules, np.where(rules >= 0, matches.met, np.int32(-1)), marks)
    said = [(_met(told, int(rules[row]), int(matches.met[row])), [*marked, ""][int(marks[row])]) for row in rows]
    return spread([told.say("sheet.separator").join(filter(None, both)) for both in said], codes)


def points(told: Told) -> pd.Categorical:
    """The points that make up the score."""
    scores = told.plan.scores
    return spread([_points(told, parts) for parts in scores.combinations], scores.parts)


def customer(told: Told) -> pd.Categorical:
    """The customer a row belongs to and what found it."""
    found = told.plan.customers
    codes, rows = distinct(found.customer, found.by, found.conflict.astype(np.int8))
    return spread([_customer(told, int(row)) for row in rows], codes)


def _met(told: Told, rule: int, met: int) -> str:
    if rule < 0 or met < 0:
        return ""
    written = list(tests(told.plan.rulebook.rules[rule].when))
    held = told.plan.matches.combinations[met]
    return told.say("sheet.comma").join(told.teller.test(written[at]) for at in held if at < len(written))


def _points(told: Told, parts: tuple[int, ...]) -> str:
    points = [told.plan.rulebook.score.points[at] for at in parts]
    worth = [f"{each.name or told.teller.condition(each.when)} {each.add:+g}" for each in points]
    return told.say("sheet.separator").join(worth)


def _customer(told: Told, row: int) -> str:
    found = told.plan.customers
    at = int(found.customer[row])
    if at < 0 or found.customers is None:
        return ""
    company = found.customers.columns.get("company")
    name = company.value(at) if company is not None else str(found.customers.place(at))
    match = told.teller.field(told.plan.rulebook.customers.match[int(found.by[row])])
    return told.say("sheet.conflict" if found.conflict[row] else "sheet.found_by", customer=name, match=match)
