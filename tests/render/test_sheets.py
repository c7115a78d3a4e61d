from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from leadroute.engine.fairness import measure
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.outcome import Passed
from leadroute.model.rep import Caps
from leadroute.model.rulebook import All, Language, Output, Points, Review, Rule, Score
from leadroute.model.rulebook import Test as Asked
from leadroute.model.working_time import WorkingTime
from leadroute.render.sheets import csv_tables, workbook
from leadroute.tables.leads import text_column
from leadroute.tables.merges import CustomerMatches, SharedValue
from leadroute.tables.sheet import Shape
from tests.build_plan import plan, with_losers, with_raw
from tests.build_report import book, rep, roster

if TYPE_CHECKING:
    from leadroute.engine.plan import Plan
    from leadroute.tables.sheet import Sheet

PEOPLE = roster(rep("R1", "王伟", team="华东", caps=Caps(day=5)), rep("R2", "李娜"), rep("R3", "王伟"))
BOOK = book({"东": "R1 R2 R3"})
ROWS = """
2* a.csv A rule R1 东
1* a.csv B rule R2 东
1* b.csv - no_rule
1* b.csv A rule_review R2 东
1* b.csv - same_lead
1* b.csv - no_contact
"""


def sheets(made: Plan, *found: Diagnostic) -> dict[str, Sheet]:
    return {sheet.key: sheet for sheet in workbook(made, measure(made), found).sheets}


def table(sheet: Sheet, *headers: str) -> list[list[object]]:
    """Some columns of a sheet, row by row."""
    columns: list[list[object]] = [sheet.frame[header].tolist() for header in headers]
    return [list(row) for row in zip(*columns, strict=True)]


def test_sheets_come_in_the_order_people_need_them() -> None:
    made = with_losers(plan(PEOPLE, BOOK, ROWS, shared=[SharedValue("phone", "400", 9, 3, 4)]), {5: 0})
    assert [sheet.key for sheet in workbook(made, measure(made)).sheets] == [
        "summary",
        "rep:R1",
        "rep:R2",
        "open_pool",
        "review",
        "duplicates",
        "shared_values",
        "closed",
        "problems",
        "audit",
    ]


def test_the_summary_says_who_got_what_and_where_it_is() -> None:
    summary = sheets(plan(PEOPLE, BOOK, ROWS))["summary"]
    assert table(summary, "姓名", "分到", "审核预留", "占比", "上限使用", "工作表")[:3] == [
        ["王伟", 2, 0, 2 / 3, "今日 2/5", "王伟"],
        ["李娜", 1, 1, 1 / 3, "", "李娜"],
        ["王伟", 0, 0, 0, "", ""],
    ]
    total = summary.frame.iloc[-1]
    assert (total["姓名"], total["分到"], round(total["应得"], 6), round(total["差额"], 6)) == ("合计", 3, 4, 0)
    assert summary.above[2] == "全部文件：输入 7 行 = 已分配 3 + 公海 1 + 待审核 1 + 重复 1 + 无效 1 + 已归档 0"
    assert summary.chart is not None
    assert (summary.chart.first, summary.chart.last, summary.chart.series) == (0, 2, ("分到", "应得"))


def test_the_summary_concludes_and_leaves_out_columns_nobody_has_anything_in() -> None:
    summary = sheets(
        plan(
            roster(rep("R1"), rep("R2")),
            book({"东": "R1 R2"}),
            "4* a.csv - rule R1 东\n2* a.csv - rule R2 东\n1* a.csv - no_rule",
        )
    )
    assert list(summary["summary"].frame) == ["姓名", "编号", "分到", "应得", "差额", "占比", "分配后在手", "工作表"]
    assert summary["summary"].above[3:] == (
        "全部线索：均衡比（最多 / 最少，按权重）2.00，不均，但抽签也会如此（线索少，仅供参考）",
        "没有分给销售：公海 1（没有规则匹配）",
        "警报：默认去向占 14.3%（1/7），达到 5%，规则没有覆盖这些线索",
    )


def test_a_group_too_large_to_merge_stands_together_in_review() -> None:
    made = plan(PEOPLE, BOOK, "1* a.csv - big_cluster\n1* a.csv A rule R1 东\n2* a.csv - big_cluster")
    merges = replace(made.merges, oversized=np.array([True, False, True, True]), cluster=np.array([1, -1, 0, 1]))
    found = sheets(replace(made, merges=merges))["review"]
    assert table(found, "重复组", "来源行") == [[1.0, 4], [2.0, 2], [2.0, 5]]


def test_namesakes_get_sheets_of_their_own() -> None:
    made = plan(PEOPLE, BOOK, "a.csv A rule R1 东\na.csv A rule R3 东")
    assert table(sheets(made)["summary"], "编号", "工作表")[:3] == [["R1", "王伟"], ["R2", ""], ["R3", "王伟 (2)"]]


def test_a_rep_sees_the_leads_as_they_were_in_the_file() -> None:
    own = plan(PEOPLE, BOOK, "a.csv A rule R1 东", "线索号=lead_id|手机*=phone|自定义\nL1|=1+1|007")
    sheet = sheets(own)["rep:R1"]
    assert sheet.rep == "R1"
    assert table(sheet, "线索号", "手机*", "自定义", "来源文件", "来源行") == [["L1", "=1+1", "007", "a.csv", 2]]


def test_a_rep_sheet_has_a_status_to_choose_and_a_due_time() -> None:
    ruled = replace(BOOK, output=Output(("新", "旧"), timedelta(hours=4)))
    sheet = sheets(plan(PEOPLE, ruled, "a.csv A rule R1 东"))["rep:R1"]
    assert sheet.choices == {"跟进状态": ("新", "旧")}
    assert table(sheet, "跟进状态", "首次联系截止") == [["新", pd.Timestamp("2026-11-22 13:00")]]
    assert sheet.shapes["首次联系截止"] is Shape.MOMENT
    usual = sheets(plan(PEOPLE, BOOK, "a.csv A rule R1 东"))["rep:R1"]
    assert usual.choices["跟进状态"][0] == "待跟进"
    assert usual.frame["首次联系截止"].isna().all()


def test_the_due_time_counts_working_time_where_there_is_one() -> None:
    # The runs of these tests are made on a Sunday at nine.
    ruled = replace(BOOK, output=Output(("新",), timedelta(hours=4)), working_time=WorkingTime())
    sheet = sheets(plan(PEOPLE, ruled, "a.csv A rule R1 东"))["rep:R1"]
    assert table(sheet, "首次联系截止") == [[pd.Timestamp("2026-11-23 13:00")]]


def test_headers_of_the_file_stay_and_ours_give_way() -> None:
    made = plan(PEOPLE, BOOK, "a.csv A rule R1 东", "跟进状态|规则|规则 (2)|手机=phone\n旧|a|b|1")
    sheet = sheets(made)["rep:R1"]
    assert list(sheet.frame)[:6] == ["跟进状态 (2)", "首次联系截止", "跟进状态", "规则", "规则 (2)", "手机"]
    assert list(sheet.frame)[6] == "规则 (3)"
    assert list(sheet.choices) == ["跟进状态 (2)"]


def test_leads_of_a_rep_are_in_the_order_they_were_given_out() -> None:
    made = plan(PEOPLE, BOOK, "3* a.csv A rule R1 东")
    made = replace(made, decisions=replace(made.decisions, turn=np.array([2, 0, 1], dtype=np.int32)))
    assert table(sheets(made)["rep:R1"], "来源行") == [[3], [4], [2]]


def test_why_is_told_in_a_phrase() -> None:
    made = plan(PEOPLE, BOOK, "a.csv A rule R1 东")
    circle = replace(
        made.decisions.circles[0], passed=((0, Passed.ON_LEAVE), (1, Passed.ON_LEAVE), (2, Passed.CAP_DAY))
    )
    made = replace(made, decisions=replace(made.decisions, circles=(circle,)))
    why = "按规则分配；规则“to 东”；组“东”；3 人可接；未参与：休假 2，今日达上限 1"
    assert table(sheets(made)["rep:R1"], "依据") == [[why]]
    assert table(sheets(made)["audit"], "未选上的原因", "可分配人数") == [["休假 2，今日达上限 1", 3]]


def test_the_open_pool_and_review_say_why() -> None:
    made = sheets(plan(PEOPLE, BOOK, ROWS))
    assert table(made["open_pool"], "原因", "规则") == [["没有规则匹配", "（默认去向）"]]
    assert table(made["review"], "原因", "建议销售") == [["规则要求人工审核", "李娜"]]


def test_review_names_who_is_to_look() -> None:
    asked = replace(BOOK, rules=(Rule("大客户", All(()), Review(by="王总")),))
    made = sheets(plan(PEOPLE, asked, "a.csv A rule_review R2 东"))
    assert table(made["review"], "审核人", "规则") == [["王总", "大客户"]]


def test_a_duplicate_points_at_the_row_that_was_kept() -> None:
    made = plan(PEOPLE, BOOK, "a.csv A rule R1 东\nb.csv - same_lead", "号=lead_id|手机=phone\nL1|1\nL2|1")
    sheet = sheets(with_losers(made, {1: 0}, keys=("company+phone",)))["duplicates"]
    assert table(sheet, "重复组", "判重依据", "保留行位置", "保留线索编号", "号") == [
        [1, "公司 + 手机", "a.csv:2", "L1", "L2"]
    ]


def test_values_that_linked_nothing_are_listed() -> None:
    made = sheets(plan(PEOPLE, BOOK, "a.csv A rule R1 东", shared=[SharedValue("phone", "4008001234", 9, 3, 4)]))
    assert table(made["shared_values"], "字段", "值", "行数") == [["手机", "4008001234", 9]]
    assert "shared_values" not in sheets(plan(PEOPLE, BOOK, "a.csv A rule R1 东"))


def test_problems_say_where_what_and_what_to_do() -> None:
    place = Place("a.xlsx", sheet="表", row=7, header="手机")
    found = Diagnostic("LR611", Severity.WARNING, place, facts(path="x", why="y", value="=1+1"))
    sheet = sheets(plan(PEOPLE, BOOK, ROWS), found, Diagnostic("LR613", args=facts(path="x")))["problems"]
    assert table(sheet, "文件", "工作表", "列", "值", "代码", "程度") == [
        ["a.xlsx", "表", "手机", "=1+1", "LR611", "警告"],
        ["", "", "", "", "LR613", "错误"],
    ]
    assert sheet.frame["行"].tolist()[0] == 7
    assert sheet.frame["问题"].tolist()[0] == "没有权限写入 x：y"


def test_problems_of_files_of_one_name_are_told_apart() -> None:
    found = [Diagnostic("LR003", place=Place(file)) for file in ("old/a.csv", "new/a.csv", "in/b.csv")]
    sheet = sheets(plan(PEOPLE, BOOK, ROWS), *found)["problems"]
    assert sheet.frame["文件"].tolist() == ["old/a.csv", "new/a.csv", "b.csv"]


def test_the_audit_has_every_row_in_the_order_of_the_files() -> None:
    audit = sheets(plan(PEOPLE, BOOK, ROWS))["audit"]
    assert table(audit, "来源文件", "来源行", "结果", "负责人")[2:] == [
        ["a.csv", 4, "已分配", "李娜"],
        ["b.csv", 5, "公海", ""],
        ["b.csv", 6, "待审核", ""],
        ["b.csv", 7, "重复", ""],
        ["b.csv", 8, "无效", ""],
    ]
    assert audit.frame["分配前结余"].notna().tolist() == [True, True, True, False, True, False, False]


def test_tests_met_and_points_are_told_in_words() -> None:
    tests = (
        Asked("province", "in", ("上海", "江苏")),
        Asked("budget", "gte", 1e6),
        Asked("source", "empty", operand=True),
    )
    ruled = replace(
        BOOK,
        rules=(Rule("大单", All(tests), BOOK.rules[0].action),),
        score=Score((Points(10, tests[0], name="华东"), Points(-2.5, tests[1]))),
    )
    made = plan(PEOPLE, ruled, "2* a.csv A rule R1 东", "所在省=province\n上海\n江苏")
    matches = replace(made.matches, met=np.array([0, 1], dtype=np.int32), combinations=((0, 1), (2,)))
    scores = replace(made.scores, parts=np.array([1, 0], dtype=np.int32), combinations=((), (0, 1)))
    audit = sheets(replace(made, matches=matches, scores=scores))["audit"]
    assert table(audit, "满足的条件", "得分明细", "等级") == [
        ["所在省 属于 上海、江苏，预算 ≥ 1000000", "华东 +10；预算 ≥ 1000000 -2.5", "A"],
        ["来源 是否为空：是", "", "A"],
    ]


def test_the_customer_that_was_found_is_named() -> None:
    made = plan(PEOPLE, BOOK, "3* a.csv A rule R1 东")
    known = replace(made.leads, columns={"company": text_column(["甲", "乙", "丙"])})
    found = CustomerMatches(
        known, np.array([1, -1, 0]), np.array([1, -1, 2]), np.array([0, -1, -1]), np.array([False, False, True])
    )
    audit = sheets(replace(made, customers=found))["audit"]
    assert table(audit, "匹配的老客户") == [["乙（按邮箱域名）"], [""], ["甲（按公司，多个负责人）"]]


def test_what_a_survivor_took_from_its_duplicates_is_named() -> None:
    made = plan(PEOPLE, BOOK, "3* a.csv A rule R1 东", "手机=phone\n1\n2\n3")
    filled = {"phone": (np.array([0]), np.array([2])), "?备注": (np.array([0, 1]), np.array([1, 2]))}
    leads = replace(made.leads, headers={**made.leads.headers, "?备注": "备注"})
    audit = sheets(replace(made, leads=leads, merges=replace(made.merges, filled=filled)))["audit"]
    assert table(audit, "取自重复行") == [["手机 ← a.csv:4；备注 ← a.csv:3"], ["备注 ← a.csv:4"], [""]]
    assert "取自重复行" not in sheets(made)["audit"].frame


def test_everything_is_said_in_english_too() -> None:
    made = plan(PEOPLE, replace(BOOK, language=Language.EN), ROWS)
    found = sheets(made)
    assert [sheet.title for sheet in found.values()][-1] == "Audit"
    ours = [str(header) for sheet in found.values() for header in sheet.frame if header not in {"公司", "手机"}]
    assert all(header.isascii() for header in ours)
    assert table(found["rep:R1"], "Why")[0] == ["by rule; rule “to 东”; pool “东”; 3 eligible"]


def test_the_assigned_table_is_every_row_and_what_became_of_it() -> None:
    made = plan(PEOPLE, BOOK, ROWS, "公司|手机=phone")
    frame = csv_tables(made, measure(made))["assigned.csv"]
    assert list(frame)[:2] == ["公司", "手机"]
    assert frame[["负责人编号", "负责人", "结果"]].to_numpy().tolist()[2:5] == [
        ["R2", "李娜", "已分配"],
        ["", "", "公海"],
        ["", "", "待审核"],
    ]


def test_csv_output_has_its_tables_by_name() -> None:
    made = plan(PEOPLE, BOOK, ROWS)
    files = csv_tables(made, measure(made))
    assert {name: len(frame) for name, frame in files.items()} == {
        "assigned.csv": 7,
        "open_pool.csv": 1,
        "review.csv": 1,
        "duplicates.csv": 1,
        "problems.csv": 0,
        "summary.csv": 4,
    }


def test_a_plan_without_a_single_lead_makes_a_workbook() -> None:
    made = plan(PEOPLE, BOOK, "a.csv A rule R1 东")
    nobody = with_raw(plan(PEOPLE, BOOK, "a.csv - no_rule"), {"phone": "手机"}, [["1"]])
    assert "rep:R1" in sheets(made)
    assert not any(sheet.rep for sheet in sheets(nobody).values())


@pytest.mark.parametrize("name", ["=cmd()", "[/]", "../../x", "\x1b]0;x\x07", "'"])
def test_hostile_names_are_only_names(name: str) -> None:
    made = plan(roster(rep("R1", name)), book({"东": "R1"}), "a.csv A rule R1 东")
    found = sheets(made)
    assert found["rep:R1"].title == name
    assert table(found["audit"], "负责人") == [[name]]
