"""Killed at any moment, the daily run leaves a file in the inbox undecided, or decided and archived by the next."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.ledger.inbox_world import InboxWorld
from tests.ledger.sweeps import DEEP, bad, changed_world, same_world

if TYPE_CHECKING:
    from pathlib import Path

SOME = slice(None) if DEEP else slice(2, None, 11)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork") or sys.platform != "linux", reason="children are forked")


def test_stopped_at_any_line_the_next_run_ends_as_if_nothing_had_happened(tmp_path: Path) -> None:
    assert bad(same_world(tmp_path / "w", SOME, InboxWorld)) == []


def test_in_a_changed_world_nothing_is_lost_and_nothing_is_given_twice(tmp_path: Path) -> None:
    assert bad(changed_world(tmp_path / "w", SOME, InboxWorld)) == []
