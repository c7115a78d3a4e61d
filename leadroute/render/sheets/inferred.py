"""The inferred values that decisions looked at: ``省份=浙江（由地址推断）``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.conditions import tests
from leadroute.engine.paths import action_of, chain, first_pool
from leadroute.model.rulebook import AssignPool
from leadroute.render.sheets.columns import distinct
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leadroute.engine.plan import Plan
    from leadroute.model.rulebook import Demand, Rulebook
    from leadroute.render.sheets.columns import Coded
    from leadroute.render.sheets.conditions import Teller
    from leadroute.tables.leads import Column, Mask


def marks(plan: Plan, teller: Teller) -> tuple[Coded, list[str]]:
    """For each row the code of what was inferred of the values its rule or its customer was found by (-1: nothing)."""
    columns = {name: column for name, column in plan.leads.columns.items() if column.concluded.any()}
    if not columns:
        return np.full(len(plan.leads), -1, dtype=np.int64), []
    used = [_used(plan, name, column) for name, column in columns.items()]
    own = [np.where(rows, column.codes, -1) for rows, column in zip(used, columns.values(), strict=True)]
    codes, first = distinct(*own)
    texts = [_text(columns, [int(each[row]) for each in own], teller) for row in first]
    spoken = [text for text in texts if text]
    number = {text: at for at, text in enumerate(spoken)}
    return np.array([number.get(text, -1) for text in texts], dtype=np.int64)[codes], spoken


def _used(plan: Plan, name: str, column: Column) -> Mask:
    """Rows in which this field was concluded and the decision looked at it."""
    book = plan.rulebook
    by_rule = np.array([name in _fields(book, at) for at in range(len(book.rules))] + [False, False], dtype=np.bool_)
    match = book.customers.match
    by_customer = (plan.customers.customer >= 0) & (plan.customers.by == (match.index(name) if name in match else -1))
    return np.asarray(column.concluded[column.codes] & (by_rule[plan.matches.rule] | by_customer), dtype=np.bool_)


def _fields(book: Rulebook, at: int) -> frozenset[str]:
    """What a rule looks at: the fields of its tests, of the points behind a score, of what reps must have."""
    found = {test.field for test in tests(book.rules[at].when)}
    if found & {"score", "grade"}:
        found |= {test.field for one in book.score.points for test in tests(one.when)}
    return frozenset(found | {demand.field for demand in _demands(book, at) if demand.field})


def _demands(book: Rulebook, at: int) -> Iterator[Demand]:
    action = action_of(book, at)
    if isinstance(action, AssignPool):
        yield from (*action.require, *action.prefer)
    for name in chain(book, first_pool(action)):
        if name in book.pools:
            yield from (*book.pools[name].require, *book.pools[name].prefer)


def _text(columns: Mapping[str, Column], codes: list[int], teller: Teller) -> str:
    told = [
        _mark(name, column, code, teller)
        for (name, column), code in zip(columns.items(), codes, strict=True)
        if code >= 0
    ]
    return say("sheet.comma", teller.language).join(told)


def _mark(name: str, column: Column, code: int, teller: Teller) -> str:
    ground = str(column.grounds[code]) if column.grounds is not None else ""
    source = say(f"field.{ground}", teller.language)
    return say(
        "sheet.inferred", teller.language, field=teller.field(name), value=str(column.values[code]), source=source
    )
