"""A test of a condition in a few words: ``省份 属于 上海、江苏``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from leadroute.engine.conditions import tests
from leadroute.model.fields import DERIVED, FIELDS, Kind
from leadroute.model.operators import OPERATORS, Takes
from leadroute.model.rulebook import TableRef
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.model.rulebook import Condition, Language, Operand, Rulebook, Test

_SHOWN = 4
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells tests in the rulebook's language; fields are called what the files call them."""

    book: Rulebook
    headers: Mapping[str, str]

    @property
    def language(self) -> Language:
        """The rulebook's language."""
        return self.book.language

    def field(self, name: str) -> str:
        """What people call a field."""
        known = name in FIELDS or name in DERIVED
        return self.headers.get(name) or (say(f"field.{name}", self.language) if known else name)

    def test(self, test: Test) -> str:
        """One test."""
        value = self._operand(test)
        return say(f"operator.{test.operator}", self.language, field=self.field(test.field), value=value)

    def condition(self, condition: Condition) -> str:
        """The tests of a condition, in the order of writing."""
        return say("sheet.comma", self.language).join(self.test(test) for test in tests(condition))

    def _operand(self, test: Test) -> str:
        operand = test.operand
        if isinstance(operand, TableRef):
            return operand.path
        if isinstance(operand, bool):
            return say("sheet.yes" if operand else "sheet.no", self.language)
        if isinstance(operand, tuple):
            return self._listed([self.value(test, value) for value in operand])
        return self.value(test, operand)

    def _listed(self, values: list[str]) -> str:
        text = say("sheet.listed", self.language).join(values[:_SHOWN])
        more = say("sheet.and_more", self.language, count=len(values)) if len(values) > _SHOWN else ""
        return f"{text} {more}".strip()

    def value(self, test: Test, value: Operand) -> str:
        """One value a test compares with."""
        if not isinstance(value, float):
            return str(value)
        if OPERATORS[test.operator].takes is Takes.DURATION:
            whole, key = (_DAY, "sheet.days") if value % _DAY == 0 else (3600, "sheet.hours")
            return say(key, self.language, count=f"{value / whole:g}")
        if self.book.kind_of(test.field) is Kind.DATE:
            return datetime.fromtimestamp(value, UTC).strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")
        return f"{value:.15g}"
