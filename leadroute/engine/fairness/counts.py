"""Rows counted by file, by rule and by reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.fairness.report import DefaultUse, FileCount, PointUse, ReasonCount, RuleUse
from leadroute.engine.plan import DEFAULT
from leadroute.model.outcome import Outcome, Reason
from leadroute.tables.history import History

if TYPE_CHECKING:
    from leadroute.engine.plan import Matches, Plan

_OUTCOMES = len(Outcome)


def files(plan: Plan) -> tuple[FileCount, ...]:
    """Rows in and what became of them, by file in the order given (the sheets of a workbook together).

    Rows that waited in the open pool of earlier runs are counted apart, before all others, and belong to no file.
    """
    origin = plan.leads.origin
    waited = int(origin.table[origin.again - 1]) + 1 if origin.again else 0
    of_table = ["" if at < waited else file for at, (file, _) in enumerate(origin.tables)]
    names = tuple(dict.fromkeys(of_table))
    file = np.array([names.index(name) for name in of_table], dtype=np.intp)[origin.table]
    rows = np.bincount(file, minlength=len(names))
    known = plan.decisions.outcome < _OUTCOMES
    cells = file[known] * _OUTCOMES + plan.decisions.outcome[known]
    counts = np.bincount(cells, minlength=len(names) * _OUTCOMES).reshape(len(names), _OUTCOMES)
    return tuple(FileCount(name, int(rows[at]), tuple(counts[at].tolist())) for at, name in enumerate(names))


def rules(plan: Plan) -> tuple[RuleUse, ...]:
    """Rows decided by each rule, in the order of the rulebook, and by the default (last)."""
    matches, count = plan.matches, len(plan.rulebook.rules)
    asked = matches.rule[matches.rule >= DEFAULT]
    hits = np.bincount(asked.astype(np.intp) - DEFAULT, minlength=count + 1)
    used = (RuleUse(at, int(hits[at - DEFAULT]), matches.unknown[at], _missing(matches, at)) for at in range(count))
    return (*used, RuleUse(DEFAULT, int(hits[0])))


def points(plan: Plan) -> tuple[PointUse, ...]:
    """Rows that got the points of each point rule, of all rows read."""
    scores = plan.scores
    rows = np.bincount(scores.parts, minlength=len(scores.combinations))
    hits = [0] * len(plan.rulebook.score.points)
    for held, count in zip(scores.combinations, rows.tolist(), strict=True):
        for at in held:
            hits[at] += count
    unknown = scores.unknown or (0,) * len(hits)
    return tuple(PointUse(at, found, unknown[at]) for at, found in enumerate(hits))


def reasons(plan: Plan) -> tuple[ReasonCount, ...]:
    """Rows by outcome and reason; within an outcome the most frequent reason first."""
    outcome, reason = plan.decisions.outcome, plan.decisions.reason
    rows = np.zeros((256, 256), dtype=np.intp)
    np.add.at(rows, (outcome, reason), 1)
    found = [
        ReasonCount(ending, why, int(rows[ending, why])) for ending in Outcome for why in Reason if rows[ending, why]
    ]
    return tuple(sorted(found, key=lambda line: (line.outcome, -line.rows, line.reason)))


def history(plan: Plan) -> tuple[int, ...] | None:
    """Rows by what earlier runs know of them, in the order of ``History``."""
    if plan.known is None:
        return None
    return tuple(np.bincount(plan.known.history, minlength=len(History)).tolist())


def default_use(plan: Plan) -> DefaultUse:
    """How many of the rows put to the rules no rule decided."""
    asked = int((plan.matches.rule >= DEFAULT).sum())
    return DefaultUse(int((plan.matches.rule == DEFAULT).sum()), asked, plan.rulebook.fairness.default_rate)


def _missing(matches: Matches, rule: int) -> tuple[tuple[str, int], ...]:
    return tuple((field, rows) for (at, field), rows in matches.missing.items() if at == rule and rows)
