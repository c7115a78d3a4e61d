from __future__ import annotations

import pytest

from leadroute.intake.own import is_own, without_own
from leadroute.model.rulebook import Language
from leadroute.render.messages import message
from leadroute.render.words import WORDS
from tests.build_tables import codes, table

OURS = [words for key, words in WORDS.items() if key.startswith("failed.") and "leadroute" in words[1]]


@pytest.mark.parametrize("header", [word for words in OURS for word in words])
def test_leadroute_knows_its_own_headers(header: str) -> None:
    assert is_own(header)


@pytest.mark.parametrize("header", ["文件", "行", "问题", "leadroute", "leadroute 问题", "(leadroute) x", "Row"])
def test_other_headers_are_data(header: str) -> None:
    assert not is_own(header)


def test_own_columns_are_left_out_with_a_note() -> None:
    left = without_own(table("文件（leadroute） | 公司\nold.csv | Acme"))
    assert list(left.frame.columns) == ["公司"]
    assert codes(left.notes) == ["LR575"]
    assert message(left.notes[0], Language.ZH) == "忽略了 leadroute 自己加的列：文件（leadroute）"
    assert message(left.notes[0], Language.EN) == "columns that leadroute added itself were ignored: 文件（leadroute）"


def test_a_table_without_them_is_untouched() -> None:
    raw = table("公司 | 联系人\n'=1+1 | Al")
    assert without_own(raw) is raw


def test_cells_get_back_the_form_they_had_before_the_csv_was_made_harmless() -> None:
    drawn = "行（leadroute） | 公司 | 联系人\n2 | '=1+1 | '@SUM\n3 | 'quoted' | O'Neil"
    frame = without_own(table(drawn)).frame
    assert frame.to_numpy().tolist() == [["=1+1", "@SUM"], ["'quoted'", "O'Neil"]]


def test_cells_of_a_workbook_were_never_changed() -> None:
    assert without_own(table("行（leadroute） | 公司\n2 | '=1+1", sheet="S")).frame["公司"].tolist() == ["'=1+1"]
