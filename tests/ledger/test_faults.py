"""Disks that are full, folders that cannot be written, other runs in the way: a plain error and nothing half-done."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import desk, environment, first
from tests.ledger.sweeps import DEEP
from tests.ledger.world import World, in_child

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="children are forked, limits are set")
CALLS = ("fsync", "replace", "mkdir", "open", "unlink", "chmod", "link")


def failing(name: str, nth: int) -> Callable[[], None]:
    """Make the n-th call of a function of ``os`` that touches the world's folder fail as on a full disk."""

    def spoil() -> None:
        real, count = getattr(os, name), 0

        def call(*words: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count == nth:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*words, **named)

        setattr(os, name, call)

    return spoil


def small(limit: int) -> Callable[[], None]:
    """Let no file grow beyond so many bytes."""

    def spoil() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    return spoil


def spoilt(world: World, spoil: Callable[[], None]) -> int:
    """A run in a spoilt process; its exit code."""

    def work() -> None:
        spoil()
        os._exit(world.assign())

    return in_child(work)


@pytest.mark.parametrize("name", CALLS)
def test_a_call_that_fails_leaves_no_half_state(tmp_path: Path, name: str) -> None:
    for nth in range(1, 40 if DEEP else 12):
        world = World(tmp_path / "w")
        code = spoilt(world, failing(name, nth))
        assert code in {Exit.DONE, Exit.OUTPUT, Exit.LEDGER}, (name, nth, code)
        assert world.assign() == Exit.DONE
        assert world.torn() == [], (name, nth, code)


@pytest.mark.parametrize("limit", [0, 100, 1000, 4096, 20_000, 40_000, 80_000, 120_000])
def test_a_disk_that_fills_up_leaves_no_half_state(tmp_path: Path, limit: int) -> None:
    world = World(tmp_path / "w")
    code = spoilt(world, small(limit))
    assert code in {Exit.DONE, Exit.OUTPUT, Exit.LEDGER}
    assert world.assign() == Exit.DONE
    assert world.torn() == []


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


@pytest.mark.parametrize("together", [2, 5])
def test_runs_started_together_take_turns_or_say_that_one_is_at_work(tmp_path: Path, together: int) -> None:
    for _ in range(10 if DEEP else 2):
        world = World(tmp_path / "w")
        words = (
            "assign",
            "leads.csv",
            "--reps",
            "reps.csv",
            "--rules",
            "rules.yaml",
            "--now",
            "2026-11-23T09:00",
            "-q",
        )
        command = [sys.executable, "-m", "leadroute", *words, "--format", "csv"]
        runs = [
            subprocess.Popen(command, cwd=world.folder, env=environment(), stderr=subprocess.PIPE)
            for _ in range(together)
        ]
        ends = [(run.communicate()[1], run.returncode) for run in runs]
        assert Counter(code for _, code in ends).keys() <= {Exit.DONE, Exit.BUSY}
        assert any(code == Exit.DONE for _, code in ends)
        assert all(b"LR709" in said for said, code in ends if code == Exit.BUSY)
        assert world.torn() == []


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
