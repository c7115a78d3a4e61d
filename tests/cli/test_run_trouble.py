"""The daily run when something is wrong: gates, bad files, kills, an archive nobody may write, a lock."""

from __future__ import annotations

import errno
import json
import os
import shutil
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from leadroute.commands.exits import Exit
from leadroute.commands.job import Posted, read_job
from leadroute.commands.run import Means
from leadroute.commands.run import run as run_job
from leadroute.files import archive
from leadroute.files.archive import put_away
from tests.cli.desk import RULES, ZH, Desk
from tests.cli.jobs import HEAD, JOB, OLD, A, B, arrive, names, office, run, told

if TYPE_CHECKING:
    from leadroute.commands.archiving import Move
    from leadroute.commands.ended import Ended
    from leadroute.files.inbox import Arrival
    from leadroute.model.diagnostic import Diagnostic

NOBODY = RULES.replace("assign: team", "open_pool: true")
DAY = datetime(2026, 11, 23, 1, tzinfo=UTC)
BAD = "no header here\n"


def posted(at: Desk) -> Posted:
    """The job of a desk."""
    found = read_job(at.folder / "job.yaml")
    assert isinstance(found, Posted)
    return found


def moved(at: Desk, move: Move, tell: list[str] | None = None) -> Ended:
    """Run the job with somebody else moving files."""

    def clock(zone: tzinfo) -> datetime:
        return DAY.astimezone(zone)

    steps: list[str] = [] if tell is None else tell
    return run_job(posted(at), Means(clock, DAY, steps.append, move))


def test_a_gate_stops_everything(tmp_path: Path) -> None:
    at = office(tmp_path, "fail_on: [invalid > 9, unassigned > 5%]", rules=NOBODY, a=A)
    result = run(at)
    assert result.exit_code == Exit.NO
    assert result.stdout == "nothing assigned: 1 files, 2 rows (open pool 2) are above the gate unassigned > 5%\n"
    assert result.stderr.startswith("error LR760: unassigned leads: 2 of 2 (100.0%), above the gate")
    assert names(at) == ["inbox/a.csv"]
    line = told(at)
    assert line["gates"] == [{"gate": "unassigned > 5%", "count": 2, "rows": 2}]
    assert (line["run"], line["out"], line["diagnostics"]["LR760"]) == (None, None, 1)
    quiet = run(at, "-q")
    assert (quiet.exit_code, quiet.stdout) == (Exit.NO, "")
    assert "LR760" in quiet.stderr


def test_too_many_bad_rows_stop_everything(tmp_path: Path) -> None:
    at = office(tmp_path, "max_bad: 10%", "bad_files: skip", a=A, b=HEAD + ",,,1\nL9,,,2\n")
    result = run(at)
    assert (result.exit_code, result.stdout) == (Exit.INPUT, "")
    assert "LR571" in result.stderr
    assert names(at) == ["inbox/a.csv", "inbox/b.csv"]


@pytest.mark.parametrize(
    ("rules", "text"),
    [
        (
            RULES,
            (
                "error LR791: this file cannot be read, so nothing was decided; all files stay in the inbox\n"
                "hint: mend it, export it anew or take it away; to decide the others meanwhile write bad_files: skip "
                "in the job file\n"
            ),
        ),
        (
            ZH,
            (
                "错误 LR791：这个文件无法读取，所以这次什么也没有分配；文件都留在收件箱里\n"
                "建议：修好、重新导出，或者移走；要先分其他文件，在任务文件里写 bad_files: skip\n"
            ),
        ),
    ],
)
def test_a_bad_file_stops_the_run_by_default(tmp_path: Path, rules: str, text: str) -> None:
    at = office(tmp_path, rules=rules, a=A, b=BAD)
    result = run(at)
    assert (result.exit_code, result.stdout) == (Exit.INPUT, "")
    assert result.stderr.startswith("inbox/b.csv")
    assert result.stderr.endswith(f"inbox/b.csv: {text}")
    assert names(at) == ["inbox/a.csv", "inbox/b.csv"]


@pytest.mark.parametrize(
    ("rules", "text"),
    [
        (
            RULES,
            (
                "warning LR790: this file cannot be read and stays in the inbox; the others went on without it "
                "(bad_files: skip)\nhint: mend it, export it anew or take it away; until then every run ends with 3\n"
            ),
        ),
        (
            ZH,
            (
                "警告 LR790：这个文件无法读取，留在收件箱里；其他文件不受影响（bad_files: skip）\n"
                "建议：修好、重新导出，或者移走；在那之前每次运行都会以 3 结束\n"
            ),
        ),
    ],
)
def test_a_bad_file_may_be_skipped_and_is_told_every_time(tmp_path: Path, rules: str, text: str) -> None:
    at = office(tmp_path, "bad_files: skip", rules=rules, a=A, b=BAD)
    for _ in range(2):
        result = run(at, "-q")
        assert (result.exit_code, result.stdout) == (Exit.INPUT, "")
        assert f"\ninbox/b.csv: {text}" in result.stderr
        assert names(at)[0] == "done/2026-11-23/a.csv"
        assert "inbox/b.csv" in names(at)


def test_a_wrong_roster_is_no_bad_file(tmp_path: Path) -> None:
    at = office(tmp_path, "bad_files: skip", a=A).put("reps.csv", "id,name\n")
    assert told(at)["exit"] == Exit.RULES
    at.put("rules.yaml", "leadroute: 1\n")
    line = told(at)
    assert (line["exit"], line["now"], line["diagnostics"]) == (Exit.RULES, None, {"LR202": 1})
    assert names(at) == ["inbox/a.csv"]


def test_killed_before_the_archive_the_next_start_only_archives(tmp_path: Path) -> None:
    at = office(tmp_path, a=A, b=B)

    def die(_: Arrival, __: Path) -> Path:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        moved(at, die)
    results = {name: data for name, data in at.files().items() if name.startswith("out/")}
    assert names(at) == ["inbox/a.csv", "inbox/b.csv", *results]
    arrive(at, "c.csv", HEAD + "L9,Theta,Th,13800001239\n")
    result = run(at, now="2026-11-24T09:00")
    assert result.exit_code == Exit.DONE
    assert result.stdout == (
        "run 2: 1 files, 1 rows (assigned 1), results in out/2026-11-24; "
        "2 files decided earlier (run 1) are only archived\n"
    )
    assert result.stderr == "".join(
        f"inbox/{name}.csv: warning LR788: run 1 decided this file and could not archive it; it is not decided again, "
        "only archived\nhint: nothing to do; see why that run ended early (power, a kill, an archive that could not "
        "be written)\n"
        for name in "ab"
    )
    put = ["done/2026-11-23/a.csv", "done/2026-11-23/b.csv", "done/2026-11-24/c.csv"]
    assert names(at)[:3] == put
    assert {name: at.files()[name] for name in results} == results


def test_killed_between_two_files_only_the_second_is_archived_late(tmp_path: Path) -> None:
    at = office(tmp_path, rules=ZH, a=A, b=B)

    def die(one: Arrival, folder: Path) -> Path | Diagnostic:
        if one.name == "inbox/b.csv":
            raise KeyboardInterrupt
        return put_away(one, folder)

    with pytest.raises(KeyboardInterrupt):
        moved(at, die)
    result = run(at)
    assert result.stdout == "1 个文件以前已分配（第 1 批），不再分配，只归档\n"
    assert result.stderr == (
        "inbox/b.csv: 警告 LR788：这个文件已由第 1 批分配，当时没来得及归档；这次不再分配，只归档\n"
        "建议：不用处理；看一下那次为什么中断（断电、强行结束、归档文件夹不能写）\n"
    )
    assert names(at)[:2] == ["done/2026-11-23/a.csv", "done/2026-11-23/b.csv"]
    assert run(at).stderr == ""


def test_a_run_taken_back_leaves_its_files_undecided(tmp_path: Path) -> None:
    at = office(tmp_path, a=A)
    run(at)
    at.run("undo", "1", "--rules", "rules.yaml", "--yes", "--now", "2026-11-23T10:00")
    (tmp_path / "done/2026-11-23/a.csv").rename(tmp_path / "inbox/a.csv")
    line = told(at, now="2026-11-23T11:00")
    assert (line["run"], line["outcomes"]["assigned"]) == (3, 2)
    (tmp_path / "done/2026-11-23/a.csv").rename(tmp_path / "inbox/a.csv")
    assert told(at, now="2026-11-23T12:00")["files"][0]["run"] == 3  # put back by hand: decided once is decided


def test_an_archive_that_cannot_be_written_is_told_and_tried_again(tmp_path: Path) -> None:
    at = office(tmp_path, a=A).put("done", "a file where a folder should be")
    told(at)
    for _ in range(2):
        result = run(at, "-q")
        assert result.exit_code == Exit.OUTPUT
        assert result.stderr.startswith(
            "inbox/a.csv: error LR789: it is decided and recorded, but could not be moved to "
        )
        assert "done/2026-11-23: " in result.stderr
        assert result.stderr.split("\n")[1] == (
            "hint: make the folder writable; the next run moves the file and does not decide it again"
        )
    (tmp_path / "done").unlink()
    assert run(at).stdout == "1 files decided earlier (run 1) are only archived\n"
    assert names(at)[0] == "done/2026-11-23/a.csv"


def test_a_file_that_changes_while_it_is_read_is_left(tmp_path: Path) -> None:
    at = office(tmp_path, a=A, b=B)

    class Writer(list[str]):
        def append(self, step: str) -> None:
            if step == "step.decide" and not self:
                super().append(step)
                arrive(at, "b.csv", B + "L5,Eta,Et,13800001238\n")

    ended = moved(at, put_away, Writer())
    assert [(one.file, one.why.value) for one in ended.left] == [("inbox/b.csv", "changed")]
    assert ended.exit == Exit.DONE
    assert told(at)["outcomes"]["assigned"] == 3


def test_a_file_that_goes_away_while_it_is_read_leaves_nothing_to_do(tmp_path: Path) -> None:
    at = office(tmp_path, a=A)

    class Thief(list[str]):
        def append(self, step: str) -> None:
            if step == "step.decide":
                (tmp_path / "inbox" / "a.csv").unlink()

    ended = moved(at, put_away, Thief())
    assert [one.why.value for one in ended.left] == ["changed"]
    assert (ended.exit, ended.result) == (Exit.DONE, None)


@pytest.mark.parametrize("after", [False, True])
def test_a_newer_file_of_the_same_name_is_never_archived_unread(tmp_path: Path, *, after: bool) -> None:
    """It may come before the move, or in the very moment of it."""
    at = office(tmp_path, a=A)

    def late(one: Arrival, folder: Path) -> Path | Diagnostic:
        if after:
            (folder / "a.csv").parent.mkdir(parents=True)
            went = archive._move  # noqa: SLF001 - the moment cannot be hit from outside

            def swapped(arrival: Arrival, target: Path) -> None:
                went(arrival, target)
                target.write_text(B, encoding="utf-8")

            archive._move = swapped  # noqa: SLF001 - see above
            try:
                return put_away(one, folder)
            finally:
                archive._move = went  # noqa: SLF001 - see above
        arrive(at, "a.csv", B, when=OLD + 1)
        return put_away(one, folder)

    ended = moved(at, late)
    assert [note.code for note in ended.worth_telling] == ["LR722", "LR792"]
    assert at.files()["inbox/a.csv"].decode() == B
    os.utime(tmp_path / "inbox" / "a.csv", (OLD, OLD + 1))
    assert told(at)["outcomes"]["assigned"] == 2


@pytest.mark.parametrize("torn", [False, True])
def test_an_archive_on_another_disk_is_copied_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, torn: bool
) -> None:
    at, rename, copy = office(tmp_path, a=A), Path.rename, shutil.copy2

    def other_disk(self: Path, target: Path) -> Path:
        if self.parent != target.parent:
            raise OSError(errno.EXDEV, "other disk")
        return rename(self, target)

    def tears(source: Path, target: Path) -> None:
        copy(source, target)
        if torn:
            target.write_text("half", encoding="utf-8")

    monkeypatch.setattr(Path, "rename", other_disk)
    monkeypatch.setattr(shutil, "copy2", tears)
    line = told(at)
    assert line["files"][0]["archived"] == (None if torn else "done/2026-11-23/a.csv")
    assert [name for name in names(at) if not name.startswith("out")] == [
        "inbox/a.csv" if torn else "done/2026-11-23/a.csv"
    ]


def test_another_run_holds_the_ledger(tmp_path: Path) -> None:
    at = office(tmp_path, a=A)
    run(at)
    with FileLock(tmp_path / "rules.ledger.lock"):
        result = run(at, "-q")
    assert result.exit_code == Exit.BUSY
    assert "LR709" in result.stderr
    last = json.loads((tmp_path / "run.log").read_text(encoding="ascii").splitlines()[-1])
    assert (last["exit"], last["now"], last["diagnostics"]) == (75, "2026-11-23T09:00:00+08:00", {"LR709": 1})


@pytest.mark.parametrize(
    ("inbox", "folder"), [("in_box/*.csv", "in_box"), ("in_box", "in_box"), ("none/leads.csv", "none")]
)
def test_an_inbox_that_is_not_there_is_told(tmp_path: Path, inbox: str, folder: str) -> None:
    at = office(tmp_path).put("job.yaml", JOB.replace("inbox/*", inbox))
    result = run(at, "-q")
    assert result.exit_code == Exit.INPUT
    assert result.stderr == (
        f"{folder}: error LR793: the folder of the inbox {inbox} cannot be opened: No such file or directory\n"
        "hint: check inbox in the job file; if it is on a network drive, check that the drive is there\n"
    )


def test_a_job_that_is_not_there(tmp_path: Path) -> None:
    result = office(tmp_path).run("run", "jop.yaml")
    assert (result.exit_code, result.stdout) == (Exit.RULES, "")
    assert result.stderr.startswith("jop.yaml: ")
    assert "job.yaml" in result.stderr


def test_a_file_that_somebody_holds_open_is_archived_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows while Excel has it."""
    at = office(tmp_path, a=A)

    def held(_: Path, __: Path) -> Path:
        raise PermissionError(errno.EACCES, "held")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", held)
        line = told(at)
    assert (line["exit"], line["run"], line["diagnostics"]["LR789"]) == (Exit.OUTPUT, 1, 1)
    assert told(at)["files"][0]["archived"] == "done/2026-11-23/a.csv"
