"""Results appear complete or not at all, never over what they were made from, the same bytes for the same inputs."""

from __future__ import annotations

import json
import resource
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import LEADS, NOW, REPS, ZH, codes, desk, environment, first

if TYPE_CHECKING:
    from pathlib import Path

OUT = ("--out", "out")
EVERY = [
    (),
    ("--split",),
    ("--format", "csv"),
    ("--format", "csv", "--csv-encoding", "gb18030", "--split"),
    ("--preset", "hubspot"),
    ("--preset", "salesforce", "--format", "csv", "--split"),
]


@pytest.mark.parametrize(
    ("out", "code", "said"),
    [
        ("reps.csv", "LR610", "reps.csv is not a folder"),
        ("reps.csv/out", "LR610", "reps.csv/out is not a folder"),
        ("x" * 300, "LR613", "the file name is too long"),
        ("长" * 100, "LR613", "the file name is too long"),
        ("/proc/nowhere/out", "LR614", "could not be written"),
        ("/dev/null/out", "LR610", "is not a folder"),
        ("gone", "LR610", "gone is not a folder"),
    ],
)
def test_an_output_folder_that_cannot_be(tmp_path: Path, out: str, code: str, said: str) -> None:
    on = desk(tmp_path)
    (tmp_path / "gone").symlink_to("nowhere")
    before = on.files()
    result = on.assign("--out", out)
    assert result.exit_code == Exit.OUTPUT
    assert f"error {code}: " in first(result)
    assert said in first(result)
    assert "hint: " in result.stderr
    assert on.files() == before


def test_the_same_in_chinese(tmp_path: Path) -> None:
    result = desk(tmp_path).put("rules.yaml", ZH).assign("--out", "reps.csv")
    assert first(result) == "reps.csv: 错误 LR610：reps.csv 不是文件夹，无法在其中写文件"


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    on = desk(tmp_path).put("out/assigned.xlsx/mine.txt", "mine")
    before = on.files()
    result = on.assign()
    assert (result.exit_code, "error LR615: " in first(result)) == (Exit.OUTPUT, True)
    assert on.files() == before


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    on = desk(tmp_path).put("victim", "mine").put("out/old.txt", "")
    (tmp_path / "out" / "assigned.xlsx").symlink_to("../victim")
    assert on.assign().exit_code == Exit.DONE
    assert (tmp_path / "victim").read_text() == "mine"
    assert not (tmp_path / "out" / "assigned.xlsx").is_symlink()


def test_results_are_private(tmp_path: Path) -> None:
    desk(tmp_path).assign("--split", "--preset", "zoho")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").iterdir()}
    assert modes == {0o640}


@pytest.mark.parametrize(
    "options",
    [
        ("--out", "out", "leads"),
        ("--reps", "out/assigned.xlsx"),
        ("--customers", "out/assigned.xlsx"),
    ],
)
def test_a_result_never_takes_the_place_of_an_input(tmp_path: Path, options: tuple[str, ...]) -> None:
    table = {"--reps": REPS, "--customers": "company,owner\nAcme,R1\n"}.get(options[0], LEADS)
    on = desk(tmp_path).put("out/keep.txt", "").xlsx("out/assigned.xlsx", table)
    before = on.files()
    result = on.assign(*options[:2], leads=("out/assigned.xlsx" if options[0] == "--out" else "leads.csv",))
    assert (result.exit_code, "error LR617: " in first(result)) == (Exit.OUTPUT, True)
    assert on.files() == before


@pytest.mark.parametrize(
    "broken",
    [("leads.csv", ""), ("reps.csv", ""), ("rules.yaml", "leadroute: 1\n"), ("leads.csv", "a,b\n1,2\n")],
)
def test_a_failing_run_leaves_earlier_results_as_they_were(tmp_path: Path, broken: tuple[str, str]) -> None:
    on = desk(tmp_path)
    assert on.assign("--split").exit_code == Exit.DONE
    on.put(*broken)
    before = on.files()
    assert on.assign("--split").exit_code in {Exit.INPUT, Exit.RULES}
    assert on.files() == before


def _full(limit: int, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run where no file may grow beyond ``limit`` bytes: what a full disk does, without one."""

    def smaller() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [sys.executable, "-m", "leadroute", "assign", "leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml"]
    return subprocess.run(
        [*command, *NOW, "--no-ledger", *options],
        cwd=folder,
        env=environment({"PYTHONDONTWRITEBYTECODE": "1"}),
        preexec_fn=smaller,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("options", [(), ("--format", "csv"), ("--split",)])
def test_a_disk_that_is_full_changes_nothing(tmp_path: Path, options: tuple[str, ...]) -> None:
    on = desk(tmp_path).put("out/assigned.xlsx", "old").put("out/assigned.csv", "old")
    before = on.files()
    result = _full(100, tmp_path, *options)
    assert result.returncode == Exit.OUTPUT, result.stderr
    assert "error LR61" in result.stderr.splitlines()[0]
    assert on.files() == before


@pytest.mark.parametrize("options", EVERY)
def test_a_dry_run_shows_the_same_and_writes_nothing(tmp_path: Path, options: tuple[str, ...]) -> None:
    on = desk(tmp_path)
    before = on.files()
    dry = on.assign(*options, "--dry-run")
    assert on.files() == before
    assert not (tmp_path / "out").exists()
    wet = on.assign(*options)
    assert dry.exit_code == wet.exit_code == Exit.DONE
    tables = [shown.stdout.split("leads assigned")[0] for shown in (dry, wet)]
    assert tables[0] == tables[1]


@pytest.mark.parametrize("options", EVERY)
def test_the_same_inputs_give_the_same_bytes(tmp_path: Path, options: tuple[str, ...]) -> None:
    on = desk(tmp_path)
    runs = [on.assign(*options, "--json", "--out", "out") for _ in range(2)]
    assert runs[0].stdout == runs[1].stdout
    results = []
    for folder in ("one", "two"):
        assert on.assign(*options, "--out", folder).exit_code == Exit.DONE
        results.append({path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()})
    assert results[0] == results[1]


def test_results_of_an_earlier_run_are_pointed_out(tmp_path: Path) -> None:
    on = desk(tmp_path)
    on.assign("--split", *OUT)
    assert codes(on.assign("--split", "--json", *OUT)) == []
    assert codes(on.assign("--json", *OUT)) == ["LR618"]


def test_json_says_what_the_screen_says(tmp_path: Path) -> None:
    on = desk(tmp_path)
    told = json.loads(on.assign("--json", "--dry-run").stdout)
    assert (told["rows"], told["outcomes"]["assigned"], told["dry_run"], told["written"]) == (3, 3, True, [])
    assert "3 leads assigned, 3 rows read." in on.assign("--dry-run").stdout
    assert json.loads(on.assign("--json").stdout)["written"] == ["out/assigned.xlsx"]


def test_quiet_says_nothing_unless_something_is_wrong(tmp_path: Path) -> None:
    on = desk(tmp_path)
    assert (on.assign("-q").stdout, on.assign("-q").stderr) == ("", "")
    assert (tmp_path / "out" / "assigned.xlsx").exists()
    assert "LR003" in on.put("leads.csv", "").assign("-q").stderr
