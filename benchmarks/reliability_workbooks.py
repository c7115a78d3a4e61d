"""How reading stands up to bad workbooks: a small table for docs/reliability.md.

``python benchmarks/reliability_workbooks.py [--shared ../shared] [--corrupted 2000] [--bomb-mb 1024] [--seed 7]``

Everything goes through ``read_tables``, as a run does. ``--shared`` is a folder with ``data/robust_excel`` (bug files
of other projects) and ``tools/gen_nasty.py`` (hostile files with the verdict each must get).
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook

from leadroute.files.read import read_tables
from leadroute.files.read.workbook.child import Death, Limits, in_child
from leadroute.files.read.workbook.first import CalamineBook
from leadroute.files.read.workbook.guard import inspect
from leadroute.files.read.workbook.second import OpenpyxlBook
from leadroute.intake.headers import fit
from leadroute.model.rulebook import Language
from leadroute.render.messages import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from leadroute.tables.raw import RawTable

HERE = Path(__file__).parent
GOOD = Path(tempfile.gettempdir()) / "leadroute-bench" / "100k-xlsx" / "leads.xlsx"
XLSX = (".xlsx", ".xlsm")
FIT = fit("lead")
NOTHING = "LR010"  # the workbook was read, and there is nothing in it
LONG = 60


@dataclass(frozen=True)
class Seen:
    """What became of a file: its tables, the code of its refusal ("": none), and the seconds it took."""

    tables: tuple[RawTable, ...]
    code: str
    seconds: float


def seen(path: Path) -> Seen:
    """Read a file; more than one line of a message, or an exception, ends the script."""
    start = time.perf_counter()
    tables, problems = read_tables([path], FIT)
    took = time.perf_counter() - start
    told = [message(one, Language.EN) for one in (*problems, *(note for table in tables for note in table.notes))]
    if any("\n" in line for line in told if "\n" not in str(path)):
        sys.exit(f"{path}: a message of several lines")
    return Seen(tables, problems[0].code if problems else "", took)


def bug_files(folder: Path) -> Iterator[str]:
    """The bug files of other projects."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = {path: seen(path) for path in files}
    codes = Counter(one.code or "read" for one in found.values())
    told = ", ".join(f"{code} {count}" for code, count in codes.most_common())
    slowest = max(one.seconds for one in found.values())
    yield f"| {len(files)} bug files | tracebacks, aborts, hangs 0; slowest {slowest:.1f} s; {told} |"
    books = [path for path in files if path.suffix in XLSX and path.read_bytes().startswith(b"PK") and _openable(path)]
    good = sum(found[path].code in {"", NOTHING} for path in books)
    lost = ", ".join(f"{path.name[:40]} {found[path].code}" for path in books if found[path].code not in {"", NOTHING})
    share = f"{good} ({good / len(books):.1%}); not: {lost or 'none'}"
    yield f"| {len(books)} xlsx that openpyxl or calamine opens | read {share} |"


def _openable(path: Path) -> bool:
    def opened_by(reader: Callable[[bytes], CalamineBook | OpenpyxlBook]) -> bool:
        def job(out: BinaryIO) -> None:
            book = reader(path.read_bytes())
            for name in (*book.seen, *book.unseen):
                book.grid(name)
            out.write(b"1")

        return not isinstance(in_child(job, Limits(LONG)), Death)

    return opened_by(CalamineBook) or opened_by(OpenpyxlBook)


def hostile_files(tool: Path, megabytes: int) -> Iterator[str]:
    """The hostile files, each with the verdict it must get; bombs with what they cost."""
    with tempfile.TemporaryDirectory() as folder:
        made = [sys.executable, str(tool), "--out", folder, "--only", "xlsx,bomb", "--bomb-mb", str(megabytes)]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        lines = (Path(folder) / "MANIFEST.tsv").read_text(encoding="utf-8").splitlines()
        verdicts = {name: verdict for name, _, verdict, _ in (line.split("\t") for line in lines)}
        found = {name: seen(Path(folder) / name) for name in verdicts}
        costs = {name: _cost(Path(folder) / name) for name, verdict in verdicts.items() if verdict == "limit"}
    missed = [name for name, verdict in verdicts.items() if not _as_told(verdict, found[name])]
    shown = ", ".join(f"{name} ({found[name].code or 'read'})" for name in missed)
    yield f"| {len(verdicts)} hostile files | verdict met {len(verdicts) - len(missed)}; otherwise: {shown or 'none'} |"
    for name, (seconds, peak) in costs.items():
        said = found[name].code or f"read, {sum(map(len, found[name].tables)):,} leads"
        yield f"| {name} | {said} in {seconds:.2f} s, peak {peak:.0f} MB |"


def _as_told(verdict: str, one: Seen) -> bool:
    return any(bool(one.code) == (wanted != "ok") for wanted in verdict.split("|"))


def _cost(path: Path) -> tuple[float, float]:
    """Seconds and megabytes of a fresh process that reads one file; the memory is that of its largest process."""
    done = subprocess.run([sys.executable, __file__, "--one", str(path)], check=True, capture_output=True, text=True)
    seconds, peak = json.loads(done.stdout)
    return float(seconds), float(peak)


def one_file(path: Path) -> None:
    """Read one file and print what it cost."""
    took = seen(path).seconds
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps([took, max(peaks) / 1024]))


def corrupted(count: int, seed: int) -> Iterator[str]:
    """Workbooks with flipped bits, noise, holes, or an end cut off: one line each, or not a cell different."""
    dice = random.Random(seed)  # noqa: S311 - damage, no secret
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "leads.xlsx"
        whole = _whole(path)
        expected = seen(path).tables
        results: Counter[str] = Counter()
        for _ in range(count):
            path.write_bytes(_damaged(whole, dice))
            one = seen(path)
            results[one.code or ("the same" if _same(one.tables, expected) else "DIFFERENT")] += 1
    told = ", ".join(f"{code} {times}" for code, times in results.most_common())
    yield f"| {count} corrupted workbooks | silently different {results['DIFFERENT']}; {told} |"


def _whole(path: Path) -> bytes:
    book = Workbook()
    book.worksheets[0].append(["公司名称", "联系人", "手机号", "来源", "预算"])
    for at in range(300):
        book.worksheets[0].append(
            [f"甲{at}公司", f"张{at}", f"1380000{at:04d}", "官网" if at % 3 else "展会", at * 1000]
        )
    book.save(path)
    return path.read_bytes()


def _damaged(whole: bytes, dice: random.Random) -> bytes:
    data = bytearray(whole)
    at = dice.randrange(len(data))
    match dice.randrange(4):
        case 0:
            for _ in range(dice.choice((1, 2, 8))):
                data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        case 1:
            data[at : at + 16] = dice.randbytes(min(16, len(data) - at))
        case 2:
            data[at : at + 512] = bytes(min(512, len(data) - at))
        case _:
            del data[at:]
    return bytes(data)


def _same(found: tuple[RawTable, ...], expected: tuple[RawTable, ...]) -> bool:
    return len(found) == len(expected) and all(
        one.frame.equals(other.frame) and one.sheet == other.sheet for one, other in zip(found, expected, strict=True)
    )


def guard_share(rounds: int = 5) -> Iterator[str]:
    """What the guard takes of the time of reading a good workbook of 100,000 rows and 17 columns."""
    if not GOOD.exists():
        made = [sys.executable, str(HERE / "generate.py"), str(GOOD.parent), "--leads=100000", "--format=xlsx"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    data = GOOD.read_bytes()
    reading, guarding = [], []
    for _ in range(rounds):
        reading.append(_cpu(lambda: seen(GOOD)))
        guarding.append(_cpu(lambda: inspect(data)))
    whole, part = statistics.median(reading), statistics.median(guarding)
    yield f"| guard, 100,000 x 17 | {part:.2f} of {whole:.2f} s CPU ({part / whole:.0%}) |"


def _cpu(work: Callable[[], object]) -> float:
    start = _spent()
    work()
    return _spent() - start


def _spent() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options.add_argument("--corrupted", type=int, default=2000)
    options.add_argument("--bomb-mb", type=int, default=1024)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--one", type=Path)
    given = options.parse_args()
    if given.one:
        one_file(given.one)
        return
    print("| what | figures |\n|---|---|")
    for lines in (
        bug_files(given.shared / "data" / "robust_excel"),
        hostile_files(given.shared / "tools" / "gen_nasty.py", given.bomb_mb),
        corrupted(given.corrupted, given.seed),
        guard_share(),
    ):
        for line in lines:
            print(line, flush=True)


if __name__ == "__main__":
    main()
