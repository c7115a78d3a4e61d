"""A small world in which runs are made, stopped at any line, and made again; and what must be true of it afterwards."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from typer.testing import CliRunner

import leadroute
from leadroute.cli import app
from leadroute.commands.remember import files_of
from leadroute.files.write.publish import fingerprint
from leadroute.ledger.sqlite.store import SqliteLedger

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from _typeshed import TraceFunction
    from typer.testing import Result

TRACED = tuple(
    str(Path(leadroute.__file__).parent / name)
    for name in (
        "commands/archiving.py",
        "commands/remember.py",
        "commands/run.py",
        "commands/session.py",
        "files/archive.py",
        "files/inbox.py",
        "files/log.py",
        "files/write/publish.py",
        "ledger/headfile.py",
        "ledger/lock.py",
        "ledger/recording.py",
        "ledger/session.py",
        "ledger/sqlite/connect.py",
        "ledger/sqlite/digest.py",
        "ledger/sqlite/store.py",
        "ledger/sqlite/writing.py",
    )
)
"""The code of staging, committing, publishing, recovering, and of an inbox and its archive."""

KILLED = 77
RULES = """\
leadroute: 1
language: en
pools: {team: {members: all}}
rules: [{name: everybody, assign: team}]
default: open_pool
"""
REPS = "id,name,status\nR1,Ann,active\nR2,Bob,active\nR3,Eve,{eve}\n"
NOW = ("2026-11-23T09:00", "2026-11-23T10:00", "2026-11-24T09:00")


class World:
    """A folder with rules, reps and a growing export."""

    def __init__(self, folder: Path) -> None:
        """Begin anew in the same place, so that paths, and with them all bytes, are the same every time."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.folder = folder
        (folder / "rules.yaml").write_text(RULES)
        self.export(8)
        self.reps()

    def export(self, rows: int) -> None:
        """An export of so many leads; a longer one begins with the same."""
        lines = [f"L{at},firm {at},1380000{at:04d}" for at in range(rows)]
        (self.folder / "leads.csv").write_text("\n".join(["lead_id,company,phone", *lines, ""]))

    def reps(self, eve: str = "active") -> None:
        """The roster; Eve may be away."""
        (self.folder / "reps.csv").write_text(REPS.format(eve=eve))

    def assign(self, now: int = 0) -> int:
        """A run in this process; its exit code."""
        return self.run(now).exit_code

    def run(self, now: int = 0) -> Result:
        """A run in this process."""
        before = Path.cwd()
        os.chdir(self.folder)
        words = ("leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml", "--format", "csv", "--split", "-q")
        try:
            return CliRunner().invoke(app, ["assign", *words, "--now", NOW[now]])
        finally:
            os.chdir(before)

    def killed_at(self, line: int, now: int = 0) -> bool:
        """A run that dies before the given line of the traced code is executed; whether it came that far."""
        return in_child(lambda: traced(_deadly(line), lambda: self.assign(now))) == KILLED

    def torn(self) -> list[str]:
        """What is wrong: a lead decided twice or not at all, a file not as recorded, traces of the dead."""
        wrong = [
            path.name for path in self.folder.rglob("*") if ".leadroute-" in path.name or path.name.endswith("-new")
        ]
        with SqliteLedger(self.folder / "rules.ledger") as ledger:
            wrong += [f"{fault.what} {fault.run}" for fault in ledger.verify()]
            runs = ledger.runs()
            wrong += [f"run {run.number} unpublished" for run in runs if not run.published]
            all_files = map(files_of, runs)
            last = {files.folder / name: own for files in all_files for name, own in files.names.items()}
            wrong += [str(path) for path, own in last.items() if fingerprint(path) != own]
        counts = Counter(self.leads())
        expected = {f"L{at}" for at in range((self.folder / "leads.csv").read_text().count("\nL"))}
        wrong += [f"{lead} twice" for lead, count in counts.items() if count > 1]
        return wrong + [f"{lead} lost" for lead in sorted(expected - counts.keys())]

    def leads(self) -> list[str]:
        """The lead of every decision that was recorded."""
        with sqlite3.connect(self.folder / "rules.ledger") as database:
            return [label.split()[0] for (label,) in database.execute("SELECT label FROM decision")]

    def state(self) -> dict[str, object]:
        """Everything a run leaves behind: files by their bytes, the ledger by its rows."""
        files = {str(path): path.read_bytes() for path in sorted((self.folder / "out").rglob("*")) if path.is_file()}
        with sqlite3.connect(self.folder / "rules.ledger") as database:
            tables = ("run", "word", "decision", "entry", "sighting", "cells", "undone", "published")
            rows = {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608
        return {**files, **rows}


def in_child(work: Callable[[], object]) -> int:
    """Do something in a process of its own, which can die without a word; its exit code."""
    child = os.fork()
    if not child:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def traced(look: Callable[[int], None], work: Callable[[], int]) -> int:
    """Do something; before each line of the traced code is executed its number, counted from 1, goes to ``look``."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> TraceFunction | None:
        nonlocal count
        if frame.f_code.co_filename not in TRACED:
            return None
        if event == "line":
            count += 1
            look(count)
        return trace

    sys.settrace(trace)
    try:
        return work()
    finally:
        sys.settrace(None)


def _deadly(line: int) -> Callable[[int], None]:
    """At this line the process is gone, without any clearing up."""

    def look(count: int) -> None:
        if count == line:
            os._exit(KILLED)

    return look
