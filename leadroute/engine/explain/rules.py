"""The rules a lead was put to, from the top to the one that decided, and the points it got."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from leadroute.engine.explain.trace import Tracer, Truth
from leadroute.engine.match import in_force
from leadroute.engine.plan import NOT_ASKED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from leadroute.engine.arrange import Arrangement
    from leadroute.engine.explain.trace import Traced
    from leadroute.engine.plan import Plan
    from leadroute.model.rulebook import Rule, Rulebook


class Verdict(Enum):
    """What came of a rule."""

    MATCHED = "matched"
    UNDECIDED_TAKEN = "undecided_taken"  # a value is missing, and the rule says that then it decides
    NO = "no"
    UNDECIDED = "undecided"  # a value is missing, and so it does not decide
    DISABLED = "disabled"
    OTHER_DAY = "other_day"
    OUTSIDE = "outside"  # of its dates


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule by its position, what came of it, and its condition traced (``None``: it was not in force)."""

    rule: int
    verdict: Verdict
    trace: Traced | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """An entry of the score by its position, and its condition traced."""

    points: int
    trace: Traced

    @property
    def counts(self) -> bool:
        """Whether the lead got the points."""
        return self.trace.truth is Truth.YES


@dataclass(frozen=True, slots=True)
class Scored:
    """The score of a lead: every entry, the groups whose sum was cut (to their limits), the total and the grade."""

    contributions: tuple[Contribution, ...]
    cut: Mapping[str, tuple[float, float]]
    total: float
    grade: str


def rules_tried(arranged: Arrangement, plan: Plan, row: int) -> tuple[Tried, ...]:
    """The rules from the top to the one that decided; none for a row that was not decided by rules."""
    last, told = int(plan.matches.rule[row]), plan.rulebook.rules
    if last == NOT_ASKED:
        return ()
    rules, tracer = arranged.setting.rulebook.rules, Tracer(arranged.case.leads, arranged.examiner, row)
    tried = range(len(rules) if last < 0 else last + 1)
    return tuple(_tried(at, (told[at], rules[at]), tracer, plan.now, decides=at == last) for at in tried)


def score_of(arranged: Arrangement, told: Rulebook, row: int) -> Scored | None:
    """The score by contribution; ``None`` when the rulebook gives no points."""
    score, scores = arranged.setting.rulebook.score, arranged.case.scores
    if not score.points:
        return None
    tracer = Tracer(arranged.case.leads, arranged.examiner, row)
    pairs = zip(told.score.points, score.points, strict=True)
    found = tuple(Contribution(at, tracer.trace(one.when, other.when)) for at, (one, other) in enumerate(pairs))
    sums: dict[str, float] = {}
    for at in (one.points for one in found if one.counts):
        group = score.points[at].group
        sums[group] = sums.get(group, 0.0) + score.points[at].add
    cut = {name: (total, score.limits[name]) for name, total in sums.items() if _beyond(total, score.limits.get(name))}
    return Scored(found, cut, float(scores.total[row]), tracer.value("grade").text)


def _tried(at: int, rule: tuple[Rule, Rule], tracer: Tracer, now: datetime, *, decides: bool) -> Tried:
    told, asked = rule
    if not in_force(asked, now):
        return Tried(at, _idle(asked, now))
    trace = tracer.trace(told.when, asked.when)
    missing = trace.truth is Truth.UNKNOWN
    if decides:
        return Tried(at, Verdict.UNDECIDED_TAKEN if missing else Verdict.MATCHED, trace)
    return Tried(at, Verdict.UNDECIDED if missing else Verdict.NO, trace)


def _idle(rule: Rule, now: datetime) -> Verdict:
    if not rule.enabled:
        return Verdict.DISABLED
    return Verdict.OTHER_DAY if rule.weekdays and now.isoweekday() not in rule.weekdays else Verdict.OUTSIDE


def _beyond(total: float, limit: float | None) -> bool:
    return limit is not None and abs(total) > limit
