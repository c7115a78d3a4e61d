"""Cells that say when a rule counts: whether it is used, from when until when, on which weekdays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.model.fields import Kind
from leadroute.model.rule_table import CellKind
from leadroute.rulebook.decision.nodes import listed, word
from leadroute.rulebook.decision.pieces import part, pieces
from leadroute.rulebook.decision.words import MISSING, NO, YES, Role
from leadroute.rulebook.moments import WEEKDAYS

if TYPE_CHECKING:
    from leadroute.rulebook.decision.headers import Column
    from leadroute.rulebook.decision.page import Page
    from leadroute.rulebook.nodes import Node, Scalar

_SETTINGS = (Role.ENABLED, Role.FROM, Role.UNTIL, Role.WEEKDAYS, Role.ON_MISSING, Role.MAX_AGE)
_UP_TO = ("-", "~", "～", "至", "到")
_WORKDAYS = {"工作日": range(1, 6), "workdays": range(1, 6), "周末": range(6, 8), "weekend": range(6, 8)}


def setting(page: Page, row: int, column: Column) -> tuple[str, Node] | None:
    """The key and value of a cell that says when its rule counts; ``None`` for other columns."""
    role, text = column.meaning, page.scalar(row, column.number)
    if role not in _SETTINGS:
        return None
    if role is Role.WEEKDAYS and page.cell(row, column.number).kind is CellKind.DATE:
        page.reading.found.error("LR267", text.at, date=text.value)
        return None
    return str(role), _value(role, text)


def _value(role: object, text: Scalar) -> Node:
    said = text.value.casefold()
    if role is Role.ENABLED:
        return word("true" if said in YES else "false" if said in NO else text.value, text.at)
    if role is Role.WEEKDAYS:
        return listed((day for one in pieces(text, Kind.TEXT) for day in _days(one.text)), text.at)
    return replace(text, value=MISSING.get(said, said)) if role is Role.ON_MISSING else text


def _days(text: Scalar) -> list[Scalar]:
    """``周一至周五`` and ``工作日`` are several days."""
    if days := _WORKDAYS.get(text.value.casefold()):
        return [replace(text, value=str(day)) for day in days]
    for sign in _UP_TO:
        at = text.value.find(sign)
        first, last = (WEEKDAYS.get(one.value.casefold()) for one in _parts(text, at, len(sign)))
        if first and last and first <= last:
            return [replace(text, value=str(day)) for day in range(first, last + 1)]
    return [text]


def _parts(text: Scalar, at: int, width: int) -> tuple[Scalar, Scalar]:
    return part(text, 0, max(at, 0)), part(text, at + width, len(text.value))
