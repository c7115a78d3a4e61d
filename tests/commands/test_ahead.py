from __future__ import annotations

import os
from pathlib import Path

import pytest

from leadroute.commands.ahead import reading_ahead
from leadroute.files.read.options import AS_FOUND
from tests.build_tables import book_file, text_file
from tests.files.read.workbook.test_ahead import children

ROOT = Path(__file__).parent.parent.parent
RULES, REPS = ROOT / "rules.example.yaml", ROOT / "samples" / "reps.xlsx"


def test_leads_and_roster_are_read_while_libraries_are_loaded(tmp_path: Path) -> None:
    before = children()
    leads = book_file(tmp_path, {"线索": [["公司名称"], ["甲"]]})
    for first, second in ((leads, tmp_path / "none.xlsx"), (tmp_path / "none.xlsx", REPS)):
        with reading_ahead(first, second, RULES, AS_FOUND):
            assert children() > before
        assert children() == before


@pytest.mark.parametrize("rules", [RULES, Path("none.yaml"), Path("x" * 5_000)])
def test_nothing_is_begun_for_what_is_no_workbook_or_by_no_rulebook(tmp_path: Path, rules: Path) -> None:
    before = children()
    reps = tmp_path / "none.xlsx" if rules is RULES else REPS
    with reading_ahead(text_file(tmp_path, "公司名称\n甲\n".encode(), "leads.csv"), reps, rules, AS_FOUND):
        assert children() == before


def test_a_pipe_is_left_alone_as_it_can_be_read_only_once(tmp_path: Path) -> None:
    before = children()
    os.mkfifo(tmp_path / "pipe")
    leads = book_file(tmp_path, {"线索": [["公司名称"], ["甲"]]})
    for given in ((leads, REPS, tmp_path / "pipe"), (tmp_path / "pipe", tmp_path / "pipe", RULES)):
        with reading_ahead(*given, AS_FOUND):
            assert children() == before
