"""Every option on the samples, and the counts that must agree whatever is asked for."""

from __future__ import annotations

import csv
import itertools
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from leadroute.model.manner import Preset
from tests.cli.desk import ROOT, Desk

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

LEADS = ("samples/leads.csv", "samples/leads_gbk.csv", "samples/leads.xlsx")
USUAL = ("--reps", "samples/reps.xlsx", "--rules", "rules.example.yaml", "--now", "2026-11-23T09:00", "--no-ledger")


@pytest.fixture(scope="module")
def on(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A folder with the samples."""
    folder = tmp_path_factory.mktemp("samples")
    shutil.copytree(ROOT / "samples", folder / "samples")
    shutil.copy(ROOT / "rules.example.yaml", folder)
    return Desk(folder)


def _assign(on: Desk, out: Path, *options: str, leads: tuple[str, ...] = LEADS) -> Result:
    return on.run("assign", *leads, *USUAL, "--out", str(out), *options)


@pytest.mark.parametrize(
    ("form", "encoding", "split"),
    [*itertools.product(("xlsx", "csv"), ("utf-8-sig", "utf-8", "gb18030"), ((), ("--split",)))],
)
def test_forms_and_encodings(on: Desk, tmp_path: Path, form: str, encoding: str, split: tuple[str, ...]) -> None:
    result = _assign(on, tmp_path, "--format", form, "--csv-encoding", encoding, *split, "--json", "--all")
    assert result.exit_code == Exit.DONE
    told = json.loads(result.stdout)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(name.split("/")[-1] for name in told["written"])
    if form == "csv":
        rows = _rows(tmp_path / "assigned.csv", encoding)
        assert len(rows) - 1 == told["rows"]
    assert bool(split) == any(path.name.startswith("01_") for path in tmp_path.iterdir())


def _rows(path: Path, encoding: str) -> list[list[str]]:
    return list(csv.reader(path.open(encoding=encoding, newline="")))


@pytest.mark.parametrize("preset", [*Preset])
def test_presets(on: Desk, tmp_path: Path, preset: str) -> None:
    result = _assign(on, tmp_path, "--preset", preset, "--json")
    assert result.exit_code == Exit.DONE
    assert len(_rows(tmp_path / f"{preset}.csv", "utf-8-sig")) > 1


def test_customers_go_to_their_owners(on: Desk, tmp_path: Path) -> None:
    without = json.loads(_assign(on, tmp_path, "--json").stdout)
    result = json.loads(_assign(on, tmp_path, "--json", "--customers", "samples/customers.xlsx").stdout)
    reasons = [{line["reason"] for line in told["reasons"]} for told in (without, result)]
    assert ["customer_owner" in found for found in reasons] == [False, True]
    assert without["rows"] == result["rows"] == 158


def test_encoding_and_sheet_can_be_ordered(on: Desk, tmp_path: Path) -> None:
    gbk = _assign(on, tmp_path, "--json", "--encoding", "gb18030", leads=("samples/leads_gbk.csv",))
    assert json.loads(gbk.stdout)["rows"] == 45
    sheet = _assign(on, tmp_path, "--json", "--sheet", "线索", leads=("samples/leads.xlsx",))
    assert json.loads(sheet.stdout)["rows"] == 38


def test_every_view_counts_the_same(on: Desk, tmp_path: Path) -> None:
    views = [_assign(on, tmp_path, *options) for options in ((), ("--all",), ("--dry-run",), ("--dry-run", "--all"))]
    told = json.loads(_assign(on, tmp_path, "--json").stdout)
    counts = [str(count) for count in told["outcomes"].values() if count]
    for view in views:
        total = next(line for line in view.stdout.splitlines() if line.startswith(" 合计 "))
        assert total.split()[1] == str(told["rows"]) == "158"
        assert set(counts) <= set(total.split())


def test_checking_a_rulebook(on: Desk) -> None:
    assert on.run("check", "rules.example.yaml").stdout == "rules.example.yaml：没有发现错误。\n"
    assert on.run("check", "-q", "rules.example.yaml").stdout == ""
    assert on.run("check", "gone.yaml").exit_code == Exit.NO
