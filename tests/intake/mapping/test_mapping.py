from __future__ import annotations

from leadroute.intake.examine.seen import How
from leadroute.intake.mapping import TableMapped, map_table, still_open
from leadroute.model.fields import Kind
from leadroute.model.rulebook import ColumnSpec, FieldSpec, Rulebook
from tests.build_tables import table

MIXED = """
客户称呼 | 号码A | 号码B | 公司 | 开始 | 结单 | 落地页 | 线索状态 | 意向状态
王先生 | 13800001234 | 13900001234 | 甲 | 2026-01-02 | 2026-01-03 | /a | 新 | 高
李丽 | 13800001235 | | 乙 | 2026-01-02 | 2026-01-03 | /b | 新 | 低
"""


def mapped(drawn: str, book: Rulebook | None = None) -> TableMapped:
    return map_table(table(drawn), book or Rulebook())


def told(found: TableMapped) -> dict[str, str]:
    return {
        column.seen.header: column.seen.field
        if column.seen.used
        else f"{column.suggestion.field}?"
        if column.suggestion
        else column.seen.how.value
        for column in found.columns
    }


def test_every_column_is_told_with_its_field_or_what_it_may_be() -> None:
    assert told(mapped(MIXED)) == {
        "客户称呼": "contact?",
        "号码A": "phone?",
        "号码B": "tel?",
        "公司": "company",
        "开始": "created_at?",
        "结单": "unknown",
        "落地页": "unknown",
        "线索状态": "status",
        "意向状态": "rival",
    }


def test_of_two_columns_that_may_be_one_field_neither_is_written() -> None:
    found = mapped(MIXED)
    start = next(column for column in found.columns if column.seen.header == "开始")
    assert start.rivals == ("结单",)
    settled = {one.header: one.field for one in still_open([found])}
    assert settled == {"客户称呼": "contact", "号码A": "phone", "号码B": "tel", "开始": "", "结单": "", "落地页": ""}


def test_a_field_that_a_column_is_already_is_not_suggested() -> None:
    assert told(mapped("手机号 | 电话 | x\n13800001234 | 1 | 13800001235"))["x"] == "unknown"
    assert told(mapped("手机号 | x\n13800001234 | 13800001235"))["x"] == "tel?"


def test_what_the_rulebook_settles_is_not_open() -> None:
    specs = (ColumnSpec("客户称呼", "contact"), ColumnSpec("落地页", ""))
    book = Rulebook(columns=specs, fields=(FieldSpec("phone", Kind.PHONE, ("号码A",)),))
    found = {column.seen.header: column.seen for column in mapped(MIXED, book).columns}
    assert [found[header].how for header in ("客户称呼", "号码A", "落地页", "公司")] == [
        How.RULEBOOK,
        How.RULEBOOK,
        How.ASIDE,
        How.BUILT_IN,
    ]
    assert "落地页" not in {one.header for one in still_open([mapped(MIXED, book)])}


def test_the_system_says_of_its_own_columns_that_they_are_none() -> None:
    found = mapped("adset_id | form_id | phone_number | x\nas:1 | f:1 | p:+8613800001234 | 1")
    assert found.system == "meta"
    assert told(found) == {"adset_id": "aside", "form_id": "aside", "phone_number": "phone", "x": "unknown"}


def test_samples_are_the_first_different_values() -> None:
    found = mapped("公司\n甲\n甲\n\n乙\n丙\n丁".replace("\n\n", "\n \n"))
    assert found.columns[0].seen.samples == ("甲", "乙", "丙")


def test_a_header_of_several_files_is_settled_once_by_the_file_that_tells_most() -> None:
    first = mapped("公司 | 号\n甲 | ")
    second = mapped("公司 | 号 \n甲 | 13800001234")
    assert [(one.header, one.field) for one in still_open([first, second])] == [("号", "phone")]
    assert [(one.header, one.field) for one in still_open([second, first])] == [("号", "phone")]
