from __future__ import annotations

import numpy as np
import pytest

from leadroute.engine.arrange import surroundings
from leadroute.engine.conditions import FALSE, TRUE, Examiner
from leadroute.intake.operands import align
from leadroute.intake.score import grade, score_leads
from leadroute.model.outcome import Outcome
from leadroute.model.rulebook import Points, Score
from tests.build import NOW, book, holds, leads, plan, pool, roster, rule

SCORE = Score(
    points=(
        Points(20, holds("title", "contains", "总监"), group="title"),
        Points(15, holds("title", "contains", "销售"), group="title"),
        Points(30, holds("source", "eq", "官网")),
        Points(-25, holds("source", "eq", "群发")),
    ),
    limits={"title": 30},
    grades=(("A", 60.0), ("B", 30.0), ("C", -20.0)),
)


def test_points_add_up_groups_are_limited_and_every_contribution_is_kept() -> None:
    some = leads("title | source\n销售总监 | 官网\n总监 | 群发\n | 展会\n销售 |")
    scored, scores = score_leads(some, SCORE, surroundings(roster("A"), NOW))
    assert scores.total.tolist() == [60.0, -5.0, 0.0, 15.0]
    assert [scores.combinations[code] for code in scores.parts.tolist()] == [(0, 1, 2), (0, 3), (), (1,)]
    assert scores.unknown == (1, 1, 1, 1)
    grades = scored.columns["grade"]
    assert grades.spread(grades.values).to_pylist() == ["A", "C", "C", "C"]


@pytest.mark.parametrize(("total", "expected"), [(60, "A"), (59.9, "B"), (30, "B"), (-20, "C"), (-20.1, "")])
def test_a_grade_is_reached_at_its_threshold(total: float, expected: str) -> None:
    assert grade(SCORE, total) == expected


def test_without_points_there_is_no_score_and_no_grade() -> None:
    scored, _ = score_leads(leads("title\nx"), Score(), surroundings(roster("A"), NOW))
    assert "grade" not in scored.columns


@pytest.mark.parametrize("name", ["A", "a", "Ａ"])
def test_rules_meet_a_grade_however_its_letter_is_written(name: str) -> None:
    some = leads("title\nVP")
    score = Score((Points(5, holds("title", "eq", "VP")),), {}, (("A", 5),))
    rules = book(pool("east"), rule("east", holds("grade", "eq", name)), score=score)
    assert plan(some, roster("R1"), align(rules)).count(Outcome.ASSIGNED) == 1


def test_a_rule_may_ask_for_a_grade_as_it_is_written() -> None:
    asked = align(book(pool(), rule(when=holds("grade", "in", ("A", "B")), name="good ones"), score=SCORE))
    around = surroundings(roster("A"), NOW)
    scored, _ = score_leads(leads("title | source\n总监 | 官网\n经理 | 展会"), asked.score, around)
    assert Examiner(scored, around).truth(asked.rules[0].when, np.arange(2)).tolist() == [TRUE, FALSE]
