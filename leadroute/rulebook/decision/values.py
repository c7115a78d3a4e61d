"""A cell under a field to the nodes of a condition, as YAML would write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fields import Kind
from leadroute.model.operators import OPERATORS, Takes
from leadroute.model.rule_table import CellKind
from leadroute.rulebook.decision.bounds import bound, is_one, signed
from leadroute.rulebook.decision.nodes import keyed, listed, word
from leadroute.rulebook.decision.pieces import pieces
from leadroute.rulebook.decision.words import ANYTHING, NO, NOTHING, SOMETHING, YES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leadroute.rulebook.decision.meanings import Asked
    from leadroute.rulebook.decision.page import Page
    from leadroute.rulebook.decision.pieces import Piece
    from leadroute.rulebook.nodes import Node, Scalar

    Test = tuple[str, Node]
    """An operator and its operand."""

_ORDERED = frozenset({Kind.NUMBER, Kind.DATE})
_WHOLE = frozenset({Takes.PATTERN, Takes.TABLE, Takes.ATTRIBUTE, Takes.DURATION})
_MANY = {"eq": "in", "in": "in", "contains": "contains", "starts_with": "starts_with", "ends_with": "ends_with"} | {
    "domain_in": "domain_in"
}
"""Operators whose values stand side by side in one list, and the operator of the list."""
_SPELLED = {"gte": ">=", "gt": ">", "lte": "<=", "lt": "<", "eq": "=", "between": "50-100"}
_TURNED = {"ne": "eq", "not_in": "in"}
_DENIAL = {"eq": "ne", "in": "not_in"}


def condition(page: Page, row: int, column: int, asked: Asked) -> tuple[str, Node] | None:
    """The field and what it has to be; ``None`` where the cell asks nothing, or nothing that can be understood.

    The key may be ``any`` or ``none`` as well, with the tests inside.
    """
    text = page.scalar(row, column)
    kind = page.reading.kinds[asked.field]
    if text.value.casefold() in ANYTHING or not _is_typed(page, row, column, kind):
        return None
    takes = OPERATORS[asked.operator].takes if asked.operator else Takes.VALUES
    if takes in _WHOLE:
        return asked.field, keyed((asked.operator, text), text.at)
    if takes is Takes.FLAG:
        return asked.field, keyed((asked.operator, _flag(text)), text.at)
    return _Cell(page, asked, kind, text).condition()


def _flag(text: Scalar) -> Scalar:
    said = text.value.casefold()
    return word("true" if said in YES else "false" if said in NO else text.value, text.at)


def _is_typed(page: Page, row: int, column: int, kind: Kind) -> bool:
    """Is the cell what was typed? Excel makes a date of 5-10."""
    cell = page.cell(row, column)
    if cell.kind is CellKind.DATE and kind is not Kind.DATE:
        page.reading.found.error("LR267", page.span(row, column), date=cell.text)
        return False
    return True


class _Cell:
    """One cell with values, while it is read."""

    def __init__(self, page: Page, asked: Asked, kind: Kind, text: Scalar) -> None:
        self._found, self._kind, self._text = page.reading.found, kind, text
        self._field, self._operator, self._turned = asked.field, asked.operator, asked.denied
        if asked.operator in _TURNED:
            self._operator, self._turned = _TURNED[asked.operator], not asked.denied

    def condition(self) -> tuple[str, Node] | None:
        given = pieces(self._text, self._kind)
        if not self._are_plain(given):
            return None
        denied = any(one.denied for one in given)
        if denied and self._turned:
            self._found.error("LR268", self._text.at, sign="!", operator="not")
            return None
        tests = [self._test(one) for one in given]
        known = [test for test in tests if test is not None]
        return self._joined(known, denied=denied or self._turned) if len(known) == len(tests) else None

    def _are_plain(self, given: Sequence[Piece]) -> bool:
        """Is it clear what is denied? Nothing between signs is no value."""
        doubtful = next((one for one in given if one.doubtful), None)
        if doubtful:
            self._found.error("LR265", doubtful.text.at, word=doubtful.text.value)
        elif any(one.denied for one in given[1:]) and not given[0].denied:
            self._found.error("LR266", self._text.at)
        elif not given or not all(one.text.value for one in given):
            self._found.error("LR134", self._text.at)
        else:
            return True
        return False

    def _test(self, one: Piece) -> Test | None:
        text = one.text
        if one.literal:
            return self._operator or "eq", text
        if text.value.casefold() in NOTHING | SOMETHING:
            return "empty" if text.value.casefold() in NOTHING else "present", word("true", text.at)
        said = bound(text, self._kind) if self._kind in _ORDERED else signed(text)
        operator = self._agreed(said.operator, text)
        if operator is None or not all(self._is_value(value) for value in said.values):
            return None
        return operator, listed(said.values, text.at) if len(said.values) > 1 else said.values[0]

    def _agreed(self, said: str, text: Scalar) -> str | None:
        """The operator of header and cell; what each says may not contradict the other."""
        own = self._operator
        if not own or own == said:
            return said or "eq"
        if said and not (own == "in" and said == "eq"):
            self._found.error("LR268", text.at, sign=_SPELLED.get(said, said), operator=_SPELLED.get(own, own))
            return None
        if own == "between" and said != own:
            self._found.error("LR243", text.at, word=text.value)
            return None
        return own

    def _is_value(self, text: Scalar) -> bool:
        if not text.value:
            self._found.error("LR134", text.at)
        elif self._kind in _ORDERED and not is_one(text.value, self._kind):
            self._found.error("LR241" if self._kind is Kind.DATE else "LR240", text.at, word=text.value)
        else:
            return True
        return False

    def _joined(self, tests: Sequence[Test], *, denied: bool) -> tuple[str, Node]:
        """One test as it is; of several any will do; denied, none of them may hold."""
        several = [*_gathered(tests)]
        at = self._text.at
        if len(several) == 1:
            operator, operand = several[0]
            if denied and operator in {"empty", "present"}:
                return self._field, keyed(({"empty": "present", "present": "empty"}[operator], operand), at)
            if not denied or operator in _DENIAL:
                return self._field, keyed((_DENIAL[operator] if denied else operator, operand), at)
        inside = [keyed((self._field, keyed(test, at)), at) for test in several]
        return ("none" if denied else "any"), listed(inside, at)


def _gathered(tests: Sequence[Test]) -> Iterator[Test]:
    """Values of one operator side by side as one list."""
    lists: dict[str, list[Node]] = {}
    for operator, operand in tests:
        if operator in _MANY:
            lists.setdefault(operator, []).append(operand)
        else:
            yield operator, operand
    for operator, operands in lists.items():
        yield (operator, operands[0]) if len(operands) == 1 else (_MANY[operator], listed(operands, operands[0].at))
