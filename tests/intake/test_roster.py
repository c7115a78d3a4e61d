from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

import pytest

from leadroute.intake.roster import gather_roster
from leadroute.model.diagnostic import Diagnostic, Place, Severity, has_errors
from leadroute.model.rep import Caps, Rep, Roster, Status
from tests.build_tables import codes, table


def roster(*drawn: str) -> tuple[Roster, tuple[Diagnostic, ...]]:
    return gather_roster([table(one, "名册.xlsx", f"S{at}") for at, one in enumerate(drawn, 1)])


def one(drawn: str) -> tuple[Rep, tuple[Diagnostic, ...]]:
    found, said = roster(drawn)
    assert len(found.reps) == 1
    return found.reps[0], said


def test_every_built_in_column() -> None:
    rep, said = one("""
    工号 | 姓名 | 手机 | 团队 | 权重 | 日上限 | 月上限 | 入职日期 | 省份 | 技能 | 跟进数 | 成交数 | 转化率 | 代理 | 企微
    R1 | 张三 | 13800001234 | 华东 | 1.5 | 20 | 不限 | 2026/3/1 | 上海市、江苏 | English；德语 | 40 | 6 | 15% | R2 | zs
    """)
    assert said == ()
    assert (rep.id, rep.name, rep.mobile, rep.team) == ("R1", "张三", "+8613800001234", "华东")
    assert (rep.weight, rep.caps, rep.hired_on) == (Fraction(3, 2), Caps(day=20), date(2026, 3, 1))
    assert (rep.won, rep.worked, rep.rate, rep.deputy) == (6, 40, Fraction(3, 20), "R2")
    assert rep.sets == {"provinces": {"上海", "江苏"}, "skills": {"english", "德语"}}
    assert rep.external == {"wecom": "zs"}


def test_reps_are_sorted_by_id() -> None:
    found, _ = roster("工号 | 姓名\nR2 | 李四\nR1 | 张三")
    assert [rep.id for rep in found.reps] == ["R1", "R2"]


def test_without_ids_names_serve() -> None:
    rep, said = one("姓名 | 团队\n张三 | 华东")
    assert rep.id == "张三"
    assert codes(said) == ["LR521"]


def test_rows_with_territories_are_joined_and_zips_keep_zeros() -> None:
    found, said = roster("id | name\n1 | Anna\n2 | Ben", "employee_id | territory_id\n1 | 01581\n1 | 01730\n2 | 98104")
    assert [rep.sets["zips"] for rep in found.reps] == [{"01581", "01730"}, {"98104"}]
    assert not has_errors(said)


def test_one_id_for_two_people_is_an_error_with_both_places() -> None:
    _, said = roster("工号 | 姓名\nR1 | 张三\nR1 | 李四")
    assert codes(said) == ["LR523"]
    assert said[0].place == Place("名册.xlsx", sheet="S1", row=3, header="工号")
    assert said[0].also == Place("名册.xlsx", sheet="S1", row=2, header="工号")


def test_two_people_of_one_name_are_a_note() -> None:
    _, said = roster("工号 | 姓名\nR1 | 张三\nR2 | 张三")
    assert [(found.code, found.severity) for found in said] == [("LR524", Severity.NOTE)]


def test_unknown_columns_are_attributes_and_lists_are_sets() -> None:
    found, _ = roster("工号 | 品牌 | 座位\nR1 | A、B | 3\nR2 | A | 4")
    assert found.reps[0].attributes == {"品牌": "A、B", "座位": "3"}
    assert [rep.sets for rep in found.reps] == [{"品牌": {"a", "b"}}, {"品牌": {"a"}}]


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("权重", "-1", "LR525"),
        ("权重", "3:1", "LR525"),
        ("日上限", "二十", "LR526"),
        ("日上限", "-5", "LR526"),
        ("入职日期", "去年", "LR527"),
        ("转化率", "150%", "LR530"),
        ("跟进数", "x", "LR530"),
        ("状态", "外星", "LR531"),
    ],
)
def test_bad_cells_are_named(column: str, cell: str, code: str) -> None:
    _, said = one(f"工号 | {column}\nR1 | {cell}")
    assert codes(said) == [code]
    assert said[0].place == Place("名册.xlsx", sheet="S1", row=2, header=column)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("", Status.ACTIVE),
        ("在职", Status.ACTIVE),
        ("Left", Status.LEFT),
        ("离职", Status.LEFT),
        ("停用", Status.INACTIVE),
    ],
)
def test_status(word: str, status: Status) -> None:
    assert one(f"工号 | 姓名 | 状态\nR1 | 张三 | {word}")[0].status is status


def test_leave_from_its_own_table_and_from_columns() -> None:
    found, said = roster(
        "工号 | 姓名 | 休假开始 | 休假结束\nR1 | 张三 | 2026-11-01 | 2026-11-02\nR2 | 李四 | | ",
        "姓名 | 开始日期 | 结束日期 | 原因\n李四 | 2026-11-22 下午 | 2026-11-23 上午 | 年假",
    )
    assert said == ()
    assert [(leave.rep, leave.start, leave.end, leave.reason) for leave in found.leaves] == [
        ("R1", datetime(2026, 11, 1), datetime(2026, 11, 3), ""),  # noqa: DTZ001 - local times
        ("R2", datetime(2026, 11, 22, 12), datetime(2026, 11, 23, 12), "年假"),  # noqa: DTZ001
    ]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("王五 | 2026-11-01 | 2026-11-02", "LR529"),
        ("张三 | 2026-11-03 | 2026-11-01", "LR528"),
        ("张三 | 下周 | 2026-11-01", "LR527"),
        ("张三 | 2026-11-01 | ", "LR532"),
    ],
)
def test_leave_that_makes_no_sense_is_named(row: str, code: str) -> None:
    _, said = roster("工号 | 姓名 | 团队 | 权重\nR1 | 张三 | 华东 | 1", f"姓名 | 休假开始 | 休假结束\n{row}")
    assert codes(said) == [code]


def test_nobody_is_an_error() -> None:
    assert codes(roster("工号 | 姓名")[1]) == ["LR520"]
    assert codes(gather_roster([])[1]) == ["LR520"]
    assert codes(roster("工号 | 姓名 | 团队\n | | 华东\nR1 | 张三 | ")[1]) == ["LR522"]
