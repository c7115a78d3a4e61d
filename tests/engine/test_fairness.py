"""Who got what, who was entitled to what: figures worked by hand."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from leadroute.engine.fairness import measure
from leadroute.engine.fairness.report import CapUse, Told, Verdict, tightest
from leadroute.model.outcome import Outcome, Passed, Reason
from leadroute.model.rep import Caps, Leave, Opening, Status
from leadroute.model.rulebook import Fairness, LeavePolicy, Members, Pool
from tests.build_report import NOW, book, plan, rep, roster

TRIO = roster(rep("R1", "张三", "3"), rep("R2", "李四", "3/2"), rep("R3", "王五"))
EAST = book({"east": "R1 R2 R3"})
ELEVEN = """
    6* a.csv A rule R1 east
    3* a.csv B rule R2 east
    2* b.csv - rule R3 east
"""


def test_three_to_one_and_a_half_to_one_over_eleven_leads_is_exact() -> None:
    lines = measure(plan(TRIO, EAST, ELEVEN)).reps
    assert [line.share.got for line in lines] == [6, 3, 2]
    assert [float(line.share.entitled) for line in lines] == pytest.approx([6, 3, 2])
    assert [float(line.share.gap) for line in lines] == pytest.approx([0, 0, 0], abs=1e-9)
    assert lines[0].share.part == pytest.approx(6 / 11)
    assert [line.open_after - line.open_before for line in lines] == [6, 3, 2]


def test_a_customers_own_owner_gets_a_lead_free_and_no_gap() -> None:
    found = measure(plan(TRIO, EAST, "a.csv - customer_owner R3\n" + ELEVEN)).reps[2]
    assert (found.share.got, found.share.free, found.share.total) == (2, 1, 3)
    assert float(found.share.gap) == pytest.approx(0, abs=1e-9)


def test_a_turn_reserved_for_review_counts_in_the_gap_and_not_in_got() -> None:
    found = measure(plan(TRIO, EAST, "11* a.csv A rule_review R1 east")).reps[0]
    assert (found.share.got, found.share.reserved) == (0, 11)
    assert float(found.share.gap) == pytest.approx(11 - 6)


def test_a_lead_by_name_accrues_to_nobody_else() -> None:
    report = measure(plan(TRIO, EAST, "a.csv A named_rep R3\n"))
    assert [line.share.gap for line in report.reps] == [0, 0, 0]
    assert report.pools[-1].pool == ""
    assert report.pools[-1].members[0].got == 1


def test_pools_are_told_apart() -> None:
    both = book({"east": "R1 R2", "west": "R3"})
    report = measure(plan(TRIO, both, "4* a.csv - rule R1 east\n2* a.csv - rule R3 west\na.csv - all_away - west"))
    east, west = report.pools
    assert [(share.rep, share.got) for share in east.members] == [(0, 4), (1, 0)]
    assert [float(share.entitled) for share in east.members] == pytest.approx([8 / 3, 4 / 3])
    assert (west.total, west.unplaced, west.members[0].part) == (2, 1, 1.0)


def test_a_member_who_got_nothing_is_listed_in_the_pool() -> None:
    report = measure(plan(TRIO, EAST, "a.csv - rule R1 east"))
    assert [share.rep for share in report.pools[0].members] == [0, 1, 2]
    assert [line.share.rep for line in report.idle] == [1, 2]


CAPPED = roster(rep("R1", caps=Caps(open=10, day=4), open_leads=7), rep("R2"))


def test_the_tightest_cap_is_the_one_nearest_to_full() -> None:
    caps = measure(plan(CAPPED, book({"east": "R1 R2"}), "2* a.csv - rule R1 east")).reps[0].share.caps
    assert caps == (CapUse("open", 9, 10), CapUse("day", 2, 4))
    assert tightest(caps) == CapUse("open", 9, 10)
    assert tightest(()) is None
    assert CapUse("day", 0, 0).part == 1.0


def test_what_was_taken_before_the_run_uses_caps_too() -> None:
    before = Opening(open={"R1": 1, "R2": 4}, taken={("R1", "day"): 3}, pool_taken={("east", "R1", "day"): 2})
    east = Pool("east", Members(named=("R1", "R2")), caps=Caps(open=5, day=4), total=Caps(day=9))
    report = measure(plan(CAPPED, book({"east": east}), "a.csv - rule R1 east", opening=before))
    assert report.reps[0].share.caps == (CapUse("open", 8, 10), CapUse("day", 4, 4))
    assert report.pools[0].members[0].caps == (CapUse("open", 8, 5), CapUse("day", 3, 4))
    assert report.pools[0].members[1].caps == (CapUse("open", 4, 5), CapUse("day", 0, 4))
    assert report.pools[0].caps == (CapUse("day", 3, 9),)


def test_the_roster_knows_better_than_the_past_how_much_a_rep_holds() -> None:
    people = roster(rep("R1", open_leads=7), rep("R2"), rep("R3", open_leads=0))
    before = Opening(open={"R1": 1, "R2": 4, "R3": 9})
    made = plan(people, book({"east": "R1 R2"}), "a.csv - rule R1 east", opening=before)
    assert [line.open_before for line in measure(made).reps] == [7, 4, 0]
    assert [line.open_from for line in measure(made).reps] == [Told.ROSTER, Told.NOBODY, Told.ROSTER]


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        (rep("R1"), None),
        (rep("R1", status=Status.LEFT), Passed.LEFT),
        (rep("R1", status=Status.INACTIVE), Passed.INACTIVE),
        (rep("R1", weight="0"), Passed.PAUSED),
        (rep("R1", hired_on=datetime(2026, 11, 22).date()), None),  # noqa: DTZ001
        (rep("R1", hired_on=datetime(2026, 11, 23).date()), Passed.NOT_HIRED_YET),  # noqa: DTZ001
    ],
)
def test_why_a_rep_is_not_available(who: object, reason: Passed | None) -> None:
    people = roster(who, rep("R2"))  # type: ignore[arg-type]
    assert measure(plan(people, book({"east": "R2"}), "a.csv - rule R2 east")).reps[0].away is reason


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        (0, 4, Passed.ON_LEAVE),
        (-4, 0, Passed.LEAVE_BUFFER),
        (20, 30, Passed.LEAVE_BUFFER),
        (25, 30, None),
        (-9, -2, None),
    ],
)
def test_leave_and_the_buffer_around_it(start: int, end: int, reason: Passed | None) -> None:
    leave = Leave("R1", NOW + timedelta(hours=start), NOW + timedelta(hours=end))
    rules = book({"east": "R2"}, leave=LeavePolicy(before=timedelta(hours=24), after=timedelta(hours=2)))
    people = roster(rep("R1"), rep("R2"), leaves=[leave])
    assert measure(plan(people, rules, "a.csv - rule R2 east")).reps[0].away is reason


def test_the_ratio_names_both_ends_and_leaves_out_who_is_away() -> None:
    people = roster(rep("R1"), rep("R2"), rep("R3"), rep("R4", status=Status.LEFT))
    even = measure(
        plan(people, book({"p": "R1 R2 R3"}), "6* a - rule R1 p\n3* a - rule R2 p\n2* a - rule R3 p")
    ).evenness
    assert (even.by_weight.ratio, even.by_weight.most, even.by_weight.least) == (3.0, (0,), (2,))
    assert (even.reps, even.leads, even.alert, even.small) == (3, 11, True, True)
    assert even.largest_gap == pytest.approx(6 - 11 / 3)


def test_nobody_is_even_when_somebody_got_nothing() -> None:
    even = measure(plan(TRIO, EAST, "40* a - rule R1 east\n20* a - rule R2 east")).evenness
    assert (even.by_weight.ratio, even.by_weight.least, even.verdict) == (float("inf"), (2,), Verdict.UNEVEN)


def test_pools_may_explain_a_ratio() -> None:
    apart = book({"busy": "R1", "quiet": "R2 R3"})
    equal = roster(rep("R1"), rep("R2"), rep("R3"))
    even = measure(plan(equal, apart, "60* a - rule R1 busy\n10* a - rule R2 quiet\n10* a - rule R3 quiet")).evenness
    assert (even.by_weight.ratio, even.by_entitlement.ratio) == (6.0, 1.0)
    assert even.verdict is Verdict.EXPLAINED


def test_what_lots_would_do_as_well_is_said_to_be_chance() -> None:
    equal = roster(rep("R1"), rep("R2"), rep("R3"))
    even = measure(
        plan(equal, book({"p": "R1 R2 R3"}), "7* a - rule R1 p\n4* a - rule R2 p\n3* a - rule R3 p")
    ).evenness
    assert even.verdict is Verdict.CHANCE


def test_an_even_plan_and_an_empty_one() -> None:
    assert measure(plan(TRIO, EAST, ELEVEN)).evenness.verdict is Verdict.EVEN
    nothing = measure(plan(TRIO, EAST, "a.csv - no_contact")).evenness
    assert (nothing.verdict, nothing.jain, nothing.gini, nothing.band) == (Verdict.NONE, None, None, None)


def test_the_highest_grade_is_measured_alone() -> None:
    report = measure(plan(TRIO, EAST, ELEVEN))
    assert report.top_grade == "A"
    assert report.top is not None
    assert report.top.leads == 6
    assert report.top.largest_gap == pytest.approx(6 - 6 * 6 / 11)
    assert measure(plan(TRIO, book({"east": "R1"}, score=EAST.score.__class__()), ELEVEN)).top is None


def test_rules_reasons_and_the_default() -> None:
    rows = ELEVEN + "2* a.csv - default R1 east\na.csv - no_rule\na.csv - same_lead\na.csv - customer_owner R1"
    report = measure(plan(TRIO, EAST, rows, unknown={(0, "budget"): 4, (0, "city"): 1}))
    assert [(use.rule, use.hits, use.unknown) for use in report.rules] == [(0, 11, 5), (-1, 3, 0)]
    assert report.rules[0].missing == (("budget", 4), ("city", 1))
    assert (report.default.rows, report.default.of, report.default.alert) == (3, 14, True)
    assert [(line.reason, line.rows) for line in report.reasons if line.outcome is Outcome.POOLED] == [
        (Reason.NO_RULE, 1)
    ]


def test_a_default_rate_below_the_limit_is_no_alarm() -> None:
    calm = book({"east": "R1 R2 R3"}, fairness=Fairness(default_rate=0.5))
    assert not measure(plan(TRIO, calm, ELEVEN + "a.csv - no_rule")).default.alert


def test_rows_are_conserved_by_file() -> None:
    report = measure(plan(TRIO, EAST, ELEVEN + "b.csv - same_lead\nb.csv - rejected\na.csv - missing_value"))
    assert [(file.file, file.rows, file.counts) for file in report.files] == [
        ("a.csv", 10, (9, 0, 1, 0, 0, 0)),
        ("b.csv", 4, (2, 0, 0, 1, 0, 1)),
    ]
    assert report.holds
    assert (report.rows, report.totals) == (14, (11, 0, 1, 1, 0, 1))


def test_a_row_without_an_outcome_is_missed() -> None:
    broken = plan(TRIO, EAST, ELEVEN)
    broken.decisions.outcome[0] = 9
    assert not measure(broken).holds
    assert sum(measure(broken).totals) == 10
