"""What a plan says of each row, as codes that mean the same in both plans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.compare.pairs import taken
from leadroute.engine.plan import DEFAULT
from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rulebook import Review

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.engine.compare.comparison import Pairs
    from leadroute.engine.plan import Plan
    from leadroute.tables.leads import Rows, Whole

    Coded = tuple[Sequence[str], Whole]
    """Names, and for each row the position of its name (-1: none)."""

NONE, ABSENT = -1, -2
"""Codes of rows without a name, and of rows that take no part."""

BY_DEFAULT = ""
"""The name under which the default is a rule: no rule is called that."""

_NUMBERS = tuple(map(str, range(256)))
_BY_TURN = (Reason.RULE, Reason.DEFAULT, Reason.SAME_COMPANY)
"""Reasons that are one ground: of people of one company whoever comes first takes the turn, the others follow."""


@dataclass(frozen=True, slots=True, eq=False)
class Heading:
    """One column of both plans over the pairs: codes into ``names``, or ``NONE``, or ``ABSENT``."""

    names: tuple[str, ...]
    before: Rows
    after: Rows


def headings(before: Plan, after: Plan, pairs: Pairs) -> dict[str, Heading]:
    """Every column of a decision, by its name."""
    old, new = _columns(before), _columns(after)
    return {name: joined(old[name], new[name], pairs) for name in old}


def joined(before: Coded, after: Coded, pairs: Pairs) -> Heading:
    """A column of both plans with names in common: those of the old plan, then what the new one adds."""
    names = tuple(dict.fromkeys((*before[0], *after[0])))
    place = {name: at for at, name in enumerate(names)}
    codes = [
        taken(np.array([*(place[name] for name in own), NONE])[column], rows, ABSENT)
        for (own, column), rows in ((before, pairs.before), (after, pairs.after))
    ]
    return Heading(names, *codes)


def grades(plan: Plan) -> Coded:
    """The grade of each row."""
    column = plan.leads.columns.get("grade")
    if column is None:
        return (), np.full(len(plan.leads), NONE)
    texts = column.values.to_pylist()
    names = tuple(dict.fromkeys(text for text in texts if text))
    return names, np.array([names.index(text) if text else NONE for text in texts], dtype=np.int64)[column.codes]


def _columns(plan: Plan) -> dict[str, Coded]:
    decided, book = plan.decisions, plan.rulebook
    rules, actions = [one.name for one in book.rules], [*(one.action for one in book.rules), book.default]
    by_rule = plan.matches.rule.astype(np.int64)
    rule = np.where(by_rule == DEFAULT, len(rules), np.maximum(by_rule, NONE))
    by = [action.by if isinstance(action, Review) else "" for action in actions]
    reviewed = decided.outcome == Outcome.REVIEW
    reps, rep = [one.id for one in plan.roster.reps], decided.rep.astype(np.int64)
    assigned = decided.outcome == Outcome.ASSIGNED
    return {
        "outcome": (tuple(one.word for one in Outcome), decided.outcome.astype(np.int64)),
        "reason": (_NUMBERS, decided.reason.astype(np.int64)),
        "ground": (_NUMBERS, np.where(np.isin(decided.reason, _BY_TURN), _BY_TURN[0], decided.reason.astype(np.int64))),
        "rule": ([*rules, BY_DEFAULT], rule),
        "pool": (decided.pools, decided.pool.astype(np.int64)),
        "reviewer": (by, np.where(reviewed, rule, NONE)),
        "rep": (reps, rep),
        "owner": (reps, np.where(assigned, rep, NONE)),
    }
