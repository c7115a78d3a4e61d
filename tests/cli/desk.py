"""A desk: a folder with small lead, roster and rule files, and the command line run on them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook
from typer.testing import CliRunner

from leadroute.cli import app

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typer.testing import Result

ROOT = Path(__file__).parent.parent.parent

LEADS = """\
lead_id,company,contact,phone,email
L1,Acme,Al,13800001234,al@example.com
L2,Beta,Be,13800001235,be@example.com
L3,Gamma,Ga,13800001236,ga@example.com
"""
REPS = """\
id,name,email,status,weight
R1,Ann,ann@example.com,active,1
R2,Bob,bob@example.com,active,1
"""
RULES = """\
leadroute: 1
language: en
pools:
  team:
    members: all
rules:
  - name: everybody
    when: {company: {present: true}}
    assign: team
default: open_pool
"""
ZH = RULES.replace("language: en", "language: zh")
IN_TABLE = RULES.replace("company: {present: true}", "company: {in_table: {file: table.csv, column: firm}}")
NOW = ("--now", "2026-11-23T09:00")


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder to run the program in."""

    folder: Path

    def put(self, name: str, content: str | bytes) -> Desk:
        """Write a file; returns the desk."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def xlsx(self, name: str, table: str) -> Desk:
        """Write a table as a workbook, whatever the name says; returns the desk."""
        book = Workbook()
        sheet = book.active
        for line in table.splitlines():
            sheet.append(line.split(","))
        book.save(self.folder / "t.xlsx")
        (self.folder / "t.xlsx").replace(self.folder / name)
        return self

    def assign(self, *options: str, leads: tuple[str, ...] = ("leads.csv",)) -> Result:
        """Run ``leadroute assign`` here, without memory unless a ledger is named; later options override the usual."""
        memory = () if "--ledger" in options else ("--no-ledger",)
        return self.run("assign", *leads, "--reps", "reps.csv", "--rules", "rules.yaml", *NOW, *memory, *options)

    def run(self, *arguments: str) -> Result:
        """Run the program here, in this process."""
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            return CliRunner().invoke(app, arguments)
        finally:
            os.chdir(before)

    def shell(
        self, *arguments: str, env: Mapping[str, str] | None = None, drop: tuple[str, ...] = ()
    ) -> subprocess.CompletedProcess[bytes]:
        """Run the program here, in a process of its own: encodings, pipes and signals are real."""
        return subprocess.run(
            [sys.executable, "-m", "leadroute", *arguments],
            cwd=self.folder,
            env=environment(env, drop),
            capture_output=True,
            check=False,
        )

    def files(self) -> dict[str, bytes]:
        """Every file of the folder with its bytes."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


def desk(folder: Path) -> Desk:
    """A desk on which everything is right."""
    return Desk(folder).put("leads.csv", LEADS).put("reps.csv", REPS).put("rules.yaml", RULES)


def environment(more: Mapping[str, str] | None = None, drop: tuple[str, ...] = ()) -> dict[str, str]:
    """The environment for a process that finds this checkout."""
    kept = {name: value for name, value in os.environ.items() if name not in drop}
    return {**kept, "PYTHONPATH": str(ROOT), **(more or {})}


def first(result: Result) -> str:
    """The first line said on stderr."""
    return next(iter(result.stderr.splitlines()), "")


def codes(result: Result) -> list[str]:
    """The codes of the diagnostics ``--json`` printed."""
    return [found["code"] for found in json.loads(result.stdout)["diagnostics"]]


def outcomes(result: Result) -> dict[str, int]:
    """The outcomes ``--json`` printed that any row had."""
    return {name: count for name, count in json.loads(result.stdout)["outcomes"].items() if count}
