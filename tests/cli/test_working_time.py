"""Working time in a run: due times are counted in it, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.cli.desk import LEADS, REPS, RULES, desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.desk import Desk

WORKED = RULES + "working_time: {holidays: CN}\noutput: {due: 4h}\n"
PLAIN = RULES + "output: {due: 4h}\n"


def at(tmp_path: Path, rules: str) -> Desk:
    return desk(tmp_path).put("leads.csv", LEADS).put("reps.csv", REPS).put("rules.yaml", rules)


def given(tmp_path: Path) -> list[dict[object, object]]:
    """The rows of all reps' sheets, in the order of the sheets."""
    (file,) = (tmp_path / "out").glob("*.xlsx")
    rows = [[*sheet.iter_rows(values_only=True)] for sheet in load_workbook(file).worksheets]
    return [dict(zip(head, row, strict=True)) for head, *body in rows if "First call due" in head for row in body]


@pytest.mark.parametrize(
    ("rules", "now", "due"),
    [
        (PLAIN, "2026-11-27T17:00", "2026-11-27 21:00"),
        (WORKED, "2026-11-27T17:00", "2026-11-30 12:00"),
        (WORKED, "2026-09-30T17:00", "2026-10-08 12:00"),
        (WORKED, "2026-10-09T17:00", "2026-10-10 12:00"),
        (WORKED.replace("4h", "1d"), "2026-11-23T09:00", "2026-11-23 18:00"),
        (WORKED.replace("output: {due: 4h}\n", ""), "2026-11-23T10:00", "2026-11-24 10:00"),
    ],
)
def test_when_the_first_call_is_due(tmp_path: Path, rules: str, now: str, due: str) -> None:
    result = at(tmp_path, rules).assign("--now", now, "--out", "out")
    assert result.exit_code == 0, result.stderr
    assert {f"{row['First call due']:%Y-%m-%d %H:%M}" for row in given(tmp_path)} == {due}


def test_who_gets_what_does_not_depend_on_working_time(tmp_path: Path) -> None:
    rows = []
    for name, rules in (("plain", PLAIN), ("worked", WORKED)):
        folder = tmp_path / name
        folder.mkdir()
        at(folder, rules).assign("--now", "2026-11-28T03:00", "--out", "out")
        rows.append([{key: cell for key, cell in row.items() if key != "First call due"} for row in given(folder)])
    assert rows[0] == rows[1] != []


def test_a_due_time_counted_through_a_year_that_is_not_published_is_told(tmp_path: Path) -> None:
    # Kazakhstan moved working days in 2025 and none in 2026.
    rules = WORKED.replace("CN", "KZ")
    assert "LR338" in at(tmp_path, rules).assign("--dry-run").stdout
    assert "LR338" not in at(tmp_path, rules).assign("--dry-run", "--now", "2025-11-24T09:00").stdout
    nobody = rules.replace("present: true", "present: false")
    assert "LR338" not in at(tmp_path, nobody).assign("--dry-run").stdout
