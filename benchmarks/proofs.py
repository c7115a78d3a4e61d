"""How long the proofs of ``leadroute check`` take, and whether they agree with the engine.

``python -m benchmarks.proofs`` times several kinds of rulebooks, of two or three sizes, three of each; ``--books 5000``
also holds the claims about so many random rulebooks against the engine, which is asked about every lead there can be
for them. ``--write`` puts the figures into docs/check.md. Seconds are those of one processor, so that other work on the
machine does not count.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.page import put
from leadroute.commands.check import Asked, check
from leadroute.model.rulebook import All, AnyOf, AssignPool, NoneOf, OnMissing, Rule, Rulebook, Test
from leadroute.proof.prove import prove
from tests.proof.agreement import disagreements, omissions
from tests.proof.worlds import ANY, DAY, EXACT, NOW, around, random_book

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leadroute.model.rulebook import Condition
    from leadroute.proof.claims import Claim

PAGE = Path(__file__).parent.parent / "docs" / "check.md"
SIZES = (20, 100, 400)
ROWS = (100, 500)
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
UNSURE = 1 / 30  # share of rules to be reviewed where they are unknown
EMPTY = 1 / 3  # share of empty cells in a table


def mixed(rules: int, dice: Random) -> Rulebook:
    """So many rules as people write them: lists, ranges, parts of texts, blanks, nested any and none."""
    return Rulebook(rules=tuple(_rule(at, dice) for at in range(rules)))


def _rule(at: int, dice: Random) -> Rule:
    tests: list[Condition] = [_test(dice) for _ in range(dice.randint(1, 4))]
    if dice.random() < NESTED:
        kinds: list[type[AnyOf | NoneOf]] = [AnyOf, NoneOf]
        kind = dice.choice(kinds)
        tests.append(kind(tuple(_test(dice) for _ in range(dice.randint(2, 3)))))
    return Rule(f"rule {at}", All(tuple(tests)), AssignPool(f"pool {dice.randint(1, 9)}"), OnMissing.NO_MATCH)


def ranges(rules: int, dice: Random) -> Rulebook:
    """So many rules about sizes, hardly two with the same limits, which overlap everywhere."""
    return Rulebook(rules=tuple(_sized(at, dice, OnMissing.NO_MATCH) for at in range(rules)))


def unsure(rules: int, dice: Random) -> Rulebook:
    """The same, and of one rule in thirty it is to be reviewed if it is unknown whether it matches."""
    missing = (OnMissing.NO_MATCH if dice.random() > UNSURE else OnMissing.REVIEW for _ in range(rules))
    return Rulebook(rules=tuple(_sized(at, dice, each) for at, each in enumerate(missing)))


def _sized(at: int, dice: Random, missing: OnMissing) -> Rule:
    low = dice.randint(1, 500) * 1000.0
    tests = [Test("budget", "between", (low, low + dice.randint(1, 200) * 1000.0))]
    others = [
        Test("province", "in", tuple(dice.sample(PLACES, dice.randint(1, 6)))),
        Test("employees", dice.choice(["gte", "lt"]), float(dice.randint(1, 2000))),
        Test("source", "in", tuple(dice.sample(SOURCES, dice.randint(1, 4)))),
    ]
    tests += [test for test in others if dice.random() < 1 / 2]
    return Rule(f"rule {at}", All(tuple(tests)), AssignPool(f"pool {dice.randint(1, 9)}"), missing)


def table(rows: int, dice: Random) -> Rulebook:
    """A decision table of so many rows and six columns, about a third of its cells empty."""
    return Rulebook(rules=tuple(_row(at, dice) for at in range(rows)))


def _row(at: int, dice: Random) -> Rule:
    low = dice.randint(0, 20) * 50_000.0
    cells = [
        Test("province", "in", tuple(dice.sample(PLACES, dice.randint(1, 4)))),
        Test("source", "in", tuple(dice.sample(SOURCES, dice.randint(1, 4)))),
        Test("product", "in", tuple(f"P{one}" for one in dice.sample(range(60), dice.randint(1, 4)))),
        Test("title", "eq", dice.choice(["总监", "经理", "总裁"])),
        Test("budget", "between", (low, low + dice.randint(1, 4) * 50_000.0)),
        Test("employees", "gte", float(dice.choice([50, 100, 300, 500, 1000]))),
    ]
    filled = tuple(cell for cell in cells if dice.random() > EMPTY)
    return Rule(f"row {at}", All(filled or (cells[0],)), AssignPool(f"pool {dice.randint(1, 9)}"), OnMissing.NO_MATCH)


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


def spelled(book: Rulebook) -> str:
    """The same rulebook as people would hand it in."""
    pools = "".join(f"  pool {number}: {{members: all}}\n" for number in range(1, 10))
    rules = "".join(
        f"  - name: {rule.name}\n    when: {_condition(rule.when)}\n    assign: {rule.action.pool}\n"
        for rule in book.rules
        if isinstance(rule.action, AssignPool)
    )
    return f"leadroute: 1\nlanguage: en\npools:\n{pools}rules:\n{rules}default: open_pool\n"


def _condition(condition: Condition) -> str:
    if isinstance(condition, Test):
        return f"{{{condition.field}: {{{condition.operator}: {_operand(condition)}}}}}"
    word = {All: "all", AnyOf: "any", NoneOf: "none"}[type(condition)]
    return f"{{{word}: [{', '.join(map(_condition, condition.parts))}]}}"


def _operand(test: Test) -> str:
    if isinstance(test.operand, tuple):
        return f"[{', '.join(map(str, test.operand))}]"
    if isinstance(test.operand, bool):
        return str(test.operand).lower()
    if isinstance(test.operand, float) and test.operator == "newer_than":
        return f"{test.operand / DAY:g}d"
    return str(test.operand)


def timed(kind: str, rules: int) -> str:
    """The line of the table for rulebooks of a kind and of so many rules."""
    spent, whole, found = [], [], Counter[str]()
    for seed in range(BOOKS):
        book = KINDS[kind][0](rules, Random(seed))  # noqa: S311 - rulebooks, no secrets
        start = time.process_time()
        claims = prove(book, around(), NOW)
        spent.append(time.process_time() - start)
        whole += [_checked(book)] if kind == "mixed" else []
        found += _counted(claims)
    seconds = " | ".join(f"{min(one):.2f}-{max(one):.2f}" if one else "" for one in (spent, whole))
    counts = f"{found.total() - found['Open'] - found['Unanswered']} | {found['Open']}"
    return f"| {kind} | {rules} | {BOOKS} | {seconds} | {counts} |"


def _checked(book: Rulebook) -> float:
    """The seconds of a whole check: the file is read, proved things about, and the findings are told."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rules.yaml"
        path.write_text(spelled(book), encoding="utf-8")
        start = time.process_time()
        checked = check(Asked(path, lambda zone: NOW.replace(tzinfo=zone)))
        assert not checked.failed, checked  # noqa: S101 - a script
        return time.process_time() - start


KINDS = {
    "mixed": (mixed, SIZES),
    "overlapping ranges": (ranges, SIZES),
    "overlapping ranges, some to review": (unsure, SIZES),
    "decision table": (table, ROWS),
}
"""What makes a rulebook of each kind, and of how many rules."""


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
    heads = (
        "| rulebooks | rules | tried | proofs, CPU s | whole check, CPU s | claims | rules not decided |",
        "|---|---:|---:|---:|---:|---:|---:|",
    )
    lines = [timed(kind, rules) for kind, (_, sizes) in KINDS.items() for rules in sizes]
    tables = {"proof-time": [*heads, *lines]}
    if chosen.books:
        heads = (
            "| conditions with | rulebooks | claims | wrong | rules nothing is said of | rules not decided | CPU s |",
            "|---|---:|---:|---:|---:|---:|---:|",
        )
        tables["proof-agreement"] = [*heads, *agreement(chosen.books)]
    for name, rows in tables.items():
        print("\n".join(rows), flush=True)
        if chosen.write:
            put(PAGE, name, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
