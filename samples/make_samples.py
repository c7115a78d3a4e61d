"""Make every sample file, the same bytes each time: ``python samples/make_samples.py [folder]``.

Three exports of the same kind of leads, as they come: a UTF-8 CSV of the website, a GB18030 CSV of a trade fair, an
Excel file of an advertising platform with a title row and a second sheet; a roster with its leave sheet, and an old
one; customers; a few corrections by hand; rules kept in a workbook.
"""

from __future__ import annotations

import csv
import io
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import people
import workbooks
from material import (
    BRANDS,
    CASES,
    FIELDS,
    GIVEN,
    HEADERS,
    MESSAGES,
    PLACES,
    PRODUCTS,
    SOURCES,
    SURNAMES,
    TITLES,
    TRADES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from material import Case

SEED = 20261122
NOW = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 -- the samples' local morning, not the clock
ORDINARY = {"csv": 58, "gbk": 32, "xlsx": 24}

PREFIX = {"csv": "W", "gbk": "E", "xlsx": "A"}
UNKNOWN = {
    "csv": ("/mes", "/erp", "/price"),
    "gbk": ("H2-101", "H2-205", "H3-017"),
    "xlsx": ("gclid-0001", "gclid-0002", "gclid-0003"),
}
LAST = {"csv": ("urgency",), "gbk": ("credit", "expected"), "xlsx": ("country", "campaign")}
DATES = {"csv": "%Y-%m-%d %H:%M", "gbk": "%Y/%m/%d %H:%M", "xlsx": "%Y-%m-%d %H:%M"}

Row = dict[str, str]
T = TypeVar("T")


class Sampler:
    """Draws from lists by ``Random.random`` alone, whose numbers Python promises to keep from version to version."""

    def __init__(self, seed: int) -> None:
        """Start the sequence at ``seed``."""
        self._random = random.Random(seed)  # noqa: S311 -- made-up data, not a secret

    def number(self, below: int) -> int:
        """A whole number from 0 up to, not including, ``below``."""
        return int(self._random.random() * below)

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.number(len(choices))]


def make(folder: Path) -> None:
    """Write all sample files into ``folder``."""
    rows = lead_rows()
    (folder / "leads.csv").write_bytes(_csv(HEADERS["csv"], rows["csv"]).encode("utf-8"))
    (folder / "leads_gbk.csv").write_bytes(_csv(HEADERS["gbk"], rows["gbk"]).encode("gb18030"))
    (folder / "leads.xlsx").write_bytes(workbooks.leads_workbook(rows["xlsx"]))
    (folder / "reps.xlsx").write_bytes(workbooks.roster_workbook())
    (folder / "customers.xlsx").write_bytes(workbooks.customers_workbook())
    (folder / "reps_q3.csv").write_bytes(_csv(people.REP_HEADERS, people.old_rep_rows()).encode("utf-8"))
    (folder / "corrections.csv").write_bytes(_csv(people.CORRECTIONS[0], people.CORRECTIONS[1:]).encode("utf-8"))
    (folder / "decision-table").mkdir(exist_ok=True)
    (folder / "decision-table" / "rules.xlsx").write_bytes(workbooks.rules_workbook())
    (folder / "tables").mkdir(exist_ok=True)
    (folder / "tables" / "products.csv").write_bytes(_csv(people.PRODUCTS[0], people.PRODUCTS[1:]).encode("utf-8"))


def lead_rows() -> dict[str, list[list[str]]]:
    """The rows of each export, in the order of its headers: ordinary leads with the told cases strewn in."""
    sampler = Sampler(SEED)
    leads: dict[str, list[Row]] = {file: [] for file in HEADERS}
    for number, file in enumerate(file for file, count in ORDINARY.items() for _ in range(count)):
        leads[file].append(_ordinary(sampler, file, number))
    for case in CASES:
        leads[case.file].insert(sampler.number(len(leads[case.file])), _told(sampler, case))
    return {file: [_row(file, number, lead) for number, lead in enumerate(found, 1)] for file, found in leads.items()}


def _ordinary(sampler: Sampler, file: str, number: int) -> Row:
    brand, latin = BRANDS[number % len(BRANDS)]
    spellings, city = PLACES[number * 7 // len(BRANDS) % len(PLACES)] if number % 3 else sampler.pick(PLACES)
    trade, industry = sampler.pick(TRADES)
    name = sampler.pick(SURNAMES) + sampler.pick(GIVEN)
    return {
        "created": _created(sampler, file, sampler.number(6)),
        "company": f"{city}{brand}{trade}有限公司",
        "contact": name,
        "title": sampler.pick(TITLES),
        "phone": f"1380000{1000 + number}" if sampler.number(12) else "",
        "email": f"u{number}@{latin}{number}.example" if sampler.number(3) else f"u{number}@example.com",
        "province": sampler.pick(spellings),
        "city": city,
        "industry": industry if sampler.number(9) else "",
        "employees": str(20 + sampler.number(60) * sampler.number(30)),
        "product": sampler.pick(PRODUCTS),
        "source": sampler.pick(SOURCES),
        "budget": str(10_000 * (1 + sampler.number(40))) if sampler.number(3) else "",
        "message": sampler.pick(MESSAGES),
        "unknown": sampler.pick(UNKNOWN[file]),
        "urgency": sampler.pick(("高", "中", "低", "", "")),
        "expected": sampler.pick(("2026-12-15", "2027/3/1", "", "")),
        "campaign": sampler.pick(("双十一直播", "double11 搜索", "秋季展预热", "品牌词")),
        "country": sampler.pick(("中国", "CN", "")),
    }


def _told(sampler: Sampler, case: Case) -> Row:
    told = {field: value for field, value in case._asdict().items() if isinstance(value, str)}
    credit = people.credit_code(case.credit) if case.credit else ""
    return {**told, "credit": credit, "created": _created(sampler, case.file, case.age_days), "unknown": ""}


def _created(sampler: Sampler, file: str, days: int) -> str:
    when = NOW - timedelta(days=days, minutes=10 + sampler.number(600))
    return when.strftime(DATES[file])


def _row(file: str, number: int, lead: Row) -> list[str]:
    known = any(lead.get(field) for field in ("company", "contact", "phone", "email"))
    numbered = {**lead, "lead_id": f"{PREFIX[file]}{number:04}" if known else ""}
    return [numbered.get(field, "") for field in (*FIELDS, "unknown", *LAST[file])]


def _csv(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([headers, *rows])
    return text.getvalue()


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
