"""The daily run: what comes into an inbox is decided once, archived once, and told in one line."""

from __future__ import annotations

import hashlib
import json
import os
import time
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import RULES, ZH
from tests.cli.jobs import BEGUN, HEAD, JOB, A, B, arrive, names, office, run, told

if TYPE_CHECKING:
    from pathlib import Path

RESULTS = ["assigned.csv", "duplicates.csv", "open_pool.csv", "problems.csv", "review.csv", "summary.csv"]


def test_a_day(tmp_path: Path) -> None:
    at = office(tmp_path, a10=B, a2=A)
    result = run(at)
    assert (result.exit_code, result.stderr) == (Exit.DONE, BEGUN)
    assert result.stdout == "run 1: 2 files, 4 rows (assigned 4), results in out/2026-11-23\n"
    archived = ["done/2026-11-23/a10.csv", "done/2026-11-23/a2.csv"]
    assert names(at) == [*archived, *(f"out/2026-11-23/{name}" for name in RESULTS)]
    assert at.files()["out/2026-11-23/assigned.csv"].find(b"L1") < at.files()["out/2026-11-23/assigned.csv"].find(b"L3")


def test_an_empty_inbox_is_no_trouble_and_leaves_no_trace(tmp_path: Path) -> None:
    at = office(tmp_path)
    result = run(at)
    assert (result.exit_code, result.stdout, result.stderr) == (Exit.DONE, "nothing in the inbox to be decided\n", "")
    assert sorted(at.files()) == ["job.yaml", "leads.csv", "reps.csv", "rules.yaml", "run.log"]


def test_a_chinese_office_is_told_in_chinese(tmp_path: Path) -> None:
    at = office(tmp_path, rules=ZH, a=A)
    arrive(at, "b.csv.part", B)
    left = "；留在收件箱：inbox/b.csv.part（临时文件）\n"
    assert run(at, "-n").stdout == ("试算，什么也不写：1 个文件，2 行（已分配 2），结果将在 out/2026-11-23" + left)
    assert run(at).stdout == "第 1 批：1 个文件，2 行（已分配 2），结果在 out/2026-11-23" + left
    assert run(at).stdout == "收件箱里没有要分配的文件" + left


def test_the_log_has_one_line_a_run(tmp_path: Path) -> None:
    at = office(tmp_path, a=A, b="no header here\n")
    at.put("job.yaml", JOB + "bad_files: skip\n")
    run(at)
    run(at, "-q")
    first, second = map(json.loads, (tmp_path / "run.log").read_text(encoding="ascii").splitlines())
    assert first.pop("seconds") >= 0
    assert first == {
        "format_version": "1.0",
        "now": "2026-11-23T09:00:00+08:00",
        "job": "job.yaml",
        "exit": 3,
        "dry_run": False,
        "run": 1,
        "out": "out/2026-11-23",
        "files": [
            {
                "file": "inbox/a.csv",
                "sha256": hashlib.sha256(A.encode()).hexdigest(),
                "rows": 2,
                "run": 1,
                "archived": "done/2026-11-23/a.csv",
            }
        ],
        "left": [{"file": "inbox/b.csv", "why": "bad"}],
        "rows": 2,
        "outcomes": {"assigned": 2, "pooled": 0, "review": 0, "duplicate": 0, "invalid": 0, "archived": 0},
        "gates": [],
        "diagnostics": {"LR021": 1, "LR722": 1, "LR790": 1},
    }
    assert (second["exit"], second["run"], second["files"]) == (3, None, [])


def test_json_is_the_line_of_the_log(tmp_path: Path) -> None:
    at = office(tmp_path, a=A)
    printed = run(at, "--json").stdout
    assert printed == (tmp_path / "run.log").read_text(encoding="ascii")


def test_a_line_after_one_that_was_cut_begins_anew(tmp_path: Path) -> None:
    at = office(tmp_path).put("run.log", '{"cut": ')
    run(at)
    cut, whole = (tmp_path / "run.log").read_text(encoding="ascii").splitlines()
    assert cut == '{"cut": '
    assert json.loads(whole)["exit"] == 0


def test_a_log_that_cannot_be_written_is_told_and_the_run_stands(tmp_path: Path) -> None:
    at = office(tmp_path, a=A)
    (tmp_path / "run.log").mkdir()
    result = run(at, "-q")
    assert (result.exit_code, result.stdout) == (Exit.OUTPUT, "")
    assert result.stderr == BEGUN + (
        "run.log: error LR794: the log could not be written: Is a directory; the run itself stands\n"
        "hint: see that the log of the job file can be written\n"
    )
    assert "done/2026-11-23/a.csv" in names(at)


def test_the_log_tells_nothing_about_people(tmp_path: Path) -> None:
    at = office(tmp_path, "split: true", a=A)
    run(at)
    log = (tmp_path / "run.log").read_text(encoding="ascii")
    assert [word for word in ("Ann", "Bob", "Acme", "1380000", "Al") if f'"{word}' in log or f" {word}" in log] == []


def test_a_second_run_of_a_day_has_a_folder_of_its_own(tmp_path: Path) -> None:
    at = office(tmp_path, a=A)
    run(at)
    before = at.files()
    arrive(at, "a.csv", B)
    assert run(at).stdout == "run 2: 1 files, 2 rows (assigned 2), results in out/2026-11-23-2\n"
    after = at.files()
    assert {name: after[name] for name in before if name.startswith(("out", "done"))} == {
        name: data for name, data in before.items() if name.startswith(("out", "done"))
    }
    assert after["done/2026-11-23/a-2.csv"].decode() == B


def test_an_empty_folder_of_the_day_is_used(tmp_path: Path) -> None:
    at = office(tmp_path, a=A)
    (tmp_path / "out" / "2026-11-23").mkdir(parents=True)
    at.put("out/2026-11-24", "a file where a folder should be")
    assert told(at)["out"] == "out/2026-11-23"
    arrive(at, "b.csv", B)
    assert told(at, now="2026-11-24T09:00")["out"] == "out/2026-11-24-2"


def test_the_same_file_again_is_archived_and_changes_nothing(tmp_path: Path) -> None:
    at = office(tmp_path, a=A)
    run(at)
    arrive(at, "a.csv", A, when=1_700_000_500)
    assert run(at).stdout == "1 files, 2 rows (duplicate 2), nothing new\n"
    assert [name for name in names(at) if name.startswith(("inbox", "done"))] == [
        "done/2026-11-23/a-2.csv",
        "done/2026-11-23/a.csv",
    ]
    assert told(at)["files"] == []


@pytest.mark.parametrize(
    ("name", "age", "why"),
    [
        ("b.csv", 5, "fresh"),
        ("b.csv", -600, "fresh"),
        ("b.csv.part", 3600, "temporary"),
        ("b.csv.TMP", 3600, "temporary"),
        ("~$b.xlsx", 3600, "temporary"),
        ("b.csv~", 3600, "temporary"),
    ],
)
def test_a_file_that_may_still_be_written_is_left_and_told(tmp_path: Path, name: str, age: int, why: str) -> None:
    at = office(tmp_path, a=A)
    arrive(at, name, B, when=time.time() - age)
    line = told(at)
    assert line["left"] == [{"file": f"inbox/{name}", "why": why}]
    assert [one["file"] for one in line["files"]] == ["inbox/a.csv"]
    assert (tmp_path / "inbox" / name).exists()


@pytest.mark.parametrize("age", [61, -90_000])
def test_a_file_that_is_old_or_has_a_wrong_date_is_taken(tmp_path: Path, age: int) -> None:
    at = office(tmp_path)
    arrive(at, "b.csv", B, when=time.time() - age)
    assert told(at)["run"] == 1


def test_hidden_files_and_folders_are_not_of_the_inbox(tmp_path: Path) -> None:
    at = office(tmp_path)
    arrive(at, ".b.csv", B)
    (tmp_path / "inbox" / "sub.csv").mkdir()
    assert told(at)["left"] == []
    at.put("job.yaml", JOB.replace("inbox/*", "inbox"))
    arrive(at, ".~lock.c.ods#", B)
    arrive(at, "readme.md", B)
    assert told(at)["left"] == [
        {"file": "inbox/.b.csv", "why": "temporary"},
        {"file": "inbox/.~lock.c.ods#", "why": "temporary"},
        {"file": "inbox/readme.md", "why": "no_table"},
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among files")
def test_a_link_and_a_pipe_are_left(tmp_path: Path) -> None:
    at = office(tmp_path).put("elsewhere.csv", A)
    (tmp_path / "inbox" / "link.csv").symlink_to(tmp_path / "elsewhere.csv")
    os.mkfifo(tmp_path / "inbox" / "pipe.csv")
    assert [one["why"] for one in told(at)["left"]] == ["special", "special"]


def test_files_of_the_job_are_no_leads(tmp_path: Path) -> None:
    rules = RULES.replace("company: {present: true}", "company: {in_table: {file: table.csv, column: firm}}")
    at = office(tmp_path, rules=rules).put("job.yaml", JOB.replace("inbox/*", '["*.*", "**/*.csv"]'))
    at.put("table.csv", "firm\nAcme\n").put("customers.csv", "company,owner\nAcme,Ann\n")
    at.put("job.yaml", JOB.replace("inbox/*", '["*.*", "**/*.csv"]') + "customers: customers.csv\n")
    for path in tmp_path.glob("*.*"):
        os.utime(path, (1, 1))
    line = told(at)
    assert [one["file"] for one in line["files"]] == ["leads.csv"]
    own = ["customers.csv", "job.yaml", "reps.csv", "rules.ledger", "rules.yaml", "table.csv"]
    assert [one["file"] for one in line["left"] if one["why"] == "own" and one["file"] in own] == own
    assert {one["why"] for one in line["left"]} == {"own"}
    assert told(at)["files"] == []  # neither what was archived nor what was written


def test_paths_may_be_absolute_and_the_job_elsewhere(tmp_path: Path) -> None:
    at = office(tmp_path / "office", a=A)
    (tmp_path / "share").mkdir()
    (at.folder / "inbox" / "a.csv").rename(tmp_path / "share" / "a.csv")
    job = JOB.replace("inbox/*", f"{tmp_path}/share/a.csv").replace("archive: done", f"archive: {tmp_path}/share/done")
    at.put("job.yaml", job)
    result = at.run("run", str(at.folder / "job.yaml"), "--json", "--now", "2026-11-23")
    (file,) = json.loads(result.stdout)["files"]
    assert (file["file"], file["archived"]) == (f"{tmp_path}/share/a.csv", f"{tmp_path}/share/done/2026-11-23/a.csv")
    assert told(at)["files"] == []  # it did not come today


def test_options_of_assign_stand_in_the_job(tmp_path: Path) -> None:
    table = HEAD + "L1,,,13800001234\nL2,Beta,,x\n"
    at = office(tmp_path, "on_bad_row: quarantine", "preset: hubspot", "csv_encoding: gb18030", "ledger: my.db")
    arrive(at, "a.csv", table.encode("utf-16"))
    at.put("job.yaml", (tmp_path / "job.yaml").read_text(encoding="utf-8") + "encoding: utf-16\nsplit: yes\n")
    line = told(at)
    assert line["outcomes"]["invalid"] == 1
    assert (tmp_path / "my.db").exists()
    assert {"out/2026-11-23/hubspot.csv", "out/2026-11-23/failed_rows.csv"} <= set(names(at))


def test_a_dry_run_moves_and_writes_nothing(tmp_path: Path) -> None:
    at = office(tmp_path, a=A)
    before = at.files()
    shown = run(at, "--dry-run")
    assert shown.stdout == (
        "dry run, nothing is written: 1 files, 2 rows (assigned 2), results would be in out/2026-11-23\n"
    )
    assert at.files() == before
    run(at)
    arrive(at, "a.csv", A, when=1)
    assert run(at, "-n").stdout == "dry run, nothing is written: 1 files, 2 rows (duplicate 2), nothing new\n"


def test_quiet_says_nothing_when_all_is_well_but_that_a_ledger_is_new(tmp_path: Path) -> None:
    at = office(tmp_path, a=A)
    arrive(at, "b.csv", B, when=time.time())
    for said in (BEGUN, ""):
        result = run(at, "-q")
        assert (result.exit_code, result.output) == (Exit.DONE, said)
