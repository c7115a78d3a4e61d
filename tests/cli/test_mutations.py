"""Hundreds of damaged rulebooks, rosters and lead files: always a plain answer, never a bug.

``LEADROUTE_FUZZ=10`` runs ten times as many; the seed of each case is its number.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import ROOT, Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TIMES = float(os.environ.get("LEADROUTE_FUZZ", "1"))
BOOKS, FILES, BATCH = round(100 * TIMES), round(60 * TIMES), 20

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff]")
TOKENS: tuple[str, ...] = (
    *"：:{}[]'-~%#&*!|>,，“\"\t\n\\\0\ufeff\u202e\u3000１张",
    *(
        "nan",
        "null",
        "true",
        "all",
        "open_pool",
        "customer",
        "R001",
        "在职",
        "离职",
        "<<: ",
        "!!x ",
        "&a ",
        "*a ",
        "'.*'",
    ),
    *("1e400", "-1", "0", "1/0", "100%", "0d", "9999y", "2026-13-45", "99999999999999999999"),
)
ROSTER = """\
工号,姓名,团队,级别,权重,日上限,在手线索,状态,入职日期,技能,负责省份,成交数,跟进数,代理人,休假开始,休假结束
R001,林小舟,华东,高级,3,30,22,在职,2021-03-01,大客户、英语,上海、江苏,60,200,R004,,
R004,苏打水,华南,高级,1.5,20,8,在职,2024-09-01,英语,广东,30,200,R007,2026-11-20,2026-11-25
R007,北辰星,华北,中级,1,,5,在职,2026-11-01,,北京,10,100,R011,,
R011,向晚晴,海外,中级,2,10,0,在职,,英语,,,,,,
R012,晨曦,大客户,高级,1,10,0,停用,,大客户,,,,,,
"""


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The bytes with one to three accidents: flips, words put in, pieces or lines lost, the end cut off."""
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(data) + 1)
        data = dice.choice(ACCIDENTS)(data, at, dice)
    return data


def _token(dice: random.Random) -> bytes:
    token: str = dice.choice(TOKENS)
    return token.encode()


def _flip(data: bytes, at: int, dice: random.Random) -> bytes:
    return data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]


def _put_in(data: bytes, at: int, dice: random.Random) -> bytes:
    return data[:at] + _token(dice) + data[at:]


def _replace(data: bytes, at: int, dice: random.Random) -> bytes:
    return data[:at] + _token(dice) + data[at + dice.randint(1, 6) :]


def _lose(data: bytes, at: int, dice: random.Random) -> bytes:
    return data[:at] + data[at + dice.randint(1, 12) :]


def _cut(data: bytes, at: int, dice: random.Random) -> bytes:
    return data[:at] if dice.random() < 1 / 4 else data


def _lines(data: bytes, at: int, dice: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at %= len(lines)
    new: list[list[bytes]] = [[], [lines[at], lines[at]], [dice.choice(lines)]]
    lines[at : at + 1] = dice.choice(new)
    return b"".join(lines)


ACCIDENTS: list[Callable[[bytes, int, random.Random], bytes]] = [_flip, _put_in, _replace, _lose, _cut, _lines]


@pytest.fixture(scope="module")
def on(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with the example rulebook, a roster as CSV, and the first leads of the samples."""
    folder: Path = tmp_path_factory.mktemp("mutations")
    shutil.copytree(ROOT / "samples", folder / "samples")
    few = b"".join((ROOT / "samples" / "leads.csv").read_bytes().splitlines(keepends=True)[:12])
    whole = (ROOT / "rules.example.yaml").read_bytes()
    return Desk(folder).put("leads.csv", few).put("reps.csv", ROSTER).put("rules.yaml", whole)


def _sound(on: Desk, seed: int, name: str, content: bytes, *options: str) -> None:
    """Run with one file replaced: an exit code of the list, plain lines, no traceback, no temporary file."""
    kept = (on.folder / name).read_bytes()
    on.put(name, content)
    try:
        command = ("assign", "leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml", "--now", "2026-11-23T09:00")
        result = on.run(*command, *(("--customers", name) if "customers" in name else ()), *options)
    finally:
        on.put(name, kept)
    assert result.exit_code in {Exit.DONE, Exit.INPUT, Exit.RULES}, (seed, result.stderr)
    assert "Traceback" not in result.stdout + result.stderr, seed
    assert not CONTROL.search(result.stderr), seed
    assert (result.exit_code == Exit.DONE) != bool(result.stderr), (seed, result.stderr)
    assert not list(on.folder.glob("out/.*")), seed


@pytest.mark.parametrize("batch", range(0, BOOKS, BATCH))
def test_mutated_rulebooks(on: Desk, batch: int) -> None:
    whole = (on.folder / "rules.yaml").read_bytes()
    for seed in range(batch, min(batch + BATCH, BOOKS)):
        _sound(on, seed, "rules.yaml", mutated(whole, random.Random(seed)), "--dry-run")  # noqa: S311 - repeatable


@pytest.mark.parametrize("batch", range(0, FILES, BATCH))
def test_mutated_tables(on: Desk, batch: int) -> None:
    for seed in range(batch, min(batch + BATCH, FILES)):
        dice = random.Random(seed)  # noqa: S311 - repeatable
        name = dice.choice(["leads.csv", "leads.csv", "reps.csv", "reps.csv", "samples/customers.xlsx"])
        source = ROOT / "samples" / dice.choice(["leads.xlsx", "leads_gbk.csv"])
        whole = source.read_bytes() if name == "leads.csv" and seed % 4 == 0 else (on.folder / name).read_bytes()
        _sound(on, seed, name, mutated(whole, dice), dice.choice(["--split", "--json", "--format=csv", "-q"]))
