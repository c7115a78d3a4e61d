"""Cells come back as they went in, whatever they hold: the measurement of ``benchmarks``, held to all of them."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.desk import ROOT

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("roundtrip", ROOT / "benchmarks" / "reliability_roundtrip.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


SCRIPT = _script()


@pytest.mark.parametrize("way", SCRIPT.WAYS, ids=lambda way: way.name)
def test_every_cell_comes_back_as_it_went_in(tmp_path: Path, way: object) -> None:
    outcome = SCRIPT.round_trip(way, tmp_path)
    assert outcome.differing == ()
    assert outcome.cells > 0
