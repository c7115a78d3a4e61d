"""Conditions and leads as people write them in a rulebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fields import Kind
from leadroute.model.rulebook import All, AnyOf, NoneOf, TableRef, Test
from leadroute.proof.pieces import AGED
from leadroute.proof.samples import moment_value

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from leadroute.model.rulebook import Condition, Operand
    from leadroute.proof.reach import Witness

_LONGEST = 60
_DAY = 86400.0
_WORDS = {All: "all", AnyOf: "any", NoneOf: "none"}


def told_condition(condition: Condition, kind_of: Callable[[str], Kind]) -> str:
    """A condition on one line: ``budget: {gt: 10}``, ``any: [province: 上海, city: 宁波]``."""
    if isinstance(condition, Test):
        return _test(condition, kind_of(condition.field))
    parts = ", ".join(told_condition(part, kind_of) for part in condition.parts)
    return _short(f"{_WORDS[type(condition)]}: [{parts}]")


def told_lead(witness: Witness, now: datetime) -> str:
    """The fields of a lead that matter, and the moment if it is not now."""
    cells = [f"{name}: {value.text or repr('')}" for name, value in witness.lead.items()]
    if witness.moment != now.replace(tzinfo=None):
        cells.append(f"now: {witness.moment:%Y-%m-%d %H:%M}")
    return "{" + ", ".join(cells) + "}"


def _test(test: Test, kind: Kind) -> str:
    if test.operator in {"eq", "in"}:
        return _short(f"{test.field}: {_operand(test.operand, kind)}")
    operand = _duration(test.operand) if test.operator in AGED else _operand(test.operand, kind)
    return _short(f"{test.field}: {{{test.operator}: {operand}}}")


def _operand(operand: Operand, kind: Kind) -> str:
    if isinstance(operand, tuple):
        return f"[{', '.join(_operand(one, kind) for one in operand)}]"
    if isinstance(operand, TableRef):
        return operand.path
    if isinstance(operand, bool):
        return str(operand).lower()
    if isinstance(operand, float):
        return moment_value(operand).text if kind is Kind.DATE else f"{operand:.15g}"
    return operand


def _duration(operand: Operand) -> str:
    return f"{float(operand) / _DAY:g}d" if isinstance(operand, float) else str(operand)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
