"""A proposed rulebook is a rulebook, whatever the files hold, and its examples speak of what is in it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadroute.model.diagnostic import Severity
from leadroute.model.fold import fold
from leadroute.model.rulebook import ALL_REPS, Language
from leadroute.model.survey import FieldFound, Split, Survey, TeamFound, ValueFound
from leadroute.render.starting.examples import examples_text
from leadroute.render.starting.rulebook import rulebook_text
from leadroute.render.starting.sharing import pool_names
from leadroute.rulebook.example_files import parse_examples
from leadroute.rulebook.parse import parse
from leadroute.rulebook.propose import Proposal, propose
from tests.rulebook.test_yaml_text import TEXTS

PROVINCE = FieldFound("province", "省份", 9, 2, (ValueFound("浙江", "浙江", 6), ValueFound("江苏", "江苏", 3)))
PHONE = FieldFound("phone", "手机号", 10, 10)
EAST = TeamFound("华东", 2, (("provinces", (("浙江", 2), ("上海", 1))),))
SOUTH = TeamFound("华南", 3, (("provinces", (("浙江", 1), ("广东", 3))), ("industries", (("机械", 1),))))
IDLE = TeamFound("海外", 1)
ALONE = TeamFound("", 4, (("provinces", (("浙江", 1),)),))


def both(survey: Survey, split: Split | None = None, language: Language = Language.ZH) -> tuple[str, str, Proposal]:
    """The rulebook and the examples, read again without anything wrong, and what was decided."""
    proposal = propose(survey, split)
    rules, tests = (text(survey, proposal, language) for text in (rulebook_text, examples_text))
    book, found = parse(rules.encode(), "rules.yaml")
    assert book is not None, (rules, found)
    assert [one for one in found if one.severity is not Severity.NOTE] == [], rules
    examples, wrong = parse_examples(tests.encode(), "rules_test.yaml", book)
    assert (bool(examples), wrong) == (True, ()), tests
    assert {rule.name for rule in book.rules} == {name for one in examples for name in one.expect.get("rule", ())}
    assert set(pool_names(proposal, language).values()) >= set(book.pools) - {ALL_REPS}
    return rules, tests, proposal


def survey(*fields: FieldFound, teams: tuple[TeamFound, ...] = (), **more: object) -> Survey:
    roster = "reps.xlsx" if teams else ""
    return Survey(("leads.csv",), 10, 1, (PHONE, *fields), ("落地页",), roster, teams, **more)  # type: ignore[arg-type]


def test_each_team_gets_the_provinces_most_of_its_people_have() -> None:
    rules, _, proposal = both(survey(PROVINCE, teams=(SOUTH, EAST, IDLE)))
    assert [(share.team, [value.text for value in share.values]) for share in proposal.territories] == [
        ("华南", ["广东"]),
        ("华东", ["浙江", "上海"]),
    ]
    assert "  # 省份：2 种，线索里共 6 行（浙江 6）" in rules
    assert "  # 省份：1 种，线索里共 0 行（还没有）" in rules
    assert "  # 海外组: {members: {team: 海外}}" in rules
    assert "# 名册里没有人负责，所以进公海：江苏 3" in rules


def test_without_teams_everybody_gets_their_own() -> None:
    rules, _, proposal = both(survey(PROVINCE, teams=(ALONE,)), language=Language.EN)
    assert (proposal.wanted, proposal.territories) == (Split.PROVINCE, ())
    assert "assign: {pool: all, require: {provinces: {has: province}}}" in rules
    assert "wait in the open pool: 江苏 3" in rules


def test_people_without_a_team_keep_what_only_they_answer_for() -> None:
    stray = TeamFound("", 1, (("provinces", (("江苏", 1), ("浙江", 1))),))
    rules, tests, proposal = both(survey(PROVINCE, teams=(EAST, SOUTH, stray)))
    assert ([value.text for value in proposal.own], proposal.uncovered) == (["江苏"], ())
    assert rules.index("name: 华东组") < rules.index("name: 属地直配")
    assert "province: 江苏}\n    expect: {rule: 属地直配" in tests


def test_without_a_roster_the_one_to_be_filled_in_decides() -> None:
    rules, tests, proposal = both(survey(PROVINCE))
    assert (proposal.uncovered, "in_rep: provinces" in rules, "province: 浙江" in tests) == ((), True, True)


def test_what_teams_know_decides_and_all_take_turns_for_the_rest() -> None:
    trade = FieldFound("industry", "行业", 9, 2, (ValueFound("机械", "机械", 6), ValueFound("教育", "教育", 3)))
    rules, _, proposal = both(survey(trade, teams=(SOUTH, EAST)), Split.TEAM)
    assert [share.team for share in proposal.territories] == ["华南"]
    assert "# 其余的大家轮流；没人负责的：教育" in rules


@pytest.mark.parametrize("split", [Split.ALL, None, Split.PROVINCE, Split.TEAM])
def test_where_nothing_tells_leads_apart_all_take_turns(split: Split | None) -> None:
    rules, _, proposal = both(survey(teams=(EAST, IDLE)), split)
    assert (proposal.ground, "assign: all" in rules, "pools:" in rules) == (None, True, False)


def test_points_are_given_only_for_columns_that_tell_leads_apart() -> None:
    title = FieldFound("title", "职位", 8, 2, (ValueFound("销售总监", "销售总监", 3), ValueFound("vp", "vp", 1)))
    size = FieldFound("employees", "人数", 8, 8, bound=500, above=2)
    same = FieldFound("budget", "预算", 10, 1, bound=100, above=10)
    rules, _, proposal = both(survey(title, size, same, customers="c.xlsx", owned=8))
    assert [(one.field, one.rows, one.words, one.at_least) for one in proposal.score] == [
        ("title", 4, ("总监", "VP"), 0),
        ("employees", 2, (), 500),
    ]
    assert "grades: {A: 20, B: 10}" in rules
    assert "# 老客户归原负责人：c.xlsx，8 行" in rules


def test_names_that_would_be_one_pool_are_two() -> None:
    proposal = propose(survey(teams=(TeamFound("A", 1), TeamFound("A组", 1), TeamFound("a组 2", 1))))
    assert list(pool_names(proposal, Language.ZH).values()) == ["A组", "A组 2", "a组 2组"]


NAMES = TEXTS.map(lambda text: text.strip() if fold(text.strip()) else "x")


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    texts = draw(st.lists(NAMES, min_size=1, max_size=4, unique_by=fold))
    values = tuple(ValueFound(text, fold(text), draw(st.integers(1, 9))) for text in texts)
    names = draw(st.lists(NAMES, max_size=3, unique_by=fold))
    own = [tuple((fold(text), 1) for text in draw(st.lists(st.sampled_from(texts), unique=True))) for _ in names]
    teams = tuple(TeamFound(name, 1, (("industries", has),)) for name, has in zip(names, own, strict=True))
    fields = (FieldFound("industry", draw(NAMES), 10, len(texts), values),)
    return Survey(
        (draw(NAMES),), 10, 0, fields, tuple(draw(st.lists(NAMES, max_size=2))), draw(NAMES), teams, draw(NAMES), 1
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(surveys(), st.sampled_from(list(product(Split, Language))))
def test_hostile_names_make_a_rulebook_too(found: Survey, how: tuple[Split, Language]) -> None:
    split, language = how
    rules, _, proposal = both(found, split, language)
    book, _ = parse(rules.encode(), "f")
    assert book is not None
    pools = pool_names(proposal, language)
    for share in proposal.territories:
        assert [dict(pool.members.where)["team"] for pool in book.pools.values() if pool.name == pools[share.team]] == [
            (share.team,)
        ]
