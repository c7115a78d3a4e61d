"""One value at a time by the proofs' own rules, whole columns by the engine: the same answers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadroute.engine.conditions import TRUE, UNKNOWN
from leadroute.intake.clean import CLEANERS
from leadroute.intake.operands import align
from leadroute.model import rulebook
from leadroute.model.fields import Kind
from leadroute.model.rulebook import AssignPool, FieldSpec, Operand, Rule, Rulebook
from leadroute.proof.keys import light_key
from leadroute.proof.pieces import take_apart
from leadroute.proof.values import Value, holds
from leadroute.rulebook.moments import to_seconds
from leadroute.tables.arrow import strings
from tests.proof.worlds import DATES, KINDS, NOW, PLACES, SIZES, TEXTS, around, columns, examiner

CASES: list[tuple[str, str, Operand]] = [
    *(("industry", operator, ("a", "ba")) for operator in ("in", "not_in", "contains", "starts_with", "ends_with")),
    *(("industry", operator, "ab") for operator in ("eq", "ne", "matches")),
    *(("industry", operator, flag) for operator in ("empty", "present") for flag in (True, False)),
    *(("province", operator, ("上海", "江苏省")) for operator in ("in", "not_in")),
    *(("budget", operator, 4.0) for operator in ("eq", "ne", "gt", "gte", "lt", "lte")),
    ("budget", "between", (2.0, 5.0)),
    ("budget", "in", ("2", "4")),
    *(("made_on", operator, to_seconds(NOW) - 86400.0) for operator in ("gt", "gte", "lt", "lte")),
    ("made_on", "in", ("2026-11-23 12:00", "2026-11-24")),
    ("made_on", "older_than", 4 * 86400.0),
    ("made_on", "newer_than", 4 * 86400.0),
    ("industry", "domain_in", ("a", "b")),
]
WRITTEN = {"industry": [*TEXTS, "x@a", "x@c.b"], "province": PLACES, "budget": SIZES, "made_on": DATES}


@pytest.mark.parametrize(("field", "operator", "operand"), CASES)
def test_a_test_has_one_meaning(field: str, operator: str, operand: Operand) -> None:
    test, kind = rulebook.Test(field, operator, operand), KINDS[field]
    leads = columns([{field: text} for text in WRITTEN[field]])
    book = align(Rulebook(rules=(Rule("", test, AssignPool("")),), fields=(FieldSpec("made_on", Kind.DATE),)))
    truth = examiner(leads, NOW).truth(book.rules[0].when, np.arange(len(leads)))
    taken = take_apart(test, kind, lambda text: light_key(kind, text) or "")
    column = leads.columns[field]
    for row, told in enumerate(truth.tolist()):
        number = None if column.numbers is None else float(column.numbers[column.codes[row]])
        upper = number if column.upper is None else float(column.upper[column.codes[row]])
        none = number is None or number != number  # noqa: PLR0124 - not a number
        value = Value(column.value(row), column.key(row), *((None, None) if none else (number, upper)))
        marks = [holds(piece, value, around()) for piece in taken.pieces]
        sure, maybe = [mark is True for mark in marks], [mark is not False for mark in marks]
        join = all if taken.every else any
        found = (not join(maybe), not join(sure)) if taken.denied else (join(sure), join(maybe))
        assert found == (told == TRUE, told in {TRUE, UNKNOWN}), (value, marks)


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.PROVINCE, Kind.CITY])
@pytest.mark.parametrize("text", ["上海", "江苏省", "北京市", "宁波", "宁波市", "杭州", "广东", "Ａｂ c", "吉林"])
def test_a_key_that_is_known_is_that_of_the_cleaner(kind: Kind, text: str) -> None:
    known = light_key(kind, text)
    assert known is None or known == CLEANERS[kind](strings([text])).keys[0].as_py()


@given(st.sampled_from([Kind.PHONE, Kind.EMAIL, Kind.COMPANY, Kind.COUNTRY, Kind.CONTACT]), st.text())
@settings(max_examples=20)
def test_of_other_kinds_nothing_is_taken_for_granted(kind: Kind, text: str) -> None:
    assert light_key(kind, text) is None
