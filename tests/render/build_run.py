"""One small run with something of everything, for what is shown of a run."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.rep import Caps, Leave, Status
from leadroute.tables.merges import SharedValue
from tests.build_report import NOW, book, plan, rep, roster

if TYPE_CHECKING:
    from leadroute.engine.plan import Plan

PEOPLE = roster(
    rep("R1", "张三", "3", caps=Caps(day=20, open=60), open_leads=41),
    rep("R2", "李四", "3/2", caps=Caps(day=3)),
    rep("R3", "[/]王\x1b[2J五"),
    rep("R4", "赵六", status=Status.LEFT),
    rep("R5", "钱七"),
    rep("R6", "孙八"),
    leaves=[Leave("R5", NOW, NOW + timedelta(days=1))],
)
NOTES = [
    *(
        Diagnostic("LR000", Severity.WARNING, Place("展会.xlsx", 0, 0, "Sheet1", row, "手机"), facts(value="[red]"))
        for row in range(3, 9)
    ),
    Diagnostic("LR522", Severity.NOTE, Place("reps.xlsx", sheet="名册", row=9)),
]
SHARED = [SharedValue("phone", "+8613800001234", 7, 4, 5)]


def run() -> Plan:
    """Two files, two pools, an own customer, a review, what nobody got; hostile names throughout."""
    rows = """
        6* 官网.csv A rule R1 东区
        3* 官网.csv B rule R2 东区
        2* 展会.xlsx - rule R3 东区
        2* 展会.xlsx - all_away - senior
        展会.xlsx - same_lead
        展会.xlsx - no_rule
        展会.xlsx - customer_owner R3
        展会.xlsx - rule_review R1 senior
    """
    rules = book({"东区": "R1 R2 R3", "senior": "R1"})
    return plan(PEOPLE, rules, rows, unknown={(0, "budget"): 3}, shared=SHARED)
