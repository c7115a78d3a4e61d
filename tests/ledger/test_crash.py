"""Killed at any moment, the next start finds nothing of the dead run or all of it."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.ledger.flips import cut, flipped, without_its_log
from tests.ledger.moments import ALL, moments
from tests.ledger.sweeps import DEEP, bad, changed_world, killed_again, same_world, shot
from tests.ledger.world import World

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork") or sys.platform != "linux", reason="children are forked")

SOME = ALL if DEEP else slice(3, None, 17)
GOOD = {"found", "refused", "harmless"}


def test_stopped_at_any_line_the_next_run_ends_as_if_nothing_had_happened(tmp_path: Path) -> None:
    assert bad(same_world(tmp_path / "w", SOME)) == []


def test_in_a_changed_world_nothing_is_lost_and_nothing_is_given_twice(tmp_path: Path) -> None:
    assert bad(changed_world(tmp_path / "w", SOME)) == []


def test_recovery_itself_may_be_stopped(tmp_path: Path) -> None:
    assert bad(killed_again(tmp_path / "w", *((ALL, ALL) if DEEP else (slice(39, None, 40), slice(3, None, 19))))) == []


@pytest.mark.parametrize("part", range(1, 13) if DEEP else [9])
def test_a_killed_process_leaves_what_was_seen_at_that_line(tmp_path: Path, part: int) -> None:
    """Whoever dies for real leaves no more than what the sweeps take for it."""
    place = tmp_path / "kept"
    seen = moments(World(tmp_path / "w"), place)
    world, line = World(tmp_path / "w"), len(seen) * part // 13
    assert world.killed_at(line)
    assert names(world.folder) == names(place / seen[line - 1])
    assert world.assign() == 0
    assert world.torn() == []


def test_shot_by_the_system_at_any_moment(tmp_path: Path) -> None:
    times, leads = (300, 2000) if DEEP else (2, 200)
    assert bad(shot(tmp_path / "w", times, leads, seed=7)) == []


def test_any_changed_bit_is_found_or_harmless(tmp_path: Path) -> None:
    verdicts = Counter(flipped(tmp_path / "w", 600 if DEEP else 24, 200 if DEEP else 40, seed=7))
    assert verdicts.keys() <= GOOD
    assert verdicts["found"] + verdicts["refused"] > 0


def test_a_ledger_that_was_cut_off_is_never_a_new_one(tmp_path: Path) -> None:
    assert Counter(cut(tmp_path / "w", 60 if DEEP else 6, 40, seed=7)).keys() <= {"found", "refused"}


def test_a_ledger_without_its_log_is_refused_or_as_before_the_run(tmp_path: Path) -> None:
    verdicts = Counter(without_its_log(tmp_path / "w", ALL if DEEP else slice(1, None, 9)))
    assert verdicts.keys() == {"refused", "as before the run"}


def names(folder: Path) -> set[str]:
    """Everything in a folder by its path."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}
