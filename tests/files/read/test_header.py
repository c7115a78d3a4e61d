from __future__ import annotations

import pytest

from leadroute.files.read.groups import Range
from leadroute.files.read.header import find_header, header_notes, unique
from leadroute.files.read.source import Source
from leadroute.intake.headers import fit
from leadroute.model.rulebook import Language
from leadroute.render.messages import hint, message
from tests.build_tables import codes

FIT = fit("lead")


def rows(drawn: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in drawn.strip().splitlines()]


@pytest.mark.parametrize(
    ("drawn", "at"),
    [
        ("公司名称|手机号\n甲|1", 0),
        ("2026年10月线索导出||\n公司名称|手机号|来源\n甲|1|官网", 1),
        ("填写须知：||\n1、手机号必填，请勿修改表头||\n公司名称|手机号|来源", 2),
        ("foo|bar|baz\nx|y|z", 0),  # no name is known
        ("导出||\nfoo|bar|baz\nx|y|z", 1),  # nor here, but the first row is no row of names
        ("foo|bar|baz\nx|公司|z", 0),  # one known word further down is a value
    ],
)
def test_the_header_is_found(drawn: str, at: int) -> None:
    header = find_header(rows(drawn), FIT)
    assert header is not None
    assert (header.at, header.height) == (at, 1)


def test_a_header_below_the_twentieth_row_is_not_looked_for() -> None:
    filler = [["x", "y"]] * 19
    header = ["公司名称", "手机号"]
    assert [find_header([*filler, *more, header], FIT).at for more in ([], [["x", "y"]])] == [19, 0]  # type: ignore[union-attr]


def test_blank_rows_left_out_above_count() -> None:
    header = find_header(rows("公司名称|手机号"), FIT, (), 30)
    assert header is not None
    assert header.at == 30


def test_no_cells_no_header() -> None:
    assert find_header([["", " "], []], FIT) is None


GROUPS = """
公司名称 | 联系人 | 联系方式 |      | 区域信息 |
         |        | 手机     | 邮箱 | 省份     | 板块
甲       | 张三   | 1380000  | a@x  | 上海     | 东
"""


@pytest.mark.parametrize(
    "merged",
    [
        [],
        [Range(0, 0, 1, 0), Range(0, 1, 1, 1), Range(0, 2, 0, 3), Range(0, 4, 0, 5)],
    ],
)
def test_two_rows_are_joined(merged: list[Range]) -> None:
    header = find_header(rows(GROUPS), FIT, merged)
    assert header is not None
    assert header.labels == ("公司名称", "联系人", "手机", "邮箱", "省份", "区域信息/板块")
    assert (header.at, header.height) == (1, 2)


def test_a_name_used_under_two_groups_keeps_its_group_the_second_time() -> None:
    drawn = "客户|||推荐人|\n公司名称|姓名|手机号|姓名|手机号"
    header = find_header(rows(drawn), FIT, [Range(0, 0, 0, 2), Range(0, 3, 0, 4)])
    assert header is not None
    assert header.labels == ("公司名称", "姓名", "手机号", "推荐人/姓名", "推荐人/手机号")
    assert codes(header_notes(Source("x.xlsx"), header, [])) == ["LR051"]


@pytest.mark.parametrize(
    ("drawn", "merged"),
    [
        (
            "公司名称|联系人|手机号||\n甲|张三|13800000001|13900000001|",
            [Range(0, 2, 0, 3)],
        ),  # values below a merged name
        ("公司名称|联系人|手机号||\n甲|张三|电话|座机|", []),
        ("2026年10月线索||||\n公司名称|联系人|手机号|邮箱|意向", [Range(0, 0, 0, 4)]),  # a title over all
        ("2026年10月线索||||\n公司名称|联系人|手机号|邮箱|意向", [Range(0, 0, 0, 3)]),
        ("线索导出||导出时间：11-22||\n公司名称|联系人|手机号|邮箱|意向", [Range(0, 0, 0, 1), Range(0, 2, 0, 3)]),
    ],
)
def test_rows_that_are_not_one_header_are_not_joined(drawn: str, merged: list[Range]) -> None:
    header = find_header(rows(drawn), FIT, merged)
    assert header is not None
    assert header.height == 1
    assert not [label for label in header.labels if "/" in label]


def test_notes_say_what_was_skipped_and_repeated() -> None:
    header = find_header(rows("导出||\n手机号|手机号|公司"), FIT)
    assert header is not None
    notes = header_notes(Source("x.csv"), header, ["手机号", "手机号", "公司"])
    assert codes(notes) == ["LR022", "LR023"]
    assert notes[0].facts == {"row": "2", "skipped": "1"}


def test_without_a_known_header_people_are_sent_to_map() -> None:
    header = find_header(rows("甲|乙\n1|2"), FIT)
    assert header is not None
    (found,) = header_notes(Source("x.csv"), header, ["甲", "乙"])
    assert message(found, Language.ZH) == "没有认出任何列名，把第 1 行当作表头：甲 | 乙"
    assert hint(found, Language.ZH) == (
        "检查文件、编码和分隔符是否正确；线索的特殊列名用 leadroute map 对应到字段，写进规则手册"
    )
    assert message(found, Language.EN) == "no header is known; row 1 was taken as the header: 甲 | 乙"
    assert hint(found, Language.EN) == (
        "check file, encoding and delimiter; leadroute map finds fields for headers of leads, for the rulebook"
    )


def test_labels_are_unique() -> None:
    assert unique(["a", "", "a", " a "]) == ("a", "#2", "a (2)", "a (3)")
