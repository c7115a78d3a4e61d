"""docs/cron.md is so: its table is the key table, its lines for schedulers work where nothing is set up."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from leadroute.rulebook.job import parse_job
from leadroute.rulebook.reference import refreshed
from tests.cli.desk import ROOT
from tests.cli.jobs import A, B, arrive, office, run

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs" / "cron.md").read_text(encoding="utf-8")
PROGRAM, JOB = "/opt/leadroute/bin/leadroute", "/srv/leads/job.yaml"
ANALYZE = shutil.which("systemd-analyze") or ""
needs_systemd = pytest.mark.skipif(not ANALYZE, reason="no systemd here")


def blocks(language: str) -> list[str]:
    """The blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def program(folder: Path) -> str:
    """A program like the installed one, for this checkout, that relies on nothing around it."""
    path = folder / "leadroute"
    path.write_text(f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {sys.executable} -m leadroute "$@"\n')
    path.chmod(0o755)
    return str(path)


def test_the_table_is_up_to_date() -> None:
    assert refreshed(PAGE) == PAGE


def test_the_job_of_the_page_has_no_mistake() -> None:
    (text,) = re.findall(r"<<'END'\n(.*?)END\n", PAGE, re.DOTALL)
    assert parse_job(text.encode(), "job.yaml")[1] == ()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no cron")
def test_the_crontab_line_works_in_a_bare_environment_and_says_nothing(tmp_path: Path) -> None:
    (table,) = blocks("crontab")
    (line,) = (line for line in table.splitlines() if "=" not in line)
    command = line.split(maxsplit=5)[5]
    at = office(tmp_path / "销售", a=B)
    run(at, now="2020-11-23T09:00")
    arrive(at, "十一月 线索.csv", A)
    command = command.replace(PROGRAM, program(tmp_path)).replace(JOB, shlex.quote(f"{at.folder}/job.yaml"))
    ran = subprocess.run(["/usr/bin/env", "-i", "/bin/sh", "-c", command], cwd="/", capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")
    assert sorted(path.name for path in at.folder.glob("done/*/*")) == ["a.csv", "十一月 线索.csv"]


@needs_systemd
def test_the_units_are_right(tmp_path: Path) -> None:
    service, timer = blocks("ini")
    service = service.replace(PROGRAM, program(tmp_path)).replace("User=leads\n", "")
    for name, unit in (("leadroute.service", service), ("leadroute.timer", timer)):
        (tmp_path / name).write_text(unit)
    units = [str(tmp_path / name) for name in ("leadroute.service", "leadroute.timer")]
    ran = subprocess.run([ANALYZE, "verify", "--man=no", *units], capture_output=True, text=True, check=False)
    assert (ran.returncode, [line for line in ran.stderr.splitlines() if "leadroute" in line]) == (0, [])


@needs_systemd
def test_the_calendar_line_means_working_days() -> None:
    (when,) = re.findall("OnCalendar=(.*)", PAGE)
    asked = [ANALYZE, "calendar", "--iterations=5", when]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "Mon..Fri *-*-* 08:05:00 Asia/Shanghai" in ran.stdout
