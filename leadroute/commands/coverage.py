"""Try examples, and look what none of them covers: rules, the default, the sides of bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.commands.try_examples import leads_of, tried
from leadroute.engine.trial import Bound, Tested
from leadroute.rulebook.mutants import spelled_bound
from leadroute.rulebook.references import bounds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from leadroute.engine.trial import Trial
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Example, Rulebook
    from leadroute.tables.leads import Column, Numbers


def tested(book: Rulebook, roster: Roster | None, examples: Sequence[Example], now: datetime) -> Tested:
    """Try each example on its own."""
    trials = tried(book, roster, examples, now)
    reached = {trial.got["rule"] for trial in trials}
    unreached = tuple((rule.name, rule.place) for rule in book.rules if rule.enabled and rule.name not in reached)
    return Tested(trials, unreached, bounds_of(book, trials), by_default=any(trial.by_default for trial in trials))


def bounds_of(book: Rulebook, trials: Sequence[Trial]) -> tuple[Bound, ...]:
    """Every bound of the rules, and on which of its sides an example lies; a value on the bound is on the upper one."""
    if not trials:
        return ()
    columns = leads_of([trial.example for trial in trials], book).columns
    scores = np.array([float(trial.got["score"]) for trial in trials])
    found = []
    for field, operator, value, place in bounds(book):
        given = scores if field == "score" else _numbers(columns.get(field))
        below, above = bool((given < value).any()), bool((given >= value).any())
        spelled_out = spelled_bound(value, book.kind_of(field))
        found.append(Bound(field, operator, value, spelled_out, place, below, above))
    return tuple(found)


def _numbers(column: Column | None) -> Numbers:
    return np.zeros(0) if column is None or column.numbers is None else column.numbers[column.codes]
