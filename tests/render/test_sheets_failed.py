from __future__ import annotations

from dataclasses import replace

import numpy as np

from leadroute.intake.leads import gather_leads
from leadroute.model.rulebook import Language, Rulebook
from leadroute.render.sheets.failed import failed
from tests.build import book, plan, pool, roster
from tests.build_tables import table

TABLE = table("公司 | 手机号 | 别的列\nA | 13800001234 | x\n | | y\n | | \nD | 13800001235 | z\n | 12 | w")


def _cells(*, unread: dict[int, str], language: Language = Language.ZH) -> list[list[object]]:
    """The header and the rows of the sheet when the third row could not be read."""
    broken = np.array([False, False, True, False, False])
    leads, _ = gather_leads([replace(TABLE, broken=broken, unread=unread)], Rulebook())
    sheet = failed(plan(leads, roster("R1"), book(pool(), language=language)))
    assert sheet is not None
    return [list(sheet.frame.columns), *sheet.frame.astype(object).to_numpy().tolist()]


def test_rows_stand_under_their_own_headers_behind_what_is_wrong_with_them() -> None:
    header, *rows = _cells(unread={})
    assert header[:4] == ["文件（leadroute）", "行（leadroute）", "问题（leadroute）", "怎么办（leadroute）"]
    assert header[4:] == ["公司", "手机号", "别的列"]
    assert [row[1] for row in rows] == [3, 4, 6]
    assert [row[2] for row in rows] == [
        "看不出是谁，也没有联系方式",
        "这一行读不出来",
        "看不出是谁，也没有联系方式；手机号“12”无效",
    ]
    assert rows[2][4:] == ["", "12", "w"]


def test_a_row_that_could_not_be_read_brings_its_text() -> None:
    header, *rows = _cells(unread={4: "C,138,x,extra"})
    assert header[4] == "原文（leadroute）"
    assert [row[4] for row in rows] == ["", "C,138,x,extra", ""]


def test_it_speaks_the_language_of_the_rulebook() -> None:
    header, *rows = _cells(unread={4: "C"}, language=Language.EN)
    assert header[4] == "As it stood (leadroute)"
    assert rows[1][2:4] == [
        "the row cannot be read",
        "fill in the columns on the right from 'As it stood', or from the row of the file",
    ]


def test_there_is_no_sheet_when_nothing_failed() -> None:
    leads, _ = gather_leads([table("公司 | 手机号\nA | 13800001234")], Rulebook())
    assert failed(plan(leads, roster("R1"), book(pool()))) is None


def test_texts_of_several_files_find_their_rows() -> None:
    one = replace(table("公司\nA\n\nC", "a.csv"), broken=np.array([False, True, False]), unread={3: "first"})
    two = replace(table("公司\n\nE", "b.csv"), broken=np.array([True, False]), unread={2: "second"})
    leads, _ = gather_leads([one, two], Rulebook())
    assert leads.origin.unread == {1: "first", 3: "second"}
