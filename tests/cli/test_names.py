"""Names are data: no path, no formula, no markup, no order to the terminal, in whatever they end."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from leadroute.commands.exits import Exit
from tests.cli.desk import desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.desk import Desk

NAMES = [
    "../../x",
    "/etc/passwd",
    "=cmd()",
    "+1-2",
    "@SUM(A1)",
    "[/]",
    "[red]a[/red]",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202egnp.exe",
    "two\nlines",
    "n" * 300,
    "王" * 300,
    "😀👩‍👩‍👧",
    "'quoted'",
    "History",
    "CON",
    "a:b\\c?d*e[f]",
    "Ann",
    "ANN",
    "{who}{0}%s",
]
RISKY = tuple("=+@\t\r")


def hostile(folder: Path, *, ids: bool) -> Desk:
    """Reps and leads of these names; with ``ids`` the reps' ids are these, too."""
    reps = [[name if ids else f"R{at}", name, "rep@example.com"] for at, name in enumerate(NAMES)]
    leads = [
        [f"L{at}", f"{name} {at}", name, f"1380000{1000 + at}", f"a{at}@example.com", name]
        for at, name in enumerate(NAMES * 2)
    ]
    return (
        desk(folder)
        .put("reps.csv", _csv(["id", "name", "email"], reps))
        .put("leads.csv", _csv(["lead_id", "company", "contact", "phone", "email", "=note"], leads))
    )


def _csv(header: list[str], rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return text.getvalue()


@pytest.mark.parametrize("ids", [False, True])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_screen_shows_no_control(tmp_path: Path, language: str, *, ids: bool) -> None:
    on = hostile(tmp_path, ids=ids)
    on.put("rules.yaml", (tmp_path / "rules.yaml").read_text().replace("language: en", f"language: {language}"))
    result = on.assign("--all")
    assert result.exit_code == Exit.DONE, result.stderr
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", result.stdout)
    assert "[red]" in result.stdout


@pytest.mark.parametrize("ids", [False, True])
def test_every_file_stays_in_the_folder_and_nobody_is_lost(tmp_path: Path, *, ids: bool) -> None:
    on = hostile(tmp_path / "desk", ids=ids)
    assert on.assign("--split").exit_code == Exit.DONE
    assert [path.name for path in tmp_path.iterdir()] == ["desk"]
    made = [path for path in (on.folder / "out").iterdir() if path.name != "assigned.xlsx"]
    assert len({path.name.casefold() for path in made}) == len(NAMES)
    assert sum(_rows(path) for path in made) == 2 * len(NAMES)


def _rows(path: Path) -> int:
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return sum(any(str(cell).startswith("L") and str(cell)[1:].isdigit() for cell in row) for row in sheet)


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(tmp_path: Path) -> None:
    on = hostile(tmp_path, ids=True)
    on.assign()
    with ZipFile(tmp_path / "out" / "assigned.xlsx") as book:
        parts = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")]
    assert not any(re.search(rb"<f[ >]|<hyperlink", part) for part in parts)
    titles = CalamineWorkbook.from_path(tmp_path / "out" / "assigned.xlsx").sheet_names
    assert len({title.casefold() for title in titles}) == len(titles)
    assert all(len(title.encode("utf-16-le")) <= 62 for title in titles)


def test_no_cell_of_a_csv_begins_like_a_formula(tmp_path: Path) -> None:
    hostile(tmp_path, ids=True).assign("--format", "csv", "--split", "--preset", "hubspot")
    for path in (tmp_path / "out").glob("*.csv"):
        cells = [cell for row in csv.reader(path.open(encoding="utf-8-sig", newline="")) for cell in row]
        live = [cell for cell in cells if cell.startswith(RISKY) and not re.fullmatch(r"\+?[0-9 ().-]+", cell)]
        assert live == []


def test_json_gives_the_names_as_they_are(tmp_path: Path) -> None:
    told = json.loads(hostile(tmp_path, ids=False).assign("--json").stdout)
    assert {rep["name"] for rep in told["reps"]} >= {"=cmd()", "[/]", "../../x", "😀👩‍👩‍👧", "n" * 300}


def test_problems_with_hostile_names_take_one_line(tmp_path: Path) -> None:
    on = hostile(tmp_path, ids=True)
    on.put("reps.csv", (tmp_path / "reps.csv").read_text() + '"=cmd()",Other,x@example.com\n')
    result = on.assign()
    assert result.exit_code == Exit.RULES
    assert all(line.isprintable() for line in result.stderr.splitlines())
