"""How long the proofs of ``leadroute check`` take on mixed rulebooks, and whether they agree with the engine.

``python -m benchmarks.proofs`` times 20, 100 and 400 rules; ``python -m benchmarks.proofs 5000`` also holds the claims
about so many random rulebooks against the engine, which is asked about every lead there can be for them.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from random import Random

from leadroute.model.rulebook import All, AnyOf, AssignPool, NoneOf, OnMissing, Rule, Rulebook, Test
from leadroute.proof.prove import prove
from tests.proof.agreement import disagreements, omissions
from tests.proof.worlds import ANY, EXACT, NOW, around, random_book

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


def _timed(rules: int) -> None:
    for seed in range(3):
        book = mixed(rules, Random(seed))  # noqa: S311 - rulebooks, no secrets
        start = time.perf_counter()
        claims = prove(book, around(), NOW)
        spent = time.perf_counter() - start
        counted = Counter(type(claim).__name__ for claim in claims)
        print(f"{rules} rules, seed {seed}: {spent:.2f} s  {dict(sorted(counted.items()))}", flush=True)


def _agreement(books: int) -> None:
    start, wrong, silent = time.perf_counter(), 0, 0
    for seed in range(books):
        exact = seed % 2 == 0
        book = random_book(Random(seed), EXACT if exact else ANY)  # noqa: S311 - as above
        wrong += sum(1 for _ in disagreements(book))
        silent += sum(1 for _ in omissions(book)) if exact else 0
    spent = time.perf_counter() - start
    print(f"{books} random rulebooks: {wrong} wrong claims, {silent} omissions where all is exact ({spent:.0f} s)")


if __name__ == "__main__":
    for count in (20, 100, 400):
        _timed(count)
    if sys.argv[1:]:
        _agreement(int(sys.argv[1]))
