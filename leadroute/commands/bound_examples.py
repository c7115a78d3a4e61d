"""Leads on the sides of bounds where no example lies: the nearest real one, else one just there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leadroute.commands.coverage import bounds_of
from leadroute.commands.disguise import disguised
from leadroute.commands.drafts import draft_of
from leadroute.commands.try_examples import tried
from leadroute.engine.plan import NOT_ASKED
from leadroute.engine.proposal import Draft
from leadroute.model.fields import Kind
from leadroute.rulebook.moments import spelled
from leadroute.rulebook.references import tests_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leadroute.commands.bench import Bench
    from leadroute.engine.plan import Plan
    from leadroute.engine.proposal import Proposed
    from leadroute.engine.trial import Bound, Tested, Trial
    from leadroute.model.rulebook import Example
    from leadroute.tables.leads import Mask, Numbers

_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a bound; a value on the bound is on the upper one."""

    bound: Bound
    above: bool

    def holds(self, numbers: Numbers) -> Mask:
        """Which of some numbers lie there."""
        value = self.bound.value
        return np.asarray(numbers >= value if self.above else numbers < value, dtype=np.bool_)


def for_bounds(at: Bench, found: Tested, chosen: Sequence[Proposed], plan: Plan | None) -> list[Draft]:
    """A lead for each side without an example; one may do for several."""
    trials = (*found.trials, *tried(at.book, at.roster, (one.example for one in chosen), at.now))
    open_ = [
        Side(bound, above)
        for bound in bounds_of(at.book, trials)
        for above, covered in ((False, bound.below), (True, bound.above))
        if not covered
    ]
    real, left = _real(at, plan, open_) if plan else ([], open_)
    return [*disguised(at, real), *(draft for side in left for draft in _made(at, side, trials))]


def _real(at: Bench, plan: Plan, sides: Sequence[Side]) -> tuple[list[Draft], list[Side]]:
    """The real leads nearest to the bounds, and the sides on which there is none."""
    rows: dict[int, Side] = {}
    left: list[Side] = []
    asked = plan.matches.rule != NOT_ASKED
    for side in sides:
        numbers = _numbers(plan, side.bound.field)
        there = asked & side.holds(numbers)
        if there[[*rows]].any():
            continue
        if there.any():
            distance = np.where(there, np.abs(numbers - side.bound.value), np.inf)
            rows[int(distance.argmin())] = side
        else:
            left.append(side)
    return [replace(draft_of(at, plan, row), bound=side.bound) for row, side in rows.items()], left


def _numbers(plan: Plan, field: str) -> Numbers:
    if field == "score":
        return plan.scores.total
    column = plan.leads.columns.get(field)
    if column is None or column.numbers is None:
        return np.full(len(plan.leads), np.nan)
    return column.numbers[column.codes]


def _made(at: Bench, side: Side, trials: Sequence[Trial]) -> Iterator[Draft]:
    """The lead of an example of the same rule, moved to the side; a score cannot be moved."""
    base = _of_rule(at, side.bound, trials)
    if base is None or side.bound.field == "score":
        return
    date = at.book.kind_of(side.bound.field) is Kind.DATE
    number = side.bound.value - (0.0 if side.above else _DAY if date else 1.0)
    text = spelled(number) if date else f"{number:.15g}"
    yield Draft(None, {**base.lead, side.bound.field: text}, now=base.now, bound=side.bound)


def _of_rule(at: Bench, bound: Bound, trials: Sequence[Trial]) -> Example | None:
    """The first example of the rule a bound belongs to."""
    names = {rule.name for rule in at.book.rules if any(test.place == bound.place for test in tests_of(rule.when))}
    examples = (trial.example for trial in trials if trial.got["rule"] in names and not trial.example.away)
    return next(examples, None)
