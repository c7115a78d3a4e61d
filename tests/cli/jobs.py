"""A desk with a job on it: an inbox, an archive, and files that are old enough."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from tests.cli.desk import NOW, RULES, Desk, desk

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

JOB = """\
leadroute_job: 1
rules: rules.yaml
reps: reps.csv
inbox: inbox/*
archive: done
out: out
log: run.log
format: csv
"""
HEAD = "lead_id,company,contact,phone\n"
A = HEAD + "L1,Acme,Al,13800001234\nL2,Beta,Be,13800001235\n"
B = HEAD + "L3,Gamma,Ga,13800001236\nL4,Delta,De,13800001237\n"
BEGUN = """\
rules.ledger: note LR722: a new ledger was made, rules.ledger: later runs go on from this one
hint: keep it with the rulebook, and back it up
"""
"""What the first run says on stderr."""

OLD = 1_700_000_000
LINES = dict[str, Any]


def office(folder: Path, *more: str, rules: str = RULES, **files: str) -> Desk:
    """A desk with a job, further lines of it, and CSV files in its inbox."""
    at = desk(folder).put("rules.yaml", rules).put("job.yaml", JOB + "".join(f"{line}\n" for line in more))
    (folder / "inbox").mkdir()
    for name, table in files.items():
        arrive(at, f"{name}.csv", table)
    return at


def arrive(at: Desk, name: str, content: str | bytes, when: float = OLD) -> None:
    """A file arrives in the inbox, last changed at a moment."""
    at.put(f"inbox/{name}", content)
    os.utime(at.folder / "inbox" / name, (when, when))


def run(at: Desk, *options: str, now: str = NOW[1]) -> Result:
    """Run the job."""
    return at.run("run", "job.yaml", "--now", now, *options)


def told(at: Desk, *options: str, now: str = NOW[1]) -> LINES:
    """Run the job and return what ``--json`` printed, with its exit code checked and its time left out."""
    result = run(at, "--json", *options, now=now)
    line: LINES = json.loads(result.stdout)
    assert line.pop("seconds") >= 0
    assert line["exit"] == result.exit_code, result.output
    return line


def names(at: Desk) -> list[str]:
    """The files under inbox, done and out."""
    return [name for name in at.files() if name.partition("/")[0] in {"inbox", "done", "out"}]
