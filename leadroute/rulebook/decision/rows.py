"""The rows of a decision table to rules, as YAML would write them."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from leadroute.rulebook.decision.headers import columns, header_row
from leadroute.rulebook.decision.meanings import Asked
from leadroute.rulebook.decision.nodes import keyed, listed, mapping, word
from leadroute.rulebook.decision.page import LOST, across, is_heading, open_page
from leadroute.rulebook.decision.settings import setting
from leadroute.rulebook.decision.targets import action
from leadroute.rulebook.decision.values import condition
from leadroute.rulebook.decision.words import TARGETS, Role
from leadroute.rulebook.nodes import Entry, Keyed, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.model.rule_table import RuleTable
    from leadroute.rulebook.decision.headers import Column
    from leadroute.rulebook.decision.page import Page
    from leadroute.rulebook.reading import Reading

    Pair = tuple[str, Node]


def rows(reading: Reading, table: RuleTable) -> tuple[Node, ...]:
    """Every row below the headers that holds anything, as a rule; what is broken in it is reported."""
    page = open_page(reading, table)
    head = header_row(page)
    if not head:
        reading.found.error("LR264", page.span(1, 1))
        return ()
    found = columns(page, head)
    _check_headers(page, head, found)
    name = next((one for one in found if one.meaning is Role.NAME), None)
    if name is None or not any(one.meaning in TARGETS for one in found):
        return ()
    used = [row for row in range(head + 1, page.height + 1) if _is_rule(page, row, found)]
    _check_rows(page, head, used)
    return tuple(_rule(page, row, found, name) for row in used)


def _is_rule(page: Page, row: int, found: Sequence[Column]) -> bool:
    """Does a row say anything but remarks?"""
    said = any(one.meaning is not Role.IGNORED and not page.cell(row, one.number).blank for one in found)
    return said and not is_heading(page, row)


def _check_headers(page: Page, head: int, found: Sequence[Column]) -> None:
    """Is there a name and somewhere to send leads to? Cells without a header mean nothing."""
    at = page.span(head, page.filled(head)[0])
    if wide := across(page, head):
        page.reading.found.error("LR260", page.span(wide.top, wide.left))
    if all(one.meaning is not Role.NAME for one in found):
        page.reading.found.error("LR253", at)
    if not any(one.meaning in TARGETS for one in found):
        page.reading.found.error("LR254", at)
    for column in set(range(1, page.width + 1)) - {*page.filled(head)}:
        below = (row for row in range(head + 1, page.height + 1) if not page.cell(row, column).blank)
        if first := next((row for row in below if not is_heading(page, row)), None):
            page.reading.found.error("LR263", page.span(first, column))


def _check_rows(page: Page, head: int, used: Sequence[int]) -> None:
    found = page.reading.found
    if not used:
        found.warning("LR246", page.span(head, page.filled(head)[0]))
    hidden = [row for row in used if row in page.table.hidden]
    if hidden:
        found.warning("LR262", page.span(hidden[0], page.filled(hidden[0])[0]), count=len(hidden))


def _rule(page: Page, row: int, found: Sequence[Column], name: Column) -> Node:
    """One rule: its name, its conditions, when it counts, what it does."""
    own = page.scalar(row, name.number)
    readable = [one for one in found if _is_readable(page, row, one)]
    if not own.value:
        page.reading.found.error("LR255", own.at)
    if wide := across(page, row):
        page.reading.found.error("LR260", page.span(wide.top, wide.left))
    asked = [pair for one in readable if (pair := _condition(page, row, one))]
    does = action(page, row, found, own)
    settings = (pair for one in readable if (pair := setting(page, row, one)))
    when = [("when", _when(asked, own))] if asked else []
    # What is missing has been told in the words of a table; it is not to be told again in those of YAML.
    named = own if own.value else replace(own, value=f"{page.number}:{row}")
    return mapping(chain([("name", named)], when, settings, [does or ("open_pool", word("true", own.at))]), own.at)


def _is_readable(page: Page, row: int, column: Column) -> bool:
    """Has the cell a value? One that has lost it is reported."""
    cell = page.cell(row, column.number)
    if column.meaning is not Role.IGNORED and cell.kind in LOST:
        page.reading.found.error(LOST[cell.kind], page.span(row, column.number), text=cell.text)
    return page.has_value(row, column.number)


def _condition(page: Page, row: int, column: Column) -> Pair | None:
    said = column.meaning
    return condition(page, row, column.number, said) if isinstance(said, Asked) else None


def _when(asked: Sequence[Pair], own: Scalar) -> Keyed:
    """All of them: as the lines of one mapping, or as a list where a field is asked about twice."""
    if len({key for key, _ in asked}) == len(asked):
        return Keyed(tuple(Entry(Scalar(key, value.at), value) for key, value in asked), own.at)
    return keyed(("all", listed((keyed(pair, pair[1].at) for pair in asked), asked[0][1].at)), own.at)
