from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.files.read import read_tables
from leadroute.intake.headers import fit
from leadroute.model.diagnostic import Severity
from tests.build_tables import codes, read_one, refused, text_file

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "公司名称,手机号\n甲公司,13800001234\n乙公司,13800001235\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_chinese_files_are_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    table = read_one(text_file(tmp_path, PLAIN.encode(encoding)))
    assert table.frame["公司名称"].tolist() == ["甲公司", "乙公司"]
    assert table.encoding == encoding


def test_an_encoding_that_was_guessed_is_said(tmp_path: Path) -> None:
    assert codes(read_one(text_file(tmp_path, PLAIN.encode("gb18030"))).notes) == ["LR013"]


def test_a_given_encoding_wins(tmp_path: Path) -> None:
    table = read_one(text_file(tmp_path, "公司,手机\n測試企業,13800001234\n".encode("big5")), encoding="big5")
    assert table.frame["公司"].tolist() == ["測試企業"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_found(tmp_path: Path, delimiter: str) -> None:
    table = read_one(text_file(tmp_path, PLAIN.replace(",", delimiter)))
    assert list(table.frame.columns) == ["公司名称", "手机号"]


def test_words_and_zeros_survive(tmp_path: Path) -> None:
    table = read_one(text_file(tmp_path, "company,zip\nNA,01581\nnull,007\nNone,1E10\n"))
    assert table.frame["company"].tolist() == ["NA", "null", "None"]
    assert table.frame["zip"].tolist() == ["01581", "007", "1E10"]


def test_rows_above_the_header_are_skipped_and_row_numbers_stay(tmp_path: Path) -> None:
    table = read_one(text_file(tmp_path, "2026年10月线索导出,\n,\n" + PLAIN))
    assert table.header_row == 3
    assert table.rows.tolist() == [4, 5]
    assert "LR022" in codes(table.notes)


def test_blank_rows_are_dropped_counted_and_keep_the_numbers(tmp_path: Path) -> None:
    table = read_one(text_file(tmp_path, "公司名称,手机号\n甲,1\n\n,\n乙,2\n"))
    assert table.rows.tolist() == [2, 5]
    assert [note.facts["count"] for note in table.notes if note.code == "LR024"] == ["2"]


def test_line_breaks_inside_quotes_are_part_of_the_cell(tmp_path: Path) -> None:
    table = read_one(text_file(tmp_path, '"手机号\n(必填)",备注\n13800001234,"一\n二"\n13800001235,三\n'))
    assert table.frame["备注"].tolist() == ["一\n二", "三"]
    assert table.rows.tolist() == [2, 3]


def test_a_row_with_too_many_cells_is_left_blank_marked_and_named(tmp_path: Path) -> None:
    path = text_file(tmp_path, "公司名称,手机号\n甲,1\n乙,分公司,2\n丙,3\n")
    tables, problems = read_tables([path], fit("lead"))
    assert tables[0].frame["公司名称"].tolist() == ["甲", "", "丙"]
    assert tables[0].rows.tolist() == [2, 3, 4]
    assert tables[0].broken is not None
    assert tables[0].broken.tolist() == [False, True, False]
    assert [(one.code, one.place.row if one.place else 0) for one in problems] == [("LR015", 3)]


def test_a_short_row_is_filled_up_and_named(tmp_path: Path) -> None:
    tables, problems = read_tables([text_file(tmp_path, "公司名称,手机号,备注\n甲,1\n乙,2,x\n")], fit("lead"))
    assert tables[0].frame["备注"].tolist() == ["", "x"]
    assert codes(problems) == ["LR016"]


def test_blank_cells_beyond_the_last_column_do_not_count(tmp_path: Path) -> None:
    assert len(read_one(text_file(tmp_path, "公司名称,手机号\n甲,1,,\n乙,2\n"))) == 2


def test_a_quote_never_closed_costs_its_row(tmp_path: Path) -> None:
    path = text_file(tmp_path, '公司名称,备注\n甲,好\n乙,"没写完\n丙,好\n')
    tables, problems = read_tables([path], fit("lead"))
    assert tables[0].frame["公司名称"].tolist() == ["甲", "", "丙"]
    assert [(one.code, one.severity, one.place and one.place.row) for one in problems] == [
        ("LR018", Severity.WARNING, 3)
    ]


def test_a_file_of_which_most_rows_cannot_be_read_is_refused(tmp_path: Path) -> None:
    tables, problems = read_tables([text_file(tmp_path, "company,phone\nx,1,a\ny,2,b\nz,3\n")], fit("lead"))
    assert (tables, codes(problems)) == ((), ["LR039", "LR015", "LR015"])


def test_the_last_row_of_a_file_cut_off_is_lost_and_the_others_are_kept(tmp_path: Path) -> None:
    tables, problems = read_tables([text_file(tmp_path, "company,phone,city\nx,1,a\ny,2,b\nz,13")], fit("lead"))
    assert (tables[0].frame["company"].tolist(), codes(problems)) == (["x", "y", ""], ["LR037"])


def test_zeros_at_the_end_are_left_out_and_said(tmp_path: Path) -> None:
    table = read_one(text_file(tmp_path, PLAIN.encode() + bytes(4096)))
    assert (len(table), codes(table.notes)) == (2, ["LR033"])


def test_zeros_in_a_row_cost_the_row(tmp_path: Path) -> None:
    tables, problems = read_tables([text_file(tmp_path, PLAIN + "丙\0公司,1\n")], fit("lead"))
    assert (tables[0].frame["公司名称"].tolist(), codes(problems)) == (["甲公司", "乙公司", ""], ["LR011"])


def test_cells_with_lost_characters_are_marked_and_named(tmp_path: Path) -> None:
    table = read_one(text_file(tmp_path, PLAIN.encode() + b"\xff\xfe,13800001236\n"))
    assert {header: mask.tolist() for header, mask in table.damaged.items()} == {"公司名称": [False, False, True]}
    assert [note.facts["cells"] for note in table.notes if note.code == "LR014"] == ["4:公司名称"]


def test_a_header_with_a_blank_cell_too_many_is_put_right(tmp_path: Path) -> None:
    rows = "".join(f"甲{at},1380000000{at},好\n" for at in range(4))
    table = read_one(text_file(tmp_path, "公司名称,,手机号,备注\n" + rows))
    assert list(table.frame.columns) == ["公司名称", "手机号", "备注"]
    assert codes(table.notes) == ["LR043"]


def test_a_header_of_two_rows_is_joined(tmp_path: Path) -> None:
    table = read_one(text_file(tmp_path, "客户信息,,跟进\n公司名称,手机号,备注\n甲,13800000001,好\n"))
    assert table.rows.tolist() == [3]


def test_footers_are_dropped_without_a_complaint(tmp_path: Path) -> None:
    footer = '"Grand Totals (2 records)"\n"Confidential Information - Do Not Distribute"\n'
    assert len(read_one(text_file(tmp_path, "Company,Phone,City\nx,1,a\ny,2,b\n" + footer))) == 2


def test_headers_repeated_where_files_were_joined_are_dropped(tmp_path: Path) -> None:
    joined = PLAIN.encode("utf-8-sig") + PLAIN.encode("utf-8-sig")
    assert read_one(text_file(tmp_path, joined)).frame["公司名称"].tolist() == ["甲公司", "乙公司"] * 2


def test_a_full_width_comma_inside_quotes_is_text(tmp_path: Path) -> None:
    table = read_one(text_file(tmp_path, '公司名称，备注\n甲，"好，很好"\n乙，x\n'))
    assert table.frame["备注"].tolist() == ["好，很好", "x"]


def test_text_without_columns_is_refused(tmp_path: Path) -> None:
    assert refused(text_file(tmp_path, "see here\nwell, no; thanks\nnothing\none,two,three\n")).code == "LR034"


def test_quotes_inside_a_cell_are_text(tmp_path: Path) -> None:
    assert read_one(text_file(tmp_path, '公司名称,备注\n甲,5" 管\n')).frame["备注"].tolist() == ['5" 管']


def test_a_header_alone_is_no_leads(tmp_path: Path) -> None:
    table = read_one(text_file(tmp_path, "公司名称,手机号\n"))
    assert len(table) == 0
    assert list(table.frame.columns) == ["公司名称", "手机号"]


def test_unknown_headers_are_warned_about_and_the_first_row_is_taken(tmp_path: Path) -> None:
    table = read_one(text_file(tmp_path, "aaa,bbb\n1,2\n"))
    assert codes(table.notes) == ["LR021"]
    assert table.header_row == 1


def test_a_header_used_twice_is_numbered_and_named(tmp_path: Path) -> None:
    table = read_one(text_file(tmp_path, "手机号,手机号,公司\n1,2,甲\n"))
    assert list(table.frame.columns) == ["手机号", "手机号 (2)", "公司"]
    assert codes(table.notes) == ["LR023"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "LR003"),
        (b"\xef\xbb\xbf", "LR003"),
        (b"\xff\xfe", "LR003"),
        (",".join(f"c{at}" for at in range(513)).encode(), "LR012"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "LR004"),
    ],
)
def test_files_without_a_table_are_refused(tmp_path: Path, content: bytes, code: str) -> None:
    assert refused(text_file(tmp_path, content)).code == code


def test_512_columns_are_accepted(tmp_path: Path) -> None:
    assert read_one(text_file(tmp_path, ",".join(f"c{at}" for at in range(512)))).frame.shape == (0, 512)
