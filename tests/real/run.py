"""Runs of the program on data nobody here wrote, with the rulebooks of ``docs/examples``."""

from __future__ import annotations

import csv
import importlib.util
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from leadroute.cli import app

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT.parent / "shared" / "data"
"""Beside the repository, never in it."""

WITH_DATA = pytest.mark.skipif(not DATA.is_dir(), reason=f"the data is not in {DATA}")

Row = dict[str, str]

_PLAIN = ("--json", "--no-ledger")


@dataclass(frozen=True, slots=True)
class Run:
    """What a run said (``--json``) and where it wrote CSV files."""

    said: dict[str, Any]
    folder: Path

    def outcomes(self) -> dict[str, int]:
        """Rows by outcome, those that had any."""
        return {name: count for name, count in self.said["outcomes"].items() if count}

    def got(self) -> dict[str, int]:
        """Leads of each rep by id, those of own customers among them."""
        return {rep["id"]: rep["got"] + rep["free"] for rep in self.said["reps"]}

    def entitled(self) -> dict[str, float]:
        """What each rep was entitled to."""
        return {rep["id"]: rep["entitled"] for rep in self.said["reps"]}

    def rows(self, name: str) -> list[Row]:
        """The rows of a file it wrote."""
        return table(self.folder / name)


def run(name: str, folder: Path, *leads: str, options: tuple[str, ...] = (), file_format: str = "csv") -> Run:
    """Assign the files of a set by its rulebook; everything must add up."""
    rules, reps = ROOT / "docs" / "examples" / name / "rules.yaml", rosters().make(DATA, folder, name)
    files = [str(DATA / name / lead) for lead in leads]
    out = folder / "out"
    arguments = [
        "assign",
        *files,
        "--reps",
        str(reps),
        "--rules",
        str(rules),
        "--out",
        str(out),
        "--json",
        "--no-ledger",
        *options,
    ]
    result = CliRunner().invoke(app, [*arguments, "--format", file_format])
    assert result.exit_code == 0, result.stderr
    said = json.loads(result.stdout)
    assert said["conserved"]
    assert said["laws_broken"] == []
    return Run(said, out)


def table(path: Path, encoding: str = "utf-8-sig") -> list[Row]:
    """The rows of a CSV file, read by the plainest means there is."""
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def rosters() -> ModuleType:
    """The script that makes the rosters."""
    spec = importlib.util.spec_from_file_location("make_rosters", ROOT / "docs" / "examples" / "make_rosters.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made
