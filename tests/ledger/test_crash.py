"""Killed at any moment, the next start finds nothing of the dead run or all of it."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.ledger.sweeps import DEEP, bad, changed_world, flipped, killed_again, same_world, shot
from tests.ledger.world import World

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork") or sys.platform != "linux", reason="children are forked")


def test_stopped_at_any_line_the_next_run_ends_as_if_nothing_had_happened(tmp_path: Path) -> None:
    assert bad(same_world(tmp_path / "w", 1 if DEEP else 401)) == []


def test_in_a_changed_world_nothing_is_lost_and_nothing_is_given_twice(tmp_path: Path) -> None:
    assert bad(changed_world(tmp_path / "w", 1 if DEEP else 397)) == []


def test_recovery_itself_may_be_stopped(tmp_path: Path) -> None:
    assert bad(killed_again(tmp_path / "w", *((9, 31) if DEEP else (601, 701)))) == []


def test_shot_by_the_system_at_any_moment(tmp_path: Path) -> None:
    times, leads = (300, 2000) if DEEP else (2, 200)
    assert bad(shot(tmp_path / "w", times, leads, seed=7)) == []


def test_any_changed_bit_is_found_or_harmless(tmp_path: Path) -> None:
    verdicts = Counter(flipped(tmp_path / "w", 600 if DEEP else 60, seed=7))
    assert verdicts["unnoticed"] == 0
    assert verdicts["found"] + verdicts["refused"] > 0


@pytest.mark.parametrize("left", [0, 1, 100, 4096, 20_000])
def test_a_ledger_that_was_cut_off_is_never_a_new_one(tmp_path: Path, left: int) -> None:
    world = World(tmp_path / "w")
    assert world.assign() == 0
    path = world.folder / "rules.ledger"
    path.write_bytes(path.read_bytes()[:left])
    before = {file.name: file.read_bytes() for file in (world.folder / "out").iterdir()}
    assert world.assign(1) == 8
    assert {file.name: file.read_bytes() for file in (world.folder / "out").iterdir()} == before
