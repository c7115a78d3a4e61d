"""Which rule decides each lead: from the top, the first that holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.combinations import combine
from leadroute.engine.conditions import TRUE, UNKNOWN, only_tests, tests
from leadroute.engine.plan import DEFAULT, NOT_ASKED, Matches
from leadroute.model.rulebook import OnMissing

if TYPE_CHECKING:
    from datetime import datetime

    import numpy.typing as npt

    from leadroute.engine.conditions import Examiner, Truth
    from leadroute.model.rulebook import Rule
    from leadroute.tables.leads import Mask, Rows


def match_rules(rules: tuple[Rule, ...], examiner: Examiner, rows: Rows, now: datetime) -> Matches:
    """Match some rows against the rules in force at ``now`` (local time); other rows stay ``NOT_ASKED``."""
    work = _Matching.of(len(examiner.leads), len(rules))
    work.rule[rows] = DEFAULT
    waiting = rows
    for at, rule in enumerate(rules):
        if in_force(rule, now):
            waiting = _try_rule(work, at, rule, examiner, waiting)
    return Matches(work.rule, work.met, tuple(work.combinations), work.review, tuple(work.unknown), dict(work.missing))


def in_force(rule: Rule, now: datetime) -> bool:
    """Tell whether a rule counts at this moment: enabled, inside its dates, on one of its weekdays."""
    return rule.counts_at(now.replace(tzinfo=None))


def takes(rule: Rule, truth: Truth) -> Mask:
    """Which rows a rule takes by the truth of its conditions, when it is their turn."""
    if _policy(rule) is OnMissing.NO_MATCH:
        return np.asarray(truth == TRUE, dtype=np.bool_)
    return np.asarray(truth >= UNKNOWN, dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class _Matching:
    """What is known so far while the rules are tried one by one."""

    rule: npt.NDArray[np.int16]
    met: npt.NDArray[np.int32]
    review: npt.NDArray[np.bool_]
    unknown: list[int]
    missing: Counter[tuple[int, str]] = field(default_factory=Counter)
    combinations: dict[tuple[int, ...], int] = field(default_factory=lambda: {(): 0})

    @classmethod
    def of(cls, leads: int, rules: int) -> _Matching:
        return cls(
            np.full(leads, NOT_ASKED, dtype=np.int16),
            np.zeros(leads, dtype=np.int32),
            np.zeros(leads, dtype=np.bool_),
            [0] * rules,
        )


def _try_rule(work: _Matching, at: int, rule: Rule, examiner: Examiner, waiting: Rows) -> Rows:
    """Put the waiting rows to one rule; return those it leaves."""
    truth = examiner.truth(rule.when, waiting)
    undecided = truth == UNKNOWN
    taken = takes(rule, truth)
    if undecided.any():
        _count_missing(work, at, rule, examiner, waiting[undecided])
        if _policy(rule) is OnMissing.REVIEW:
            work.review[waiting[undecided]] = True
    rows = waiting.compress(taken)
    work.rule[rows] = at
    _note_met(work, rule, examiner, rows, sure=not (taken & undecided).any())
    return waiting.compress(~taken)


def _policy(rule: Rule) -> OnMissing:
    asked = any(test.on_missing is OnMissing.REVIEW for test in tests(rule.when))
    return OnMissing.REVIEW if asked else rule.on_missing


def _count_missing(work: _Matching, at: int, rule: Rule, examiner: Examiner, rows: Rows) -> None:
    work.unknown[at] += len(rows)
    for name in dict.fromkeys(test.field for test in tests(rule.when)):
        column = examiner.leads.columns.get(name)
        blank = len(rows) if column is None else int(column.missing[column.codes[rows]].sum())
        if blank:
            work.missing[at, name] += blank


def _note_met(work: _Matching, rule: Rule, examiner: Examiner, rows: Rows, *, sure: bool) -> None:
    """Remember which tests of the rule held, as a code per distinct combination; ``sure``: of all rows it holds."""
    all_tests = tuple(tests(rule.when))
    if only_tests(rule.when) and sure:
        work.met[rows] = _code(work, tuple(range(len(all_tests))))
        return
    codes, combinations = combine(len(rows), (examiner.test(test, rows) == TRUE for test in all_tests))
    work.met[rows] = np.array([_code(work, one) for one in combinations], dtype=np.int32)[codes]


def _code(work: _Matching, combination: tuple[int, ...]) -> int:
    return work.combinations.setdefault(combination, len(work.combinations))
