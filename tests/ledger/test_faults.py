"""Disks that are full, folders that cannot be written, other runs in the way: a plain error and nothing half-done."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import desk, first
from tests.ledger.failing import every_call
from tests.ledger.faults import CALLS, LIMITS, failed_call, full_disk, small, spoilt, together
from tests.ledger.sweeps import DEEP
from tests.ledger.world import World

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="children are forked, limits are set")


@pytest.mark.parametrize("name", CALLS)
def test_a_call_that_fails_leaves_no_half_state(tmp_path: Path, name: str) -> None:
    for nth in range(1, 40, 1 if DEEP else 11):
        assert failed_call(tmp_path / "w", name, nth) == [], nth


@pytest.mark.parametrize("limit", LIMITS)
def test_a_disk_that_fills_up_leaves_no_half_state(tmp_path: Path, limit: int) -> None:
    assert full_disk(tmp_path / "w", limit) == []


def test_a_disk_that_fills_up_later_keeps_what_was_there(tmp_path: Path) -> None:
    world = World(tmp_path / "w")
    assert world.assign() == Exit.DONE
    before, size = world.state(), (world.folder / "rules.ledger").stat().st_size
    world.export(300)
    assert spoilt(world, small(size)) in {Exit.OUTPUT, Exit.LEDGER}
    assert {name: value for name, value in world.state().items() if name != "published"} == {
        name: value for name, value in before.items() if name != "published"
    }
    assert world.assign(1) == Exit.DONE
    assert world.torn() == []


@pytest.mark.parametrize("for_ever", [False, True])
def test_a_write_sync_or_rename_that_fails_leaves_no_half_state(tmp_path: Path, for_ever: bool) -> None:  # noqa: FBT001
    """Those of SQLite and Arrow as well."""
    if not shutil.which("cc"):
        pytest.skip("nothing to compile the library with")
    first, step = (1, 1) if DEEP else (20 + 2 * for_ever, 41)
    found = list(every_call(tmp_path / "failing" / "w", first, step, for_ever=for_ever))
    assert len(found) > (100 if DEEP else 3)
    assert [line for lines in found for line in lines] == []


@pytest.mark.parametrize("runs", [2, 5])
def test_runs_started_together_take_turns_or_say_that_one_is_at_work(tmp_path: Path, runs: int) -> None:
    for _ in range(10 if DEEP else 1):
        assert together(tmp_path / "w", runs) == []


def test_a_clock_that_went_back_is_refused(tmp_path: Path) -> None:
    on = desk(tmp_path)
    assert on.assign("--ledger", "x.ledger").exit_code == Exit.DONE
    before = on.files()
    again = on.assign("--ledger", "x.ledger", "--now", "2026-11-23T08:00")
    assert again.exit_code == Exit.LEDGER
    assert first(again) == (
        "x.ledger: error LR713: it is 2026-11-23T08:00+08:00, but run 1 was at 2026-11-23T09:00+08:00: "
        "the clock went back; nothing was done"
    )
    assert on.files() == before


def test_a_ledger_without_its_head_is_refused(tmp_path: Path) -> None:
    on = desk(tmp_path)
    on.assign("--ledger", "x.ledger")
    (tmp_path / "x.ledger.head").unlink()
    again = on.assign("--ledger", "x.ledger")
    assert (again.exit_code, "LR711" in first(again)) == (Exit.LEDGER, True)


def test_a_ledger_that_was_set_back_is_refused(tmp_path: Path) -> None:
    on = desk(tmp_path)
    on.assign("--ledger", "x.ledger")
    old = (tmp_path / "x.ledger").read_bytes()
    on.put("leads.csv", "lead_id,company\nL9,Omega\n").assign("--ledger", "x.ledger")
    on.put("x.ledger", old)
    again = on.assign("--ledger", "x.ledger")
    assert (again.exit_code, "LR712" in first(again)) == (Exit.LEDGER, True)


def test_a_ledger_that_is_gone_is_no_new_beginning(tmp_path: Path) -> None:
    on = desk(tmp_path)
    on.assign("--ledger", "x.ledger")
    (tmp_path / "x.ledger").unlink()
    again = on.assign("--ledger", "x.ledger")
    assert (again.exit_code, "LR701" in first(again)) == (Exit.LEDGER, True)


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "LR703"), (b"hello" * 100, "LR704"), (b"SQLite format 3\0", "LR704")]
)
def test_another_file_is_no_ledger(tmp_path: Path, content: bytes, code: str) -> None:
    again = desk(tmp_path).put("x.ledger", content).assign("--ledger", "x.ledger")
    assert (again.exit_code, code in first(again)) == (Exit.LEDGER, True)
    assert (tmp_path / "x.ledger").read_bytes() == content


@pytest.mark.parametrize(("table", "change"), [("decision", "rep = 999"), ("cells", "data = substr(data, 2)")])
def test_what_cannot_be_is_damage_and_no_bug_of_ours(tmp_path: Path, table: str, change: str) -> None:
    on = desk(tmp_path)
    on.assign("--ledger", "x.ledger")
    with closing(sqlite3.connect(tmp_path / "x.ledger")) as database, database:
        database.execute(f"DROP TRIGGER {table}_update")
        database.execute(f"UPDATE {table} SET {change}")  # noqa: S608 - ours
    on.put("leads.csv", "lead_id,company,contact,phone\nL1,Acme,Bob,13800001234\n")
    again = on.assign("--ledger", "x.ledger")
    assert (again.exit_code, first(again)) == (Exit.LEDGER, "x.ledger: error LR724: the ledger file is damaged")


def test_a_run_that_is_refused_makes_no_ledger(tmp_path: Path) -> None:
    on = desk(tmp_path).put("leads.csv", "")
    before = on.files()
    assert on.assign("--ledger", "x.ledger").exit_code == Exit.INPUT
    assert on.files() == before


def test_a_dry_run_makes_no_ledger_and_looks_at_the_one_there(tmp_path: Path) -> None:
    on = desk(tmp_path)
    before = on.files()
    assert on.assign("--ledger", "x.ledger", "--dry-run").exit_code == Exit.DONE
    assert on.files() == before
    on.assign("--ledger", "x.ledger")
    assert '"duplicate": 3' in on.assign("--ledger", "x.ledger", "--dry-run", "--json").stdout
