"""Consoles as they come: other encodings, pipes that close, full disks, no home, narrow, no colour, and ^C."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from leadroute.commands.exits import Exit
from leadroute.commands.last_resort import guarded, report
from leadroute.render.console import PIPE_CLOSED
from tests.cli.desk import NOW, REPS, ROOT, ZH, desk, environment, first

if TYPE_CHECKING:
    from pathlib import Path

ASSIGN = ("assign", "leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml", "--no-ledger", *NOW)
CHINESE = REPS.replace("Ann", "王伟").replace("Bob", "㐂😀")


def _shell(folder: Path, words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run through a shell; ``leadroute`` in the words is the usual command."""
    command = words.replace("leadroute", f"{sys.executable} -m leadroute {' '.join(ASSIGN)}")
    return subprocess.run(
        ["/bin/bash", "-c", command], cwd=folder, env=environment(env), capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1", "utf-8"])
@pytest.mark.parametrize("broken", [False, True])
def test_a_console_of_another_encoding(tmp_path: Path, encoding: str, *, broken: bool) -> None:
    on = desk(tmp_path).put("rules.yaml", ZH).put("reps.csv", CHINESE)
    if broken:
        on.put("leads.csv", "")
    result = on.shell(*ASSIGN, env={"PYTHONIOENCODING": encoding})
    said = (result.stderr if broken else result.stdout).decode(encoding)
    assert result.returncode == (Exit.INPUT if broken else Exit.DONE)
    assert "Traceback" not in result.stderr.decode(encoding)
    assert ("文件是空的" if broken else "王伟") in said or encoding in {"ascii", "latin-1"}


def test_a_system_without_language_or_home(tmp_path: Path) -> None:
    on = desk(tmp_path).put("reps.csv", CHINESE)
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = on.shell(*ASSIGN, env=bare, drop=("HOME", "LANG", "USER", "TERM"))
    assert (result.returncode, result.stderr) == (Exit.DONE, b"")
    assert (tmp_path / "out" / "assigned.xlsx").exists()


def test_files_with_chinese_names_where_the_system_speaks_none(tmp_path: Path) -> None:
    on = desk(tmp_path).put("线索.csv", (tmp_path / "leads.csv").read_bytes())
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    words = ("assign", "线索.csv", *ASSIGN[2:], "--split", "--out", "结果")
    assert on.shell(*words, env=bare).returncode == Exit.DONE
    assert (tmp_path / "结果" / "assigned.xlsx").exists()


def test_a_name_in_bytes_that_are_no_letters(tmp_path: Path) -> None:
    name = os.fsdecode("线索.csv".encode("gbk"))
    on = desk(tmp_path).put(name, (tmp_path / "leads.csv").read_bytes())
    for option in ("--split", "--format=csv", "--json"):
        result = on.shell("assign", name, name, *ASSIGN[2:], option)
        assert (result.returncode, result.stderr) == (Exit.DONE, b"")


@pytest.mark.parametrize("option", ["", "--json"])
def test_a_reader_who_leaves_gets_no_traceback(tmp_path: Path, option: str) -> None:
    desk(tmp_path)
    ran = _shell(tmp_path, f"(leadroute {option}; echo $? >code) | (exec <&-)")
    assert ran.stderr == ""
    assert int((tmp_path / "code").read_text()) in {0, 141}
    assert _shell(tmp_path, f"leadroute {option} | head -1").stderr == ""


@pytest.mark.parametrize("option", ["", "--json"])
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110 - a device
def test_a_full_disk_behind_the_output_is_told(tmp_path: Path, option: str) -> None:
    desk(tmp_path)
    ran = _shell(tmp_path, f"leadroute {option} >/dev/full")
    assert ran.returncode == Exit.OUTPUT
    assert ran.stderr.splitlines()[0].startswith("error LR619: the result could not be shown: ")
    assert len(ran.stderr.splitlines()) == 2


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_closed_streams(tmp_path: Path, closed: str) -> None:
    desk(tmp_path)
    ran = _shell(tmp_path, f"leadroute {closed}")
    assert (ran.returncode, ran.stderr) == (Exit.DONE, "")
    assert (tmp_path / "out" / "assigned.xlsx").exists()


def test_a_narrow_console_is_kept_to(tmp_path: Path) -> None:
    on = desk(tmp_path).put("rules.yaml", ZH).put("reps.csv", CHINESE)
    shown = on.shell(*ASSIGN, env={"COLUMNS": "40"}).stdout.decode()
    assert max(map(cell_len, shown.splitlines())) <= 40


@pytest.mark.parametrize(("env", "option"), [({"NO_COLOR": "1"}, ""), ({}, "--no-color")])
def test_no_colour(tmp_path: Path, env: dict[str, str], option: str) -> None:
    on = desk(tmp_path)
    result = on.shell(*ASSIGN, *([option] if option else []), env={"FORCE_COLOR": "1", **env})
    assert not re.search(rb"\x1b\[[0-9;]*3[0-7]", result.stdout)


def test_json_is_ascii_whatever_the_console(tmp_path: Path) -> None:
    on = desk(tmp_path).put("reps.csv", CHINESE)
    told = on.shell(*ASSIGN, "--json", env={"PYTHONIOENCODING": "ascii"}).stdout.decode("ascii")
    assert [rep["name"] for rep in json.loads(told)["reps"]] == ["王伟", "㐂😀"]


STOPPED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # shells hand background jobs a deaf ear
from leadroute.files.write import publish
moved = publish._move
def interrupt(*arguments):
    os.kill(os.getpid(), signal.STOP)
    moved(*arguments)
publish._move = interrupt
from leadroute.cli import main
main()
"""


@pytest.mark.parametrize(("stop", "said"), [(signal.SIGINT, ["leadroute: stopped / 已中断"]), (signal.SIGTERM, [])])
def test_stopping_leaves_no_trace(tmp_path: Path, stop: signal.Signals, said: list[str]) -> None:
    on = desk(tmp_path).put("out/assigned.xlsx", "old")
    before = on.files()
    program = [sys.executable, "-c", STOPPED.replace("STOP", stop.name), *ASSIGN]
    ran = subprocess.run(program, cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr.decode().splitlines()) == (128 + stop, b"", said)
    assert on.files() == before
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["assigned.xlsx"]


def test_our_own_bug_is_one_line_and_a_report_without_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> Exit:
        phone = "13800001234"
        try:
            return dict[str, Exit]()[phone]
        except KeyError as error:
            message = f"cannot route {phone}"
            raise ValueError(message) from error

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert guarded(broken) == Exit.BUG
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines()), "Traceback" in said.err) == ("", 1, False)
    (log,) = tmp_path.iterdir()
    assert str(log) in said.err
    assert "13800001234" not in log.read_text()
    assert [name in log.read_text() for name in ("builtins.KeyError", "builtins.ValueError", "broken")] == [True] * 3


def test_a_bug_is_told_even_where_no_report_can_be_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> Exit:
        raise ZeroDivisionError

    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")
    assert guarded(broken) == Exit.BUG
    said = capsys.readouterr().err
    assert (len(said.splitlines()), "builtins.ZeroDivisionError" in said) == (1, True)


def test_what_ends_a_run_on_purpose_is_no_bug() -> None:
    def left() -> Exit:
        raise SystemExit(141)

    with pytest.raises(SystemExit, match="141"):
        guarded(left)
    assert guarded(lambda: Exit.NO) == Exit.NO
    assert "ValueError" in report(ValueError("secret"))
    assert "secret" not in report(ValueError("secret"))


@pytest.mark.parametrize(
    "words",
    [
        ("assign",),
        ("frobnicate",),
        (*ASSIGN, "--format", "pdf"),
        (*ASSIGN, "--preset", "hubspt"),
        (*ASSIGN, "--nwo", "2026-11-23"),
        (*ASSIGN[:-1], "tomorrow"),
        (*ASSIGN[:-1], "1e9"),
        (*ASSIGN[:-1], "9999-12-31T23:59-10:00"),
        (*ASSIGN[:-1], "0001-01-01"),
        (*ASSIGN[:-1], ""),
    ],
)
def test_wrong_usage(tmp_path: Path, words: tuple[str, ...]) -> None:
    on = desk(tmp_path)
    before = on.files()
    result = on.run(*words)
    assert (result.exit_code, "Usage: " in first(result), on.files()) == (Exit.USAGE, True, before)


@pytest.mark.parametrize(
    ("moment", "meant"),
    [
        ("2026-11-23", "2026-11-23T00:00:00+08:00"),
        ("20261123", "2026-11-23T00:00:00+08:00"),
        ("2026-11-23 09:00", "2026-11-23T09:00:00+08:00"),
        ("2026-11-23T09:00Z", "2026-11-23T17:00:00+08:00"),
        ("2026-11-23T09:00-05:00", "2026-11-23T22:00:00+08:00"),
    ],
)
def test_the_moment_with_and_without_a_zone(tmp_path: Path, moment: str, meant: str) -> None:
    on = desk(tmp_path)
    on.put("rules.yaml", "timezone: Asia/Shanghai\n" + (tmp_path / "rules.yaml").read_text())
    assert json.loads(on.assign("--json", "-n", "--now", moment).stdout)["now"] == meant


def test_the_documentation_names_every_exit_code() -> None:
    rows = re.findall(r"^\| (\d+)[ ,]", (ROOT / "docs" / "concepts.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {*map(int, rows)} >= {*Exit, PIPE_CLOSED}
    assert 128 + signal.SIGINT == Exit.INTERRUPTED
