"""How long the proofs of ``leadroute check`` take on mixed rulebooks, and whether they agree with the engine.

``python -m benchmarks.proofs`` times 20, 100 and 400 rules, three rulebooks of each; ``--books 5000`` also holds the
claims about so many random rulebooks against the engine, which is asked about every lead there can be for them.
``--write`` puts the figures into docs/check.md. Seconds are those of one processor, so that other work on the machine
does not count.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks.page import put
from leadroute.model.rulebook import All, AnyOf, AssignPool, NoneOf, OnMissing, Rule, Rulebook, Test
from leadroute.proof.prove import prove
from tests.proof.agreement import disagreements, omissions
from tests.proof.worlds import ANY, EXACT, NOW, around, random_book

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leadroute.proof.claims import Claim

PAGE = Path(__file__).parent.parent / "docs" / "check.md"
SIZES = (20, 100, 400)
BOOKS = 3
PLACES = (
    "北京",
    "天津",
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "上海",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
)
TRADES = (
    "机械",
    "制造",
    "电子",
    "化工",
    "汽车",
    "医药",
    "食品",
    "物流",
    "软件",
    "教育",
    "机械制造",
    "电子制造",
    "汽车零部件",
)
SOURCES = ("官网", "展会", "转介绍", "百度", "抖音", "微信", "电话", "邮件")
NESTED = 0.3  # share of rules with a nested condition


def mixed(rules: int, dice: Random) -> Rulebook:
    """So many rules as people write them: lists, ranges, parts of texts, blanks, nested any and none."""
    return Rulebook(rules=tuple(_rule(at, dice) for at in range(rules)))


def _rule(at: int, dice: Random) -> Rule:
    tests = [_test(dice) for _ in range(dice.randint(1, 4))]
    if dice.random() < NESTED:
        kind = dice.choice([AnyOf, NoneOf])
        tests.append(kind(tuple(_test(dice) for _ in range(dice.randint(2, 3)))))
    return Rule(f"rule {at}", All(tuple(tests)), AssignPool(f"pool {dice.randint(1, 9)}"), OnMissing.NO_MATCH)


def _test(dice: Random) -> Test:
    size = float(dice.randint(1, 30) * 20_000)
    return dice.choice(
        [
            Test("province", "in", tuple(dice.sample(PLACES, dice.randint(1, 5)))),
            Test("province", "in", tuple(dice.sample(PLACES, dice.randint(1, 5)))),
            Test("industry", "contains", tuple(dice.sample(TRADES, dice.randint(1, 3)))),
            Test("source", "in", tuple(dice.sample(SOURCES, dice.randint(1, 3)))),
            Test("source", "eq", dice.choice(SOURCES)),
            Test("budget", dice.choice(["gt", "gte", "lt", "lte"]), size),
            Test("budget", "between", (size, size + 200_000)),
            Test("employees", dice.choice(["gte", "lt"]), float(dice.choice([50, 100, 500, 1000]))),
            Test("product", "eq", f"P{dice.randint(1, 30)}"),
            Test("title", "ends_with", (dice.choice(["总监", "经理", "总裁"]),)),
            Test("email", "present", operand=True),
            Test("created_at", "newer_than", float(dice.choice([7, 30, 90]) * 86400)),
        ]
    )


def timed(rules: int) -> str:
    """The line of the table for rulebooks of so many rules."""
    spent, found = [], Counter[str]()
    for seed in range(BOOKS):
        book = mixed(rules, Random(seed))  # noqa: S311 - rulebooks, no secrets
        start = time.process_time()
        claims = prove(book, around(), NOW)
        spent.append(time.process_time() - start)
        found += _counted(claims)
    seconds = f"{min(spent):.2f}-{max(spent):.2f}"
    return f"| {rules} | {BOOKS} | {seconds} | {found.total()} | {found['Open']} |"


def agreement(books: int) -> Iterator[str]:
    """The lines of the table for so many random rulebooks, half of them with exact operators only."""
    for name, operators, remainder in (("exact operators only", EXACT, 0), ("every operator", ANY, 1)):
        start, wrong, silent, found = time.process_time(), 0, 0, Counter[str]()
        seeds = range(remainder, books, 2)
        for seed in seeds:
            book = random_book(Random(seed), operators)  # noqa: S311 - as above
            found += _counted(prove(book, around(), NOW))
            wrong += sum(1 for _ in disagreements(book))
            silent += sum(1 for _ in omissions(book)) if operators is EXACT else 0
        missed = str(silent) if operators is EXACT else "-"
        checked = found.total() - found["Open"]
        spent = time.process_time() - start
        yield f"| {name} | {len(seeds):,} | {checked:,} | {wrong} | {missed} | {found['Open']:,} | {spent:.0f} |"


def _counted(claims: Iterable[Claim]) -> Counter[str]:
    return Counter(type(claim).__name__ for claim in claims)


def main() -> int:
    """Read the command line, measure, print; ``--write`` also puts the tables into the page."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--books", type=int, default=0)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    heads = ("| rules | rulebooks | CPU s, least and most | claims | rules not decided |", "|---:|---:|---:|---:|---:|")
    tables = {"proof-time": [*heads, *map(timed, SIZES)]}
    if chosen.books:
        heads = (
            "| conditions with | rulebooks | claims | wrong | rules nothing is said of | rules not decided | CPU s |",
            "|---|---:|---:|---:|---:|---:|---:|",
        )
        tables["proof-agreement"] = [*heads, *agreement(chosen.books)]
    for name, lines in tables.items():
        print("\n".join(lines), flush=True)
        if chosen.write:
            put(PAGE, name, lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
