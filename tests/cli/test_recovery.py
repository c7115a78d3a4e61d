"""A ledger in trouble, met in this process: what is said, and that nothing is done by half."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from leadroute.files.write.publish import STAGE
from leadroute.ledger.lock import locked
from leadroute.ledger.sqlite.schema import VERSION
from tests.cli.days import AT, LATER, LEDGER, MONDAY, TUESDAY, day, ledger_files, office
from tests.cli.desk import desk, first

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.desk import Desk

HEAD = f"{LEDGER}.head"


def unfinished(at: Desk) -> None:
    """Let the last run look as if it had died before its files were in place."""
    with sqlite3.connect(at.folder / LEDGER) as database:
        database.execute("DROP TRIGGER published_delete")
        database.execute("DELETE FROM published")


def stamped(folder: Path, pragma: str) -> None:
    """Write a number into the head of the ledger's file."""
    with sqlite3.connect(folder / LEDGER) as database:
        database.execute(f"PRAGMA {pragma}")


def test_a_run_that_stopped_is_finished_and_told_by_the_next(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    unfinished(at)
    assert "unfinished" in at.run("status", *AT, *LATER).stdout
    told = json.loads(day(at, "tuesday", TUESDAY, "2026-11-24T09:00", "--json").stdout)
    assert "LR720" in {one["code"] for one in told["diagnostics"]}
    assert at.run("ledger", "verify", *AT).exit_code == Exit.DONE


def test_a_file_of_it_that_is_gone_is_named(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    unfinished(at)
    (tmp_path / "monday" / "assigned.csv").unlink()
    told = json.loads(day(at, "tuesday", TUESDAY, "2026-11-24T09:00", "--json").stdout)
    (lost,) = (one for one in told["diagnostics"] if one["code"] == "LR721")
    assert lost["place"]["file"].endswith("assigned.csv")


def test_a_correction_that_stopped_is_finished_without_a_word(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY).put("fix.csv", "lead,new owner\nL1,Bob\n")
    at.run("correct", "fix.csv", "--reps", "reps.csv", *AT, *LATER)
    with sqlite3.connect(tmp_path / LEDGER) as database:
        database.execute("DROP TRIGGER published_delete")
        database.execute("DELETE FROM published WHERE run = 2")
    undone = at.run("undo", "2", "--yes", *AT, *LATER)
    assert (undone.exit_code, undone.stderr) == (Exit.DONE, "")


def test_what_a_run_had_prepared_is_cleared_away(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    left = tmp_path / "out" / f"{STAGE}12345678-run-2"
    left.mkdir(parents=True)
    at.put(f"{LEDGER}.stage", str(left))
    told = json.loads(day(at, "tuesday", TUESDAY, "2026-11-24T09:00", "--json").stdout)
    assert "LR723" in {one["code"] for one in told["diagnostics"]}
    assert not left.exists()


@pytest.mark.parametrize(
    "words", [("undo", "1", "--yes"), ("correct", "fix.csv", "--reps", "reps.csv"), ("ledger", "verify", "--accept")]
)
def test_while_another_run_is_at_work_nothing_is_changed(tmp_path: Path, words: tuple[str, ...]) -> None:
    at = office(tmp_path, monday=MONDAY).put("fix.csv", "lead,new owner\nL1,Bob\n")
    before = ledger_files(at)
    now = () if "verify" in words else LATER
    with locked(tmp_path / LEDGER, datetime.fromisoformat("2026-11-25T09:58:00+08:00")):
        busy = at.run(*words, *AT, *now)
        looked = [at.run(*more, *AT).exit_code for more in (("status",), ("ledger", "backup", "copy.ledger"))]
    assert (busy.exit_code, "LR709: another run holds the ledger (process " in busy.stderr) == (Exit.BUSY, True)
    assert looked == [Exit.DONE, Exit.DONE]
    assert ledger_files(at) == before


def test_a_folder_in_which_no_ledger_can_be_made(tmp_path: Path) -> None:
    at = desk(tmp_path)
    (tmp_path / f".{LEDGER}-new").mkdir()
    refused = day(at, "monday", MONDAY, "2026-11-23")
    assert (refused.exit_code, first(refused)[:26]) == (Exit.LEDGER, "rules.ledger: error LR702:")
    assert not (tmp_path / "monday").exists()


def test_a_lock_that_cannot_be_had(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    (tmp_path / f"{LEDGER}.lock").unlink()
    (tmp_path / f"{LEDGER}.lock").mkdir()
    refused = day(at, "tuesday", TUESDAY, "2026-11-24")
    assert (refused.exit_code, first(refused)[:26]) == (Exit.LEDGER, "rules.ledger: error LR702:")


def test_a_note_that_cannot_be_written(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    (tmp_path / f".{HEAD}-new").mkdir()
    refused = day(at, "tuesday", TUESDAY, "2026-11-24")
    assert (refused.exit_code, first(refused)[:26]) == (Exit.LEDGER, "rules.ledger: error LR707:")


@pytest.mark.parametrize(
    ("pragma", "code"), [("application_id = 7", "LR705"), (f"user_version = {VERSION + 1}", "LR706")]
)
def test_a_file_of_another_kind_or_version_is_refused(tmp_path: Path, pragma: str, code: str) -> None:
    at = office(tmp_path, monday=MONDAY)
    stamped(tmp_path, pragma)
    refused = at.run("status", *AT)
    assert (refused.exit_code, code in refused.stderr) == (Exit.LEDGER, True)
