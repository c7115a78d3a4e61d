from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from leadroute.files.read import read_tables
from leadroute.files.read.options import Reading
from leadroute.intake.headers import fit
from tests.build_tables import book_file, read_one, refused, text_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.build_tables import Sheets

HEADER: list[object] = ["公司名称", "手机号", "创建时间"]


def test_numbers_and_dates_become_text_and_the_column_is_marked(tmp_path: Path) -> None:
    rows: list[list[object]] = [HEADER, ["甲", 13800001234, datetime(2026, 11, 1, 9, 30)], ["乙", None, "昨天"]]  # noqa: DTZ001
    table = read_one(book_file(tmp_path, {"线索": rows}))
    assert table.frame["手机号"].tolist() == ["13800001234", ""]
    assert table.frame["创建时间"].tolist() == ["2026-11-01 09:30:00", "昨天"]
    assert table.numeric == {"手机号"}
    assert (table.sheet, table.rows.tolist()) == ("线索", [2, 3])


def test_the_visible_sheet_that_fits_best_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    sheets: Sheets = {
        "说明": [["填写须知"]],
        "旧": [HEADER],
        "线索": [["导出"], HEADER, ["甲", "1", ""]],
        "备份": [HEADER],
    }
    table = read_one(book_file(tmp_path, sheets, hidden=["旧"]))
    assert (table.sheet, table.header_row, table.rows.tolist()) == ("线索", 2, [3])
    assert [note.facts["others"] for note in table.notes if note.code == "LR020"] == ["说明 | 备份"]


def test_a_sheet_can_be_named_and_must_exist(tmp_path: Path) -> None:
    path = book_file(tmp_path, {"一": [HEADER, ["甲", "1", ""]], "二": [HEADER, ["乙", "2", ""]]})
    assert read_one(path, sheet="二").frame["公司名称"].tolist() == ["乙"]
    assert refused(path, sheet="三").code == "LR019"


def test_every_sheet_with_a_fitting_header_can_be_read(tmp_path: Path) -> None:
    sheets: Sheets = {
        "名册": [["工号", "姓名", "团队"], ["R1", "张三", "华东"]],
        "休假": [["姓名", "休假开始", "休假结束"], ["张三", "2026-11-22", "2026-11-23"]],
        "说明": [["随便写写"]],
    }
    tables, _ = read_tables([book_file(tmp_path, sheets)], fit("roster"), Reading(every_sheet=True))
    assert [table.sheet for table in tables] == ["名册", "休假"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 not a zip", "LR009"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "LR006"),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_line(tmp_path: Path, content: bytes, code: str) -> None:
    found = refused(text_file(tmp_path, content, "leads.xlsx"))
    assert found.code == code
    assert "\n" not in found.facts.get("reason", "")


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    whole = book_file(tmp_path, {"线索": [HEADER, ["甲", "1", ""]]}).read_bytes()
    assert refused(text_file(tmp_path, whole[: len(whole) // 2], "cut.xlsx")).code == "LR009"


def test_a_workbook_without_cells_is_refused(tmp_path: Path) -> None:
    assert refused(book_file(tmp_path, {"空": []})).code == "LR010"
