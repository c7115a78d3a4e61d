from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from leadroute.model.fields import Kind
from leadroute.model.rulebook import ALWAYS, AssignPool, Demand, Language, Points, Rule, Score
from leadroute.render.sheets.evidence import met
from leadroute.render.sheets.told import Told
from leadroute.tables.arrow import strings
from leadroute.tables.leads import INFERRED, OK, Column
from tests.build import NOW, book, holds, nameless, plan, pool, roster, rule

if TYPE_CHECKING:
    from leadroute.engine.plan import Plan

PEOPLE = roster("R1 provinces=浙江,江苏")
PROVINCE = Column(
    Kind.PROVINCE,
    np.array([0, 1, 2], dtype=np.int32),
    strings(["浙江", "浙江", "江苏"]),
    strings(["浙江", "浙江", "江苏"]),
    np.array([OK, INFERRED, INFERRED], dtype=np.uint8),
    grounds=strings(["", "address", "tel"]),
)


def _made(one: Rule, **more: object) -> Plan:
    leads = nameless(3).with_columns(province=PROVINCE)
    return plan(leads, PEOPLE, book(pool("east"), one, **more), now=NOW)


def _marks(made: Plan) -> list[str]:
    codes, texts = Told(made).marks
    return [[*texts, ""][code] for code in codes.tolist()]


USED = ["", "省份=浙江（由地址推断）", "省份=江苏（由电话推断）"]


@pytest.mark.parametrize(
    "one",
    [
        rule("east", holds("province", "in", ("浙江", "江苏"))),
        Rule("demand", ALWAYS, AssignPool("east", require=(Demand("provinces", field="province"),))),
    ],
    ids=["test", "demand"],
)
def test_a_decision_names_the_inferred_values_it_looked_at(one: Rule) -> None:
    assert _marks(_made(one)) == USED


def test_the_points_behind_a_score_count() -> None:
    score = Score(points=(Points(10, holds("province", "in", ("浙江", "江苏"))),))
    assert _marks(_made(rule("east", holds("score", "gte", 5.0)), score=score)) == USED


def test_other_decisions_name_nothing() -> None:
    assert _marks(_made(rule("east", holds("lead_id", "starts_with", ("L",))))) == ["", "", ""]


def test_basis_and_audit_say_it() -> None:
    told = Told(_made(rule("east", holds("province", "in", ("浙江", "江苏")))))
    assert [text.rpartition("；")[2] for text in told.basis] == ["1 人可接", *USED[1:]]
    assert [text.rpartition("；")[2] for text in met(told)] == ["省份 属于 浙江、江苏", *USED[1:]]


def test_in_english() -> None:
    made = _made(rule("east", holds("province", "in", ("浙江", "江苏"))))
    english = replace(made, rulebook=replace(made.rulebook, language=Language.EN))
    assert _marks(english) == [
        "",
        "Province = 浙江 (inferred from Address)",
        "Province = 江苏 (inferred from Telephone)",
    ]
