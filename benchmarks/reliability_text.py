"""Read text files as people really have them, and print the figures of docs/reliability.md as a table.

``python benchmarks/reliability_text.py [--data ../shared/data]``

``robust_csv``: every file is read or refused in one line. Pollock: files with one known damage each, and what is right
beside them. Encodings: samples made here, from a whole file down to one Chinese row among five hundred, in every usual
encoding; *asked* is a sample whose encoding is said to be in doubt.
"""

from __future__ import annotations

import argparse
import csv
import re
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from leadroute.files.read import read_tables
from leadroute.files.read.encoding import to_utf8
from leadroute.intake.headers import fit
from leadroute.model.diagnostic import Severity

if TYPE_CHECKING:
    from leadroute.tables.raw import RawTable

FIT = fit("lead")
ASKS = {"LR031", "LR014", "LR032"}


class Language(NamedTuple):
    """A header and a row of a language, and the encodings its files come in."""

    header: str
    row: str
    encodings: tuple[str, ...]


WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
LANGUAGES = (
    Language("公司名称,联系人,手机号,备注", "上海示例贸易有限公司,李明,13800001234,请在工作日联系", ("gb18030", *WIDE)),
    Language(
        "公司名稱,聯絡人,電話,備註", "臺灣測試企業股份有限公司,陳小姐,0200001234,請來電", ("big5", "gb18030", *WIDE)
    ),
    Language("会社名,氏名,電話番号,メモ", "株式会社サンプル,山田太郎,0300001234,平日に連絡", ("cp932", *WIDE)),
    Language("회사명,이름,전화번호,비고", "주식회사 샘플,김철수,0200001234,평일 연락", ("cp949", *WIDE)),
    Language("Société,Prénom,Téléphone,Région", "Société Générale,José,13800001234,à bientôt", ("cp1252", *WIDE)),
    Language("Firma,Straße,Größe,Prüfung", "Müller GmbH,Jürgen Groß,13800001234,schön", ("cp1252", *WIDE)),
)
PLAIN = [f"L{at:04d},Acme {at},Bob,1380000{at:04d}" for at in range(500)]


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    data = arguments.parse_args().data
    print("| what | files | result |\n|---|---|---|")
    print(f"| robust_csv | {survived(data / 'robust_csv')} |")
    print(f"| pollock, polluted | {polluted(data / 'robust_csv' / 'pollock' / 'polluted_files')} |")
    print(f"| pollock, from the wild | {in_the_wild(data / 'robust_csv' / 'pollock' / 'survey_sample')} |")
    print(f"| chardet samples | {samples(data / 'robust_csv' / 'chardet' / 'tests')} |")
    for encoding in dict.fromkeys(name for one in LANGUAGES for name in one.encodings):
        print(f"| made samples, {encoding} | {made(encoding)} |")


def survived(folder: Path) -> str:
    """How many files are read and how many are refused; an exception would end the run."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".json")
    found: Counter[str] = Counter()
    for path in files:
        tables, problems = read_tables([path], FIT)
        refused = any(one.severity is Severity.ERROR for one in problems)
        found["read" if tables else "refused" if refused else "neither"] += 1
    return f"{len(files)} | {found['read']} read, {found['refused']} refused, {found['neither']} neither"


def polluted(folder: Path) -> str:
    """Are all rows right that the damage did not touch, and is the damaged one named?"""
    files = sorted((folder / "csv").glob("*.csv"))
    right = named = damaged = 0
    for path in files:
        truth = rows_of(folder / "clean" / path.name)
        touched = touched_rows(path.name, truth)
        tables, problems = read_tables([path], FIT)
        said = {one.place.row for one in (*problems, *(note for table in tables for note in table.notes)) if one.place}
        right += bool(tables) and untouched_right(tables[0], truth, touched)
        damaged += bool(touched)
        named += bool(touched) and touched <= said
    return f"{len(files)} | untouched rows all right in {right}; damaged row named in {named} of {damaged}"


def in_the_wild(folder: Path) -> str:
    """How many rows of real files are as in their clean versions."""
    files = sorted((folder / "csv").glob("*"))
    same = whole = 0
    for path in files:
        truth = rows_of(folder / "clean" / path.name)
        tables, _ = read_tables([path], FIT)
        got = Counter(tuple(row) for table in tables for row in cells_of(table).values())
        rows = Counter(tuple(filled(row)) for row in truth[1:])
        whole += rows.total()
        same += (rows & Counter({tuple(filled(list(row))): count for row, count in got.items()})).total()
    return f"{len(files)} | {same} of {whole} rows as in the clean version"


def filled(row: list[str]) -> list[str]:
    """A row without blank cells at its end."""
    while row and not row[-1]:
        row = row[:-1]
    return row


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a clean file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def touched_rows(name: str, truth: list[list[str]]) -> set[int]:
    """The numbers of the rows that a file's name says are damaged."""
    if found := re.search(r"row_\w+?_?(?:row|quote|delimiter_)(\d+)_", name):
        return {int(found[1]) + 1}
    if "escape_char" in name:
        return {number for number, row in enumerate(truth, 1) if any('"' in cell for cell in row)}
    return set()


def cells_of(table: RawTable) -> dict[int, list[str]]:
    """The cells of each row that was read, by its number."""
    broken = table.broken if table.broken is not None else [False] * len(table)
    rows = zip(table.rows.tolist(), table.frame.itertuples(index=False), broken, strict=True)
    return {number: list(cells) for number, cells, lost in rows if not lost}


def untouched_right(table: RawTable, truth: list[list[str]], touched: set[int]) -> bool:
    """Is every row of the truth there, cell by cell, but for those touched?"""
    got = cells_of(table)
    shift = int(table.rows[0]) - 2 if len(table) else 0  # rows above the header
    wanted = {number + shift: row for number, row in enumerate(truth[1:], 2) if number not in touched}
    return all(filled(got.get(number, [])) == filled(row) for number, row in wanted.items())


def samples(folder: Path) -> str:
    """Are the samples of a detector of encodings decoded right, or is the doubt said?"""
    codecs = {"GB2312": "gb18030", "Big5": "cp950", "SHIFT_JIS": "cp932", "EUC-KR": "cp949", "windows-1252": "cp1252"}
    found: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.*")):
        data = path.read_bytes()
        got = to_utf8(data, "", FIT)
        name = codecs.get(path.parent.name, path.parent.name)
        same = name != "EUC-TW" and got.data.decode(errors="replace") == data.decode(name, errors="replace")
        found["right" if same else "asked" if got.other or got.damaged else "silently wrong"] += 1
    return verdict(found)


def made(encoding: str) -> str:
    """Samples of every language that has files in an encoding: file, header, row, both, one row among many."""
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for header, row, encodings in LANGUAGES:
            if encoding in encodings:
                found.update(judged(text, encoding, Path(folder) / "leads.csv") for text in texts(header, row))
    return verdict(found)


def texts(header: str, row: str) -> list[str]:
    """A whole file, its header, one row, a header with one row, one row and one cell among 500 of ASCII."""
    among = ["id,company,name,phone", *PLAIN[:250], row, *PLAIN[250:]]
    cell = ["id,name", *(f"{at},Bob" for at in range(250)), f"251,{row.partition(',')[0]}", "252,Al"]
    lines = ([header, *[row] * 30], [header], [row], [header, row], among, cell)
    return ["\n".join(some) + "\n" for some in lines]


def judged(text: str, encoding: str, path: Path) -> str:
    """``right``, ``asked`` (a warning names the doubt) or ``silently wrong``."""
    path.write_bytes(text.encode(encoding))
    tables, problems = read_tables([path], FIT)
    wanted = Counter(cell for line in text.splitlines() for cell in line.split(","))
    got = Counter(cell for table in tables for row in cells_of(table).values() for cell in row)
    got += Counter(re.sub(r" \(\d+\)$", "", label) for table in tables for label in table.frame.columns)
    if tables and got == wanted:
        return "right"
    said = {one.code for one in (*problems, *(note for table in tables for note in table.notes))}
    return "asked" if said & ASKS or not tables else "silently wrong"


def verdict(found: Counter[str]) -> str:
    """The counts in words."""
    return f"{found.total()} | {found['right']} right, {found['asked']} asked, {found['silently wrong']} silently wrong"


if __name__ == "__main__":
    main()
