from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from leadroute.engine.conditions import FALSE, TRUE, UNKNOWN, Examiner
from leadroute.engine.operators import Surroundings
from leadroute.model.rulebook import NoneOf, Operand
from leadroute.tables.leads import number_column
from tests.build import holds, nameless

AROUND = Surroundings(0.0, {})


def _truth(operator: str, operand: Operand, *, inverted: bool = False) -> int:
    """What a test says of an employee count of 50-100."""
    column = replace(number_column([50.0]), upper=np.array([100.0]))
    condition = holds("employees", operator, operand)
    examiner = Examiner(nameless(1).with_columns(employees=column), AROUND)
    return int(examiner.truth(NoneOf((condition,)) if inverted else condition, np.array([0]))[0])


@pytest.mark.parametrize(
    ("operator", "operand", "truth"),
    [
        ("gte", 50.0, TRUE),
        ("gt", 50.0, UNKNOWN),
        ("gte", 80.0, UNKNOWN),
        ("gt", 100.0, FALSE),
        ("lte", 100.0, TRUE),
        ("lt", 80.0, UNKNOWN),
        ("lt", 50.0, FALSE),
        ("between", (0.0, 100.0), TRUE),
        ("between", (60.0, 80.0), UNKNOWN),
        ("between", (200.0, 300.0), FALSE),
        ("eq", 50.0, FALSE),
        ("empty", False, TRUE),
    ],
)
def test_a_range_is_compared_as_a_whole(operator: str, operand: Operand, truth: int) -> None:
    assert _truth(operator, operand) == truth


def test_what_is_unknown_stays_unknown_when_it_is_denied() -> None:
    assert (_truth("gte", 80.0, inverted=True), _truth("gt", 100.0, inverted=True)) == (UNKNOWN, TRUE)
