from __future__ import annotations

from pathlib import Path

import pytest

from leadroute.files.read.options import Reading
from leadroute.files.read.workbook.ahead import Wish, ahead, looked_at
from leadroute.files.read.workbook.child import Death
from leadroute.files.read.workbook.handover import told_in
from leadroute.intake.headers import fit
from leadroute.model.manner import Hidden
from tests.build_tables import book_file


def children() -> frozenset[str]:
    """The processes this one has begun and not seen end."""
    tasks = Path("/proc/self/task").iterdir()
    return frozenset(pid for task in tasks for pid in (task / "children").read_text().split())


def wish(folder: Path, hidden: Hidden = Hidden.INCLUDE) -> Wish:
    book = book_file(folder, {"线索": [["公司名称", "手机号"], ["甲", "1"]]})
    return Wish(book.read_bytes(), fit("lead"), Reading(hidden=hidden))


def test_what_was_begun_is_taken_for_the_same_bytes_read_in_the_same_way(tmp_path: Path) -> None:
    before = children()
    with ahead([wish(tmp_path)]):
        assert children() > before
        held = looked_at(wish(tmp_path))
        assert children() == before
        assert not isinstance(held, Death)
        assert told_in(held)["sheets"][0]["head"] == [["公司名称", "手机号"], ["甲", "1"]]
        again = looked_at(wish(tmp_path))
        assert not isinstance(again, Death)
        assert held[:] == again[:]


def test_read_in_another_way_it_is_read_anew_and_what_was_begun_is_given_up(tmp_path: Path) -> None:
    before = children()
    with ahead([wish(tmp_path)]):
        assert not isinstance(looked_at(wish(tmp_path, Hidden.SKIP)), Death)
        assert children() > before
    assert children() == before


def test_an_error_leaves_no_child_behind(tmp_path: Path) -> None:
    before = children()
    with pytest.raises(KeyError), ahead([wish(tmp_path)]):
        raise KeyError
    assert children() == before
