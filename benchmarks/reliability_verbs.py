"""Put every bad file through ``doctor`` and ``assign``, and print the figures of docs/reliability.md as a table.

``python benchmarks/reliability_verbs.py [--shared ../shared] [--seconds 120]``

The files are those of the other two scripts. Each verb runs as a user runs it, in a process of its own that is forked
from one with the libraries loaded. A file is refused in one line, or every row of it ends in one outcome.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl  # noqa: F401 - loaded before the first fork, as are all below
import phonenumbers  # noqa: F401
from typer.testing import CliRunner

import leadroute.commands.assign
import leadroute.commands.doctor
import leadroute.commands.show  # noqa: F401
from leadroute.cli import app

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HERE = Path(__file__).parent
REPS = "id,name,email,status,weight\nR1,Ann,ann@example.com,active,1\nR2,Bob,bob@example.com,active,1\n"
RULES = "leadroute: 1\nlanguage: en\npools:\n  team: {members: all}\nrules: []\ndefault: {assign: team}\n"
NOW = ("--now", "2026-11-23T09:00", "--no-ledger", "--json")
ENDED, UNUSABLE = 0, 3
EXPECTED = (ENDED, UNUSABLE)


@dataclass(frozen=True)
class Ended:
    """How a verb ended on a file: its exit code (-1: it did not end by itself), seconds, rows kept, codes said."""

    exit: int
    seconds: float
    conserved: bool
    codes: tuple[str, ...]


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options.add_argument("--seconds", type=int, default=120)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder)
        (desk / "reps.csv").write_text(REPS, encoding="utf-8")
        (desk / "rules.yaml").write_text(RULES, encoding="utf-8")
        verdicts = hostile(given.shared / "tools" / "gen_nasty.py", desk / "hostile")
        print("| what | verb | result |\n|---|---|---|")
        for name in ("robust_excel", "robust_csv"):
            files = sorted(path for path in (given.shared / "data" / name).rglob("*") if path.is_file())
            for verb in ("doctor", "assign"):
                found = {str(path): ended(verb, path, desk, given.seconds) for path in files}
                print(f"| {name} | {verb} | {told([*found.values()])} |", flush=True)
        for verb in ("doctor", "assign"):
            found = {name: ended(verb, desk / "hostile" / name, desk, given.seconds) for name in verdicts}
            print(f"| hostile | {verb} | {told([*found.values()])}; {judged(found, verdicts)} |", flush=True)


def hostile(tool: Path, folder: Path) -> dict[str, str]:
    """The hostile files and the verdict each must get; rulebooks among them are checked elsewhere."""
    made = [sys.executable, str(tool), "--out", str(folder), "--only", "csv,xlsx,bomb", "--bomb-mb", "20"]
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    lines = (folder / "MANIFEST.tsv").read_text(encoding="utf-8").splitlines()
    return {name: verdict for name, _, verdict, _ in (line.split("\t") for line in lines)}


def ended(verb: str, path: Path, desk: Path, seconds: int) -> Ended:
    """Run a verb on a file in a process of its own."""
    start = time.perf_counter()
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        signal.alarm(seconds)
        try:
            os.write(write, json.dumps(ran(verb, path, desk)).encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    exit_code, conserved, codes = json.loads(said) if said else (-1, False, [])
    return Ended(exit_code, time.perf_counter() - start, conserved, tuple(codes))


def ran(verb: str, path: Path, desk: Path) -> tuple[int, bool, list[str]]:
    """The exit code of a verb, whether every row ended in one outcome, and the codes that were said."""
    with tempfile.TemporaryDirectory() as out:
        order = ("--reps", str(desk / "reps.csv"), "--rules", str(desk / "rules.yaml"), "--out", out, *NOW)
        result = CliRunner().invoke(app, [verb, str(path), *(order if verb == "assign" else ("--json",))])
    if result.exit_code == UNUSABLE:
        return result.exit_code, True, []
    found = json.loads(result.stdout)
    if verb == "doctor":
        return result.exit_code, True, []
    kept = found["conserved"] and sum(found["outcomes"].values()) == found["rows"] and not found["laws_broken"]
    return result.exit_code, kept, sorted({one["code"] for one in found["diagnostics"]})


def told(every: Sequence[Ended]) -> str:
    """How they ended, in words."""
    exits = Counter(one.exit for one in every)
    wrong = sum(times for code, times in exits.items() if code not in EXPECTED)
    lost = sum(not one.conserved for one in every if one.exit == ENDED)
    slowest = max(one.seconds for one in every)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return (
        f"{len(every)} files: {exits[ENDED]} done, {exits[UNUSABLE]} refused, {wrong} ended otherwise; "
        f"rows lost in {lost}; slowest {slowest:.0f} s; peak so far {peak} MB"
    )


def judged(found: Mapping[str, Ended], verdicts: Mapping[str, str]) -> str:
    """How many got their verdict, and the others with what was said of them."""
    other = [
        name
        for name, verdict in verdicts.items()
        if ("ok" if found[name].exit == ENDED else "reject") not in verdict.replace("limit", "reject").split("|")
    ]
    shown = ", ".join(f"{name} ({' '.join(found[name].codes) or 'read'})" for name in other)
    return f"verdict met {len(verdicts) - len(other)}, read all the same: {shown or 'none'}"


if __name__ == "__main__":
    main()
