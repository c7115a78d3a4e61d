"""``check --reps`` about the calendar: nobody there for longer than a first call may wait, and nobody to stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.desk import desk

if TYPE_CHECKING:
    from pathlib import Path

RULES = """\
leadroute: 1
language: en
working_time: {holidays: CN}
output: {due: 24h}
pools:
  east: {members: {team: east}, when_full: south}
  south: {members: {team: south}}
  north: {members: {team: north}}
rules:
  - {name: web, when: {source: web}, assign: {rep: Fay}}
  - {name: fair, when: {source: fair}, assign: {rep: Fay, otherwise: north}}
  - {name: trade, when: {industry: trade}, assign: east}
  - {name: rest, when: {province: 上海}, assign: north}
default: {review: {by: Eve}}
"""
REPS = """\
id,name,team,status,deputy,leave from,leave until
R1,Ann,east,active,,2026-11-01,2026-12-31
R2,Bob,south,active,,2026-11-23,2026-11-25 上午
R3,Cid,south,active,,2026-11-23,2026-11-26
R4,Dan,north,active,,2026-11-25,2026-11-30 上午
R5,Eve,north,active,,2026-11-26 下午,2026-12-02
R6,Fay,lone,active,,2026-12-07,2026-12-11
R7,Gus,lone,left,,,
"""
ALL = ("--reps", "reps.csv", "--now", "2026-11-20T09:00", "--ignore", "LR313,LR234,LR23x")
TOLD = {
    "LR336": (
        (
            "rules.yaml:7:3: 警告 LR336：组“south”（连同接手的组）从 2026-11-20 18:00 到 2026-11-25 12:00 没有人在岗："
            "21 小时上班时间，超过首次联系期限 9 小时上班时间|错开休假，写上 when_full，或请别人代班"
        ),
        (
            "rules.yaml:7:3: warning LR336: nobody of the pool 'south', nor of those it overflows to, is there from "
            "2026-11-20 18:00 to 2026-11-25 12:00: 21 hours of working time, more than the 9 within which a first call "
            "is due|move a leave, name a when_full, or have somebody stand in"
        ),
    ),
    "LR337": (
        (
            "rules.yaml:3:15: 提示 LR337：组 east, south, north：从 2026-12-31 18:00 到 2027-01-04 09:00（元旦）"
            "没有人上班，线索最多等 87 小时；平常不超过 72 小时|"
            "如果就该这样，不必理会；要有人值班，把值班的日子写进 extra_work"
        ),
        (
            "rules.yaml:3:15: note LR337: nobody of the pools east, south, north works from 2026-12-31 18:00 to "
            "2027-01-04 09:00 (New Year's Day): a lead may wait 87 hours, in a usual week 72 at most|"
            "nothing to do if that is meant; else have somebody on duty and write the days under extra_work"
        ),
    ),
    "LR339": (
        (
            "rules.yaml:10:5: 警告 LR339：规则“web”指定的 Fay 从 2026-12-04 18:00 到 2026-12-14 09:00 不在岗，"
            "代理人和 otherwise 也没有人：45 小时上班时间，超过首次联系期限 9 小时上班时间|"
            "在名册里写代理人，或给规则写 otherwise"
        ),
        (
            "rules.yaml:10:5: warning LR339: Fay, whom the rule 'web' names, is away from 2026-12-04 18:00 to "
            "2026-12-14 09:00, and so are deputy and otherwise: 45 hours of working time, more than the 9 within which "
            "a first call is due|name a deputy on the roster, or give the rule an otherwise"
        ),
    ),
    "LR340": (
        (
            "rules.yaml:10:5: 提示 LR340：规则“web”只靠一个人（Fay）：没有在职的代理人，otherwise 也没有别人|"
            "在名册里写代理人，或给规则写 otherwise"
        ),
        (
            "rules.yaml:10:5: note LR340: the rule 'web' hangs on one person (Fay): no active deputy, and nobody else "
            "by otherwise|name a deputy on the roster, or give the rule an otherwise"
        ),
    ),
    "LR341": (
        (
            "rules.yaml:3:15: 提示 LR341：首次联系期限 24 小时按上班时间算，是 2.7 个工作日（每天 9 小时）|"
            "一个工作日写成 due: 1d；如果就是这个意思，不必理会"
        ),
        (
            "rules.yaml:3:15: note LR341: the 24 hours within which a first call is due are working time: 2.7 working "
            "days of 9 hours|write due: 1d for a working day; nothing to do if this is meant"
        ),
    ),
}


def said(text: str) -> list[str]:
    """Each finding as its first line and its advice."""
    found = re.split(r"\n(?=\S+: (?:error|warning|note|错误|警告|提示) )", text.strip())
    return [f"{one.splitlines()[0]}|{re.split('hint: |建议：', one)[-1].splitlines()[0]}" for one in found]


def found(tmp_path: Path, rules: str, reps: str = REPS, *options: str) -> str:
    on = desk(tmp_path).put("rules.yaml", rules).put("reps.csv", reps)
    return on.run("check", "rules.yaml", *ALL, *options).stderr


def codes(tmp_path: Path, rules: str, reps: str = REPS, *options: str) -> list[str]:
    return re.findall(r"LR3[34]\d", found(tmp_path, rules, reps, *options))


@pytest.mark.parametrize("code", TOLD)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_told_word_for_word(tmp_path: Path, code: str, language: str) -> None:
    due = "24h" if code == "LR341" else "1d"
    rules = RULES.replace("language: en", f"language: {language}").replace("24h", due)
    assert TOLD[code][language == "en"] in said(found(tmp_path, rules, REPS, "--select", code))


@pytest.mark.parametrize(
    ("rules", "reps", "gone"),
    [
        (RULES.replace("24h", "18h"), REPS, "LR341"),
        (RULES.replace("24h", "4h"), REPS, "LR341"),
        (RULES.replace("working_time: {holidays: CN}\n", ""), REPS, "LR341"),
        (RULES.replace("24h", "0"), REPS, "LR336"),
        (RULES.replace("{team: south}}", "{team: south}, when_full: north}"), REPS, "LR336"),
        (RULES, REPS.replace("2026-11-23,2026-11-25 上午", ","), "LR336"),
        (RULES.replace("{rep: Fay}", "{rep: Fay, otherwise: east}"), REPS, "LR340"),
        (RULES.replace("{rep: Fay}", "{rep: Fay, otherwise: north}"), REPS, "LR339"),
        (RULES, REPS.replace("lone,active,,", "lone,active,R4,"), "LR339"),
        (RULES, REPS.replace("lone,active,,", "lone,active,R4,"), "LR340"),
        (RULES.replace("source: web}", "source: web}, enabled: false"), REPS, "LR339"),
        (RULES.replace("source: web}", "source: web}, enabled: false"), REPS, "LR340"),
        (RULES.replace("{holidays: CN}", "{days: [1, 2, 3, 4, 5, 6, 7]}"), REPS, "LR337"),
        (RULES.replace("{holidays: CN}", "{holidays: CN, extra_work: 2027-01-01}"), REPS, "LR337"),
    ],
)
def test_what_is_mended_is_told_no_more(tmp_path: Path, rules: str, reps: str, gone: str) -> None:
    assert gone not in codes(tmp_path, rules, reps)


def test_a_deputy_who_left_does_not_stand_in(tmp_path: Path) -> None:
    reps = REPS.replace("lone,active,,", "lone,active,R7,")
    assert {"LR339", "LR340"} <= set(codes(tmp_path, RULES, reps))


def test_without_working_time_leave_counts_by_the_wall(tmp_path: Path) -> None:
    rules = RULES.replace("working_time: {holidays: CN}\n", "")
    told = found(tmp_path, rules, REPS, "--select", "LR336")
    assert "'south', nor of those it overflows to, is there from 2026-11-23 00:00 to 2026-11-25 12:00: 60 hours" in told
    # Both of the north are away from noon on Thursday to noon on Monday.
    assert "'north', nor of those it overflows to, is there from 2026-11-26 12:00 to 2026-11-30 12:00: 96 hours" in told
    assert codes(tmp_path, rules, REPS, "--select", "LR337") == []


ONE = """\
leadroute: 1
language: en
working_time: {}
output: {due: 1d}
pools: {north: {members: {team: north}}}
default: north
"""
ANN = "id,name,team,status,leave from,leave until\nR1,Ann,north,active,,\n"


def test_a_leave_before_a_holiday_makes_it_longer(tmp_path: Path) -> None:
    reps = ANN.replace(",,", ",2026-09-30,2026-09-30")
    rules = ONE.replace("{}", "{holidays: CN}")
    told = found(tmp_path, rules, reps, "--now", "2026-09-28T09:00", "--select", "LR337")
    assert "from 2026-09-29 18:00 to 2026-10-08 09:00 (National Day): a lead may wait 207 hours" in told


@pytest.mark.parametrize(
    ("rules", "reps", "cause"),
    [
        (ONE.replace("{}", "{closed: 2026-09-14}"), ANN, "closed"),
        (ONE, ANN.replace(",,", ",2026-09-14,2026-09-14"), "leave"),
        (ONE, ANN.replace(",,", ",2026-09-14 下午,2026-09-14"), None),
        (ONE.replace("1d", "2d"), ANN.replace(",,", ",2026-09-14,2026-09-14"), None),
        (ONE.replace("{}", "{closed: 2026-09-14}").replace("output: {due: 1d}", "output: {due: 0}"), ANN, None),
    ],
)
def test_what_is_no_holiday_is_called_what_it_is(tmp_path: Path, rules: str, reps: str, cause: str | None) -> None:
    told = found(tmp_path, rules, reps, "--now", "2026-09-10T09:00", "--select", "LR33x")
    assert re.findall(r"from 2026-09-11 18:00 to 2026-09-15 09:00 \((\w+)\)", told) == ([cause] if cause else [])
    assert "LR336" not in told


def test_two_holidays_in_the_weeks_looked_at_are_both_told(tmp_path: Path) -> None:
    told = found(tmp_path, ONE.replace("{}", "{holidays: CN}"), ANN, "--now", "2026-09-14T09:00", "--select", "LR337")
    assert re.findall(r"\(([\w -]+)\): a lead", told) == ["Mid-Autumn Festival", "National Day"]
