"""Small rulebooks at random, every lead there can be for them, and what the engine says of those."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, cached_property
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.conditions import TRUE, Examiner
from leadroute.engine.match import match_rules
from leadroute.engine.operators import Surroundings
from leadroute.intake.clean import CLEANERS
from leadroute.intake.operands import align
from leadroute.model.fields import Kind
from leadroute.model.operators import OPERATORS
from leadroute.model.rulebook import (
    All,
    AnyOf,
    AssignPool,
    FieldSpec,
    NoneOf,
    OnMissing,
    Rule,
    Rulebook,
    Test,
)
from leadroute.proof.values import Around
from leadroute.rulebook.moments import to_seconds
from leadroute.tables.arrow import strings
from leadroute.tables.leads import Column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    import numpy.typing as npt

    from leadroute.engine.plan import Matches
    from leadroute.model.rulebook import Condition, Operand
    from leadroute.proof.reach import Witness
    from leadroute.tables.leads import Mask, Rows

NOW = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - local time, as rules have it
DAY = 86400.0
TEXTS = ["", "a", "b", "aa", "ab", "ba", "bb", "aba", "abb", "aab", "c", "cab"]
PLACES = ["", "上海", "江苏", "浙江", "北京"]
SIZES = [
    "",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "1-2",
    "1-4",
    "1-7",
    "2-3",
    "2-6",
    "3-4",
    "3-5",
    "4-6",
    "5-7",
    "6-7",
    "4-5",
]
DATES = ["", *(f"2026-11-{day:02d} 12:00" for day in (1, 10, 14, 17, 20, 23, 24, 28))]
FIELDS = {"industry": TEXTS, "province": PLACES, "budget": SIZES, "made_on": DATES}
KINDS = {"industry": Kind.TEXT, "province": Kind.PROVINCE, "budget": Kind.NUMBER, "made_on": Kind.DATE}
MOMENTS = [NOW + timedelta(days=days) for days in range(7)]
EXACT = frozenset({"eq", "ne", "in", "not_in", "empty", "present", "gt", "gte", "lt", "lte", "between"})
ANY = frozenset(OPERATORS)


@dataclass(frozen=True, eq=False)
class Columns:
    """Leads as columns."""

    columns: Mapping[str, Column]
    rows: int

    def __len__(self) -> int:
        """The number of rows."""
        return self.rows


def columns(rows: Sequence[Mapping[str, str]]) -> Columns:
    """Leads from texts as they stand in files, through the cleaners."""
    found = {name: _column([row.get(name, "") for row in rows], kind) for name, kind in KINDS.items()}
    return Columns(found, len(rows))


def _column(texts: list[str], kind: Kind) -> Column:
    encoded = strings(texts).dictionary_encode()
    clean = CLEANERS[kind](encoded.dictionary)
    codes = encoded.indices.to_numpy()
    return Column(kind, codes, clean.values, clean.keys, clean.status, clean.numbers, clean.upper)


EVERY_LEAD = columns([dict(zip(FIELDS, cells, strict=True)) for cells in product(*FIELDS.values())])


@dataclass(frozen=True, eq=False)
class Engine:
    """What the engine says about a rulebook."""

    book: Rulebook

    @cached_property
    def aligned(self) -> Rulebook:
        """The rulebook as a run compares."""
        return align(self.book)

    def matches(self, leads: Columns, moment: datetime) -> Matches:
        """Which rule decides each lead."""
        return match_rules(self.aligned.rules, examiner(leads, moment), np.arange(len(leads)), moment)

    @property
    def moments(self) -> list[datetime]:
        """The days of a week if any rule asks for one; ages are not the same on all of them."""
        return MOMENTS if any(rule.weekdays for rule in self.book.rules) else MOMENTS[:1]

    @cached_property
    def decided(self) -> list[npt.NDArray[np.int16]]:
        """The rule of every lead at each moment."""
        return [self.matches(EVERY_LEAD, moment).rule for moment in self.moments]

    @cached_property
    def hits(self) -> frozenset[int]:
        """The rules that decide any lead at any moment."""
        return frozenset(at for rule in self.decided for at in set(rule.tolist()))

    @cache  # noqa: B019 - an engine lives as long as one test
    def taken(self, at: int) -> list[Mask]:
        """The leads a rule takes, of every lead at each moment."""
        return [self.takes(at, EVERY_LEAD, moment) for moment in self.moments]

    def takes(self, at: int, leads: Columns, moment: datetime) -> Mask:
        """The leads a rule takes when it is asked first."""
        rows: Rows = np.arange(len(leads))
        return np.asarray(match_rules((self.aligned.rules[at],), examiner(leads, moment), rows, moment).rule == 0)

    def holds(self, test: Test, leads: Columns, moment: datetime) -> Mask:
        """The leads of which a test surely holds."""
        (rule,) = align(Rulebook(rules=(Rule("", test, AssignPool("")),), fields=self.book.fields)).rules
        return np.asarray(examiner(leads, moment).truth(rule.when, np.arange(len(leads))) == TRUE)


def examiner(leads: Columns, moment: datetime) -> Examiner:
    """What answers conditions at a moment; reps have no values."""
    return Examiner(leads, Surroundings(to_seconds(moment), {}))


def around(moment: datetime = NOW) -> Around:
    """The same for a proof, without a roster."""
    return Around(to_seconds(moment))


def lead_of(witness: Witness) -> Columns:
    """A witness as a file would hold it."""
    return columns([{name: value.text for name, value in witness.lead.items()}])


def random_book(dice: Random, operators: frozenset[str] = ANY) -> Rulebook:
    """A rulebook of two to seven rules, of these operators."""
    rules = tuple(_rule(dice, at, operators) for at in range(dice.randint(2, 7)))
    return Rulebook(fields=(FieldSpec("made_on", Kind.DATE),), rules=rules)


def _rule(dice: Random, at: int, operators: frozenset[str]) -> Rule:
    missing = dice.choice([OnMissing.NO_MATCH] * 4 + [OnMissing.MATCH, OnMissing.REVIEW])
    days = frozenset(dice.sample(range(1, 8), dice.randint(3, 6))) if dice.random() < 0.2 else frozenset()
    when = _condition(dice, operators, 0)
    return Rule(f"r{at}", when, AssignPool(dice.choice("ab")), missing, dice.random() < 0.95, weekdays=days)


def _condition(dice: Random, operators: frozenset[str], depth: int) -> Condition:
    if depth > 2 or dice.random() < 0.45 + 0.2 * depth:
        return _test(dice, operators)
    parts = tuple(_condition(dice, operators, depth + 1) for _ in range(dice.randint(1, 3)))
    kinds: list[type[All | AnyOf | NoneOf]] = [All, All, AnyOf, NoneOf]
    return dice.choice(kinds)(parts)


def _test(dice: Random, operators: frozenset[str]) -> Test:
    field = dice.choice(list(FIELDS))
    makers = {"industry": _text, "province": _place, "budget": _size, "made_on": _date}
    while True:
        operator, operand = makers[field](dice)
        if operator in operators:
            break
    missing = dice.choice([None] * 6 + list(OnMissing))
    return Test(field, operator, operand, missing)


def _text(dice: Random) -> tuple[str, Operand]:
    parts = ["a", "b", "ab", "ba", "aa", "bb", "aba"]
    choices: list[tuple[str, Operand]] = [
        ("eq", dice.choice(parts)),
        ("in", tuple(dice.sample(parts, 2))),
        ("not_in", tuple(dice.sample(parts, 2))),
        ("contains", tuple(dice.sample(parts, dice.randint(1, 2)))),
        ("starts_with", (dice.choice(parts),)),
        ("ends_with", (dice.choice(parts),)),
        ("matches", dice.choice(["^a", "b$", "a.b", "^(ab|c)"])),
        ("empty", dice.random() < 0.5),
        ("present", dice.random() < 0.5),
    ]
    return dice.choice(choices)


def _place(dice: Random) -> tuple[str, Operand]:
    names = ["上海", "江苏省", "浙江"]
    choices: list[tuple[str, Operand]] = [
        ("eq", dice.choice(names)),
        ("ne", dice.choice(names)),
        ("in", tuple(dice.sample(names, dice.randint(1, 3)))),
        ("not_in", tuple(dice.sample(names, dice.randint(1, 3)))),
        ("present", True),
    ]
    return dice.choice(choices)


def _size(dice: Random) -> tuple[str, Operand]:
    number = float(dice.choice([2, 4, 6]))
    low, high = sorted(dice.sample([2.0, 4.0, 6.0], 2))
    choices: list[tuple[str, Operand]] = [
        *((operator, number) for operator in ("gt", "gte", "lt", "lte", "eq", "ne")),
        ("between", (low, high)),
        ("in", ("2", "6")),
        ("present", True),
        ("empty", True),
    ]
    return dice.choice(choices)


def _date(dice: Random) -> tuple[str, Operand]:
    moment = to_seconds(datetime(2026, 11, dice.choice([10, 20]), 12))  # noqa: DTZ001 - as above
    choices: list[tuple[str, Operand]] = [
        *((operator, moment) for operator in ("gt", "gte", "lt", "lte")),
        ("older_than", dice.choice([4, 7]) * DAY),
        ("newer_than", dice.choice([4, 7]) * DAY),
        ("present", True),
    ]
    return dice.choice(choices)
