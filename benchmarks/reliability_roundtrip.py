"""In, out and in again: how many cells are what they were.

``python benchmarks/reliability_roundtrip.py``

Texts that spreadsheets and parsers are known to spoil go in as CSV (UTF-8, GB18030) and xlsx, numbers and dates as
cells of a workbook. They go through ``assign``; the sheets of reps, the open pool and the CSV output are read back by
leadroute's own reader. Two changes are documented and undone before comparing: a CSV cell that begins like a formula
gets a ``'`` before it, and a cell of a workbook ends after 32,767 characters.
"""

from __future__ import annotations

import csv
import itertools
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook, load_workbook

from leadroute.files.read import read_tables
from leadroute.files.read.options import Reading
from leadroute.intake.headers import fit
from leadroute.tables.arrow import of_series
from leadroute.tables.formulas import unmarked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TEXTS = (
    "007", "0", "00", "1.0", "1e5", "1.38E+10", "1,000", "0.1", "1/2", "3-4", "-5", "+8613800001234", "0044770090012",
    "110101199001011234", "12345678901234567890", "91310000MA1FL0XX0X",
    "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", '="138"', "＝1+1", "'=1", "''=1", "'", "'-5",
    "NA", "N/A", "null", "NULL", "None", "nan", "#N/A", "TRUE", "false", "inf", "-", "--", "?",
    "2026-11-23", "2026/11/3", "11/12/2026", "Nov-26", "1-2", "10:30", "2026年11月23日", "45000",
    "😀", "\U0001f469\u200d\U0001f467", "𠮷田㐀", "龦龧", "䶮", "é", "e\u0301", "\ufb01", "\u3000全角空格\u3000",
    "￥１２３", "Ω≈ç√", "عربي", "עברית",
    " leading", "trailing ", "  both  ", "inner  two", "tab\tinside", "line\nbreak", "two\n\nbreaks", "a\u2028b",
    "a\u200bb", 'quo"te', '"quoted"', "com,ma", "semi;colon", "pi|pe", "back\\slash", "it's", "[red]bold[/red]",
    ":smiley:", "{x}", "%s %d", "<b>&amp;</b>", "http://example.com/?a=1&b=2", "mailto:a@example.com", "C:\\x",
    "../../etc", "_x000D_", "\ufffd", "长" * 5000, "x" * 32767, "",
)  # fmt: skip
"""Each is a cell of two columns: one leadroute knows, one it does not."""

TYPED: tuple[tuple[object, str], ...] = (
    (13800001234, "13800001234"), (0.1, "0.1"), (-1.5, "-1.5"), (2, "2"), (True, "TRUE"),
    (date(2026, 11, 23), "2026-11-23"), (datetime.fromisoformat("2026-11-23T09:30"), "2026-11-23 09:30:00"),
)  # fmt: skip
"""Cells of a workbook that are no text, and what they are as text."""

HEADERS = ("lead_id", "company", "phone", "备注", "别的列")
REPS = "id,name\nR1,Ann\nR2,Bob\n"
RULES = """\
leadroute: 1
language: zh
pools: {team: {members: all}}
rules: [{name: half, when: {company: {contains: [take]}}, assign: team}]
default: open_pool
duplicates: {same_when: [[phone]]}
"""
_LONGEST = 32767
_UNDERSCORED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What a workbook writes otherwise, because ``_x000D_`` in it stands for a character."""

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A form of input and how it is made, and a form of output; ``longest`` is what a cell holds on the way."""

    name: str
    write: Callable[[Path, Sequence[Row]], Path]
    output: str
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many cells there were, and those that differ: where, before, after."""

    cells: int
    differing: tuple[tuple[str, str, str], ...]


def rows(texts: Sequence[str] = TEXTS) -> list[Row]:
    """Every text under both headers, half of the leads for reps and half for the open pool."""
    return [
        (f"L{at:04d}", f"{('take', 'leave')[at % 2]} {at}", f"138{at:08d}", *pair)
        for at, pair in enumerate([*zip(texts, texts, strict=True), *itertools.pairwise(texts)])
    ]


def text_file(path: Path, lines: Sequence[Row], encoding: str) -> Path:
    """A CSV file with quotes where they are needed."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([HEADERS, *lines])
    return path


def book_file(path: Path, lines: Sequence[Row], *, typed: bool = False) -> Path:
    """A workbook in which every cell is text, or what some texts stand for."""
    book = Workbook()
    sheet = book.worksheets[0]
    values = {text: value for value, text in TYPED} if typed else {}
    for number, line in enumerate([HEADERS, *lines], 1):
        for column, text in enumerate(line, 1):
            cell = sheet.cell(number, column)
            cell.value = values.get(text, _UNDERSCORED.sub("_x005F_", text)[:_LONGEST])
            cell.data_type = cell.data_type if text in values else "s"
    book.save(path)
    return path


INPUTS: dict[str, Callable[[Path, Sequence[Row]], Path]] = {
    "csv utf-8": lambda folder, lines: text_file(folder / "leads.csv", lines, "utf-8"),
    "csv gb18030": lambda folder, lines: text_file(folder / "leads.csv", lines, "gb18030"),
    "xlsx": lambda folder, lines: book_file(folder / "leads.xlsx", lines),
    "xlsx typed": lambda folder, lines: book_file(folder / "leads.xlsx", lines, typed=True),
}
WAYS = tuple(
    Way(f"{name} -> {output}", write, output, _LONGEST if "xlsx" in name + output else None)
    for name, write in INPUTS.items()
    for output in ("xlsx", "csv")
)


def round_trip(way: Way, folder: Path) -> Outcome:
    """Put the rows through one way and compare every cell."""
    lines = rows(tuple(text for _, text in TYPED) if "typed" in way.name else TEXTS)
    leads = way.write(folder, lines)
    (folder / "reps.csv").write_text(REPS, encoding="utf-8")
    (folder / "rules.yaml").write_text(RULES, encoding="utf-8")
    command = [sys.executable, "-m", "leadroute", "assign", str(leads), "--reps", str(folder / "reps.csv"), "--quiet"]
    command += ["--rules", str(folder / "rules.yaml"), "--out", str(folder / "out"), "--format", way.output]
    subprocess.run(command, check=True)
    found = dict(_read_back(folder / "out", way.output))
    whole = {line[0]: tuple(text[: way.longest] for text in line) for line in lines}
    differing = [
        (f"{key} {header}", before, after)
        for key, line in whole.items()
        for header, before, after in zip(HEADERS, line, found.get(key, ("missing",) * len(HEADERS)), strict=True)
        if before != after
    ]
    return Outcome(len(whole) * len(HEADERS), tuple(differing))


def _read_back(out: Path, output: str) -> Iterator[tuple[str, Row]]:
    """The rows of the output as leadroute reads them, by lead id."""
    if output == "csv":
        yield from _rows(out / "assigned.csv", "", marked=True)
        return
    for sheet in load_workbook(out / "assigned.xlsx", read_only=True).sheetnames:
        if sheet in {"Ann", "Bob", "公海"}:
            yield from _rows(out / "assigned.xlsx", sheet, marked=False)


def _rows(path: Path, sheet: str, *, marked: bool) -> Iterator[tuple[str, Row]]:
    (table,), problems = read_tables([path], fit("lead"), Reading(sheet=sheet))
    assert not problems, problems  # noqa: S101 - a script that measures
    columns = [of_series(table.frame[header]).combine_chunks() for header in HEADERS]
    texts = [(unmarked(column) if marked else column).to_pylist() for column in columns]
    for line in zip(*texts, strict=True):
        yield line[0], line


def main() -> None:
    """Print the figure, and every cell that differs."""
    same = cells = 0
    for way in WAYS:
        with tempfile.TemporaryDirectory() as folder:
            outcome = round_trip(way, Path(folder))
        cells, same = cells + outcome.cells, same + outcome.cells - len(outcome.differing)
        print(f"{way.name:24}{outcome.cells - len(outcome.differing):>6} of {outcome.cells} cells equal")
        for where, before, after in outcome.differing[:20]:
            print(f"    {where}: {before[:60]!r} became {after[:60]!r}")
    print(f"{'round trip':24}{same:>6} of {cells} cells equal ({100 * same / cells:.2f} %)")


if __name__ == "__main__":
    main()
