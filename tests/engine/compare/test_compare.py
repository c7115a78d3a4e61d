"""What differs between two plans: every changed lead in one class, before and after added up."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from leadroute.engine.compare import compare
from leadroute.engine.compare.figures import amounts
from leadroute.model.rulebook import Duplicates, Lane, Points, Review, Rule, Score, ToOpenPool
from leadroute.model.stop import Amount, Moves
from leadroute.tables.leads import text_column
from tests.build import book, holds, leads, nameless, owners, plan, pool, roster, rule
from tests.engine.compare.sides import classed, compared, side

PEOPLE = roster("R1 team=east", "R2 team=east", "R3 team=north")
EAST, NORTH = pool("east", "R1 R2"), pool("north", "R3")
LEADS = leads("""
    company | province | title | phone
    A       | 上海     | VP    | 1
    B       | 上海     |       | 2
    C       | 北京     |       | 3
    C       | 北京     |       | 3
    D       |          |       | 5
""")
IN_EAST = rule("east", holds("province", "eq", "上海"))
IN_NORTH = rule("north", holds("province", "eq", "北京"))
BASE = book(EAST, NORTH, IN_EAST, IN_NORTH)


def test_the_same_rulebook_changes_nothing() -> None:
    found = compared(LEADS, PEOPLE, BASE, BASE)
    assert found.same
    assert (found.rows, found.leads, found.moved, found.regraded) == (5, 4, 0, 0)
    assert all(one.before == one.after and not one.gained for part in found.tallies.values() for one in part)
    assert found.figures[0] == found.figures[1]


def test_a_rule_that_decides_otherwise_is_direct() -> None:
    found = compared(LEADS, PEOPLE, BASE, book(EAST, NORTH, rule("north", IN_EAST.when, "to east"), IN_NORTH))
    assert classed(found) == {"direct": [0, 1]}
    assert found.moved == 2
    reps = {one.key: (one.before, one.after, one.gained, one.lost) for one in found.tallies["reps"]}
    assert reps == {"R1": (1, 0, 0, 1), "R2": (1, 0, 0, 1), "R3": (1, 3, 2, 0)}


def test_another_name_for_a_rule_is_direct_and_moves_nobody() -> None:
    found = compared(LEADS, PEOPLE, BASE, book(EAST, NORTH, rule("east", IN_EAST.when, "Shanghai"), IN_NORTH))
    assert (classed(found), found.moved) == ({"direct": [0, 1]}, 0)


def test_where_only_the_turn_moves_it_is_a_cascade() -> None:
    first = rule("east", holds("title", "eq", "VP"), "VP")
    skipped = Rule("VP", first.when, ToOpenPool())
    found = compared(LEADS, PEOPLE, book(EAST, first, IN_EAST), book(EAST, skipped, IN_EAST))
    assert classed(found) == {"direct": [0], "cascade": [1]}


def test_a_turn_that_comes_to_the_same_rep_is_no_change() -> None:
    one = pool("east", "R1")
    lanes = (Lane("last", holds("company", "eq", "B")),)
    found = compared(LEADS, PEOPLE, book(one, IN_EAST), book(one, IN_EAST, lanes=lanes))
    assert found.same


def test_who_of_one_company_comes_first_is_a_matter_of_turns() -> None:
    two = leads("company | province | title\nA | 上海 | \nA | 上海 | VP")
    before = book(EAST, IN_EAST, duplicates=Duplicates(same_when=(("email",),)))
    after = replace(before, lanes=(Lane("VP first", holds("title", "eq", "VP")),))
    found = compared(two, PEOPLE, before, after)
    assert (classed(found), found.moved) == ({"cascade": [0, 1]}, 0)


def test_another_reviewer_is_direct() -> None:
    before, after = (book(EAST, Rule("look", IN_EAST.when, Review(by=who))) for who in ("Wang", "Li"))
    found = compared(LEADS, PEOPLE, before, after)
    assert (classed(found), found.moved) == ({"direct": [0, 1]}, 0)


def test_another_suggestion_for_the_review_is_a_cascade_that_moves_nobody() -> None:
    look = Rule("look", IN_EAST.when, Review(suggest="east"))
    one = book(EAST, look)
    found = compared(LEADS, PEOPLE, one, one, roster("R1 team=east", "R2 5 team=east", "R3"))
    assert (classed(found), found.moved) == ({"cascade": [0]}, 0)


def test_other_duplicates_are_hygiene() -> None:
    found = compared(LEADS, PEOPLE, BASE, replace(BASE, duplicates=Duplicates(same_when=(("email",),))))
    assert classed(found) == {"hygiene": [3]}
    assert (found.leads, found.counted[Moves.HYGIENE]) == (5, Amount(1, 5))


def test_groups_too_big_to_merge_are_hygiene() -> None:
    found = compared(LEADS, PEOPLE, BASE, replace(BASE, duplicates=Duplicates(review_above=1)))
    assert classed(found) == {"hygiene": [2, 3]}


def test_other_values_where_the_rules_look_are_hygiene_and_elsewhere_they_are_not() -> None:
    other = LEADS.with_columns(province=text_column(["上海", "北京", "北京", "北京", ""]))
    noise = LEADS.with_columns(title=text_column(["x", "y", "z", "z", ""]))
    alone = leads("company | phone\nA | 1\nB | 2\nC | 3\nC | 3\nD | 5")
    old = side(plan(LEADS, PEOPLE, BASE))
    assert classed(compare(old, side(plan(other, PEOPLE, BASE)))) == {"hygiene": [1]}
    assert compare(old, side(plan(noise, PEOPLE, BASE))).same
    assert classed(compare(old, side(plan(alone, PEOPLE, BASE)))) == {"hygiene": [0, 1, 2]}
    swapped = book(EAST, NORTH, rule("north", IN_EAST.when), rule("east", IN_NORTH.when))
    assert classed(compare(old, side(plan(noise, PEOPLE, swapped)))) == {"direct": [0, 1, 2]}


@pytest.mark.parametrize("flipped", [False, True])
def test_a_row_that_one_side_does_not_read_is_hygiene(*, flipped: bool) -> None:
    short = leads("company | province | title | phone\nA | 上海 | VP | 1\nB | 上海 |  | 2\nC | 北京 |  | 3")
    sides = [side(plan(LEADS, PEOPLE, BASE)), side(plan(short, PEOPLE, BASE))]
    found = compare(*(reversed(sides) if flipped else sides))
    assert (classed(found), found.rows, found.moved) == ({"hygiene": [3, 4]}, 5, 2)
    outcomes = {one.key: one.difference for one in found.tallies["outcomes"] if one.difference}
    lost = 1 if flipped else -1
    assert outcomes == {"duplicate": lost, "pooled": lost}


def test_the_places_of_rows_decide_which_is_which() -> None:
    turned = replace(LEADS.origin, row=LEADS.origin.row[::-1].copy(), table=LEADS.origin.table[::-1].copy())
    backwards = replace(
        LEADS,
        raw=LEADS.raw.iloc[::-1].reset_index(drop=True),
        columns={name: column.take(np.arange(4, -1, -1)) for name, column in LEADS.columns.items()},
        origin=turned,
    )
    apart = Duplicates(same_when=(("email",),), one_rep_per_company=False)
    one = book(pool("east", "R1"), rule("east"), duplicates=apart)
    assert compare(side(plan(LEADS, PEOPLE, one)), side(plan(backwards, PEOPLE, one))).same


def test_a_new_roster_alone_can_change_everything() -> None:
    found = compared(LEADS, PEOPLE, BASE, BASE, roster("R1 left team=east", "R2 team=east", "R4 team=north"))
    reps = {one.key: (one.before, one.after) for one in found.tallies["reps"]}
    assert reps == {"R1": (1, 0), "R2": (1, 2), "R3": (1, 0), "R4": (0, 0)}
    assert classed(found) == {"direct": [2], "cascade": [0]}


def test_top_leads_are_those_of_the_first_lane_and_of_the_best_grade_on_either_side() -> None:
    score = Score(points=(Points(50, holds("title", "eq", "VP")),), grades=(("A", 50.0), ("B", 0.0)))
    after = replace(BASE, lanes=(Lane("D first", holds("company", "eq", "D")),), default=BASE.rules[1].action)
    found = compared(LEADS, PEOPLE, replace(BASE, score=score), after)
    assert (classed(found), found.vips) == ({"direct": [4]}, 2)
    assert (found.vip_moved, found.counted[Moves.VIP_MOVED]) == (1, Amount(1, 2))
    assert found.regraded == 4


def test_top_leads_that_moved_are_listed_first_and_cascades_last() -> None:
    lanes = (Lane("last", holds("company", "eq", "C")),)
    first = Rule("A", holds("company", "eq", "A"), ToOpenPool())
    last = Rule("C", holds("company", "eq", "C"), ToOpenPool())
    before = book(EAST, NORTH, IN_EAST, IN_NORTH, lanes=lanes)
    found = compared(LEADS, PEOPLE, before, replace(before, rules=(first, last, *before.rules)))
    assert found.changed.before.tolist() == [2, 0, 1]


def test_the_figures_of_both_sides() -> None:
    capped = book(pool("east", "R1 R2", caps=replace(EAST.caps, day=1)), NORTH, rule("east"))
    found = compared(nameless(6), PEOPLE, book(EAST, rule("east")), capped)
    before, after = found.figures
    assert (before.cap_hits, before.at_cap, before.unassigned) == (0, 0, Amount(0, 6))
    assert (after.cap_hits, after.at_cap, after.unassigned) == (5, 2, Amount(4, 6))
    assert (before.idle, after.idle) == (1, 1)
    told = amounts(found)
    assert told["unassigned"] == Amount(4, 6)
    assert told["changed"] == told["moved"] == told["direct"] == Amount(4, 6)
    assert told["balance_ratio"].value == float("inf")
    assert told["max_gap"].value == after.gap


def test_the_default_is_the_last_rule() -> None:
    found = compared(LEADS, PEOPLE, BASE, book(EAST, NORTH, IN_EAST, rule("north", IN_NORTH.when, "new")))
    assert [one.key for one in found.tallies["rules"]] == ["to east", "to north", "new", ""]
    assert owners(found.after.plan) == ["R1", "R2", "R3", "", ""]
