"""A condition as a sentence: ``省份是上海或江苏，并且（行业含有“制造”，或得分大于 10）``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.fields import FIELDS, Kind
from leadroute.model.rulebook import All, AnyOf, Language, NoneOf, OnMissing, TableRef, Test
from leadroute.render.plain.amounts import amount, span
from leadroute.render.sheets.conditions import Teller
from leadroute.render.words import WORDS, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.model.rulebook import Condition, Operand, Rulebook

_AND, _OR = "and", "or"
_TURNED = {"ne": "eq", "not_in": "in", "present": "empty"}
"""Operators that deny another one."""
_WORD = {"eq": "is", "in": "is"}
_QUOTED = frozenset({"contains", "starts_with", "ends_with", "matches"})
_AGED = frozenset({"older_than", "newer_than"})
_ORDERED = frozenset({"gt", "gte", "lt", "lte"})
_DENIED = {OnMissing.MATCH: OnMissing.NO_MATCH, OnMissing.NO_MATCH: OnMissing.MATCH}
_SHOWN = 40
"""Of a longer list only so many values are told."""


@dataclass(frozen=True, slots=True)
class _Fact:
    """A test that has to hold, or not to hold."""

    test: Test
    denied: bool


@dataclass(frozen=True, slots=True)
class _Joined:
    """Facts of which all or one has to be so; a part is never joined the same way."""

    join: str
    parts: tuple[_Fact | _Joined, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks about the parts of a rulebook in its language."""

    book: Rulebook

    @property
    def language(self) -> Language:
        """The rulebook's language."""
        return self.book.language

    def say(self, key: str, **facts: object) -> str:
        """The words for a key of plain sentences."""
        return say(f"plain.{key}", self.language, **facts)

    def field(self, name: str) -> str:
        """What people call a field; one of the rulebook's own by a header in its language, if there is one."""
        own = next((spec for spec in self.book.fields if spec.name == name and name not in FIELDS), None)
        chinese = self.language is Language.ZH
        headers = [alias for alias in own.aliases if alias.isascii() is not chinese] if own else []
        return headers[0] if headers else Teller(self.book, {}).field(name)

    def of_rep(self, attribute: str) -> str:
        """What people call a column of the roster."""
        key = f"of_rep.{attribute}"
        return self.say(key) if f"plain.{key}" in WORDS else attribute

    def listed(self, values: Sequence[str], last: str = "or") -> str:
        """``上海、江苏或浙江``."""
        shown, comma = list(values[:_SHOWN]), say("sheet.listed", self.language)
        if len(values) > _SHOWN:
            return f"{comma.join(shown)} {say('sheet.and_more', self.language, count=len(values))}"
        if len(shown) < len(("first", "last")):
            return "".join(shown)
        return self.say(f"last_{last}", first=comma.join(shown[:-1]), last=shown[-1])

    def condition(self, condition: Condition) -> str:
        """A condition as a sentence without its full stop."""
        return self._told(_plain(condition, denied=False), inside=False)

    def _told(self, found: _Fact | _Joined, *, inside: bool) -> str:
        if isinstance(found, _Fact):
            return self._fact(found)
        if not found.parts:
            return self.say("always" if found.join == _AND else "never")
        parts = self.say(found.join).join(self._told(part, inside=True) for part in found.parts)
        return self.say("inside", parts=parts) if inside else parts

    def _fact(self, fact: _Fact) -> str:
        test = fact.test
        words = self._words(test, denied=fact.denied)
        if test.on_missing is None:
            return words
        missing = _DENIED.get(test.on_missing, test.on_missing) if fact.denied else test.on_missing
        return self.say(f"blank.{missing.value}", test=words)

    def _words(self, test: Test, *, denied: bool) -> str:
        operator, denied = _TURNED.get(test.operator, test.operator), denied ^ (test.operator in _TURNED)
        if operator == "empty":
            word = "empty.customer" if test.field == "customer" else "empty"
            return self.say(_key(word, denied=denied ^ (not test.operand)), field=self.field(test.field))
        if operator == "between" and isinstance(test.operand, tuple):
            low, high = (self._value(test, end) for end in test.operand)
            return self.say(_key(operator, denied=denied), field=self.field(test.field), low=low, high=high)
        dated = operator in _ORDERED and self.book.kind_of(test.field) is Kind.DATE
        word = f"date.{operator}" if dated else _WORD.get(operator, operator)
        return self.say(_key(word, denied=denied), field=self.field(test.field), value=self._operand(test, operator))

    def _operand(self, test: Test, operator: str) -> str:
        operand = test.operand
        if isinstance(operand, TableRef):
            key = "table_column" if operand.column else "table"
            return self.say(key, path=operand.path, column=operand.column)
        if operator == "in_rep":
            return self.of_rep(str(operand))
        values = [self._value(test, one) for one in (operand if isinstance(operand, tuple) else (operand,))]
        return self.listed([self.say("quoted", value=one) for one in values] if operator in _QUOTED else values)

    def _value(self, test: Test, value: Operand) -> str:
        if test.operator in _AGED and isinstance(value, float):
            return span(value, self.language)
        if isinstance(value, float) and self.book.kind_of(test.field) is not Kind.DATE:
            return amount(value, self.language)
        return Teller(self.book, {}).value(test, value)


def always(condition: Condition) -> bool:
    """Whether a condition says nothing, so that it always holds."""
    return _plain(condition, denied=False) == _Joined(_AND, ())


def never(condition: Condition) -> bool:
    """Whether a condition names no case at all in which it holds."""
    return _plain(condition, denied=False) == _Joined(_OR, ())


def _plain(condition: Condition, *, denied: bool) -> _Fact | _Joined:
    """A condition with every denial moved to the tests (De Morgan, which holds for three values, too)."""
    if isinstance(condition, Test):
        return _Fact(condition, denied)
    if isinstance(condition, NoneOf):
        return _plain(AnyOf(condition.parts), denied=not denied)
    join = _AND if isinstance(condition, All) is not denied else _OR
    return _joined(join, tuple(_plain(part, denied=denied) for part in condition.parts))


def _joined(join: str, parts: tuple[_Fact | _Joined, ...]) -> _Fact | _Joined:
    flat: list[_Fact | _Joined] = []
    for part in parts:
        flat += part.parts if isinstance(part, _Joined) and part.join == join else (part,)
    return flat[0] if len(flat) == 1 else _Joined(join, tuple(flat))


def _key(word: str, *, denied: bool) -> str:
    return f"not.{word}" if denied else word
