"""A year of daily runs: reps come and go on leave, caps fill up, pools overlap, leads come again."""

from __future__ import annotations

import random
import sqlite3
import time
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.cli.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from typer.testing import Result

BEGIN = date(2026, 1, 1)
REGIONS = ("north", "south", "east", "west")
RULES = """\
leadroute: 1
language: en
pools:
  north: {members: {team: north}, caps: {day: 15}, when_full: [everybody]}
  south: {members: {team: south}, caps: {week: 80}, when_full: [everybody]}
  east: {members: {team: east}, strategy: round_robin, when_full: [everybody]}
  west: {members: {team: west}, when_full: [everybody]}
  senior: {members: {level: senior}, caps: {day: 4}, when_full: [everybody]}
  everybody: {members: all}
rules:
  - {name: finance, when: {industry: finance}, assign: senior}
  - {name: north, when: {region: north}, assign: north}
  - {name: south, when: {region: south}, assign: south}
  - {name: east, when: {region: east}, assign: east}
  - {name: west, when: {region: west}, assign: west}
default: everybody
fields: {region: {aliases: [region]}}
"""
_AGAIN, _SAME_FIRM, _FINANCE, _NOWHERE = 0.04, 0.05, 0.05, 0.1


@dataclass(frozen=True, slots=True)
class Day:
    """What a day's run cost (seconds of CPU), what it gave, and how the ledger stands after it.

    ``gap`` is the largest distance of any rep from entitlement, in leads; ``size`` the bytes of the ledger.
    """

    number: int
    cpu: float
    assigned: int
    gap: float
    size: int


def days(folder: Path, count: int, leads: int, reps: int) -> Iterator[Day]:
    """Live through so many days with so many leads each."""
    desk = Desk(folder).put("rules.yaml", RULES)
    dice = random.Random(11)  # noqa: S311 - a seeded example, no secret
    for number in range(count):
        desk.put("reps.csv", roster(number, reps)).put("leads.csv", export(number, leads, dice))
        start = time.process_time()
        result = _assign(desk, number)
        cpu = time.process_time() - start
        assert result.exit_code == 0, result.stderr
        yield Day(number + 1, cpu, *_standing(folder / "rules.ledger"))


def cost(folder: Path, number: int, leads: int, reps: int) -> float:
    """Seconds of CPU of the run of a day, in a folder where the days before were lived through."""
    desk = Desk(folder).put("reps.csv", roster(number, reps))
    desk.put("leads.csv", export(number, leads, random.Random(number)))  # noqa: S311 - as above
    start = time.process_time()
    result = _assign(desk, number)
    assert result.exit_code == 0, result.stderr
    return time.process_time() - start


def roster(number: int, reps: int) -> str:
    """The roster of a day: one in ten is new, everybody is on leave five days in a hundred and twenty."""
    lines = ["id,name,team,level,weight,status,cap_day,cap_week,cap_month,leave_start,leave_end"]
    for at in range(reps):
        if at % 10 == 9 and number < at:
            continue
        leave = number - (number + 37 * at) % 120
        start, end = BEGIN + timedelta(days=leave), BEGIN + timedelta(days=leave + 4)
        caps = f"{8 if at % 6 == 1 else ''},{50 if at % 7 == 2 else ''},{180 if at % 11 == 3 else ''}"
        level, weight = ("senior" if at % 4 == 0 else "junior"), (1, 1.5, 2)[at % 3]
        lines.append(f"R{at:02d},Rep {at},{REGIONS[at // 2 % 4]},{level},{weight},active,{caps},{start},{end}")
    return "\n".join([*lines, ""])


def export(number: int, leads: int, dice: random.Random) -> str:
    """The leads of a day: most are new, some were there before, some are of a firm that was."""
    lines = ["lead_id,company,contact,phone,industry,region"]
    for at in range(number * leads, (number + 1) * leads):
        who = dice.randrange(at) if at and dice.random() < _AGAIN else at
        firm = dice.randrange(max(0, who - 2000), who) if who and dice.random() < _SAME_FIRM else who
        industry = "finance" if dice.random() < _FINANCE else "trade"
        region = "" if dice.random() < _NOWHERE else dice.choice(REGIONS)
        lines.append(f"L{who},firm {firm},person {who},138{who:08d},{industry},{region}")
    return "\n".join([*lines, ""])


def _assign(desk: Desk, number: int) -> Result:
    words = ("leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml", "--format", "csv", "-q", "-o", "out")
    return desk.run("assign", *words, "--now", f"{BEGIN + timedelta(days=number)}T09:00")


def _standing(ledger: Path) -> tuple[int, float, int]:
    """Leads given in the last run, the largest gap, the size of the ledger; asked without leadroute."""
    with sqlite3.connect(ledger) as database:
        (assigned,) = database.execute(
            "SELECT COUNT(*) FROM decision WHERE rep IS NOT NULL AND run = (SELECT MAX(number) FROM run)"
        ).fetchone()
        gaps = database.execute("SELECT ABS(SUM(entitled - paid)) FROM entry GROUP BY rep").fetchall()
    return assigned, max(gap for (gap,) in gaps) / 10**12, ledger.stat().st_size
