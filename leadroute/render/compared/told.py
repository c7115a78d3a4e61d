"""What a comparison says, in words: names, each changed lead, each figure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.engine.compare import Change
from leadroute.model.outcome import Outcome
from leadroute.render.sheets.columns import distinct, spread
from leadroute.render.sheets.table import places_of, text_of
from leadroute.render.sheets.told import Told
from leadroute.render.words import WORDS, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy.typing as npt

    from leadroute.engine.compare import Comparison, Tally
    from leadroute.engine.plan import Plan
    from leadroute.model.rulebook import Language
    from leadroute.render.sheets.columns import Rows

    Texts = npt.NDArray[np.object_]

_LEAD = ("company", "contact", "lead_id", "phone", "email")
"""The fields by which people know a lead, best first."""


@dataclass(frozen=True)
class Compared:
    """A comparison, and the language to tell it in."""

    found: Comparison
    language: Language

    def say(self, key: str, **facts: object) -> str:
        """A word or phrase about comparisons."""
        return say(f"compare.{key}", self.language, **facts)

    @cached_property
    def sides(self) -> tuple[Told, Told]:
        """What either plan says of its rows, both in one language."""
        old, new = (self._spoken(side.plan) for side in (self.found.before, self.found.after))
        return Told(old), Told(new)

    @cached_property
    def rows(self) -> tuple[Rows, Rows]:
        """The rows of the changed leads on either side, -1 where it takes no part."""
        return self.found.changed.before, self.found.changed.after

    def both(self, column: Callable[[Told], pd.Categorical]) -> tuple[Texts, Texts]:
        """A column of the changed leads on either side, blank where a lead takes no part."""
        old, new = (picked(column(told), rows) for told, rows in zip(self.sides, self.rows, strict=True))
        return old, new

    @cached_property
    def places(self) -> list[str]:
        """Where each changed lead stands."""
        (old, new), (before, after) = self.rows, self.sides
        from_new, from_old = (
            dict(zip(rows.tolist(), places_of(told.plan.leads, rows), strict=True))
            for told, rows in ((after, new[new >= 0]), (before, old[old >= 0]))
        )
        at = zip(old.tolist(), new.tolist(), strict=True)
        return [from_new[there] if there >= 0 else from_old[here] for here, there in at]

    @cached_property
    def cells_of(self) -> dict[str, Texts]:
        """By field what was written for each changed lead; blank when no file has the field."""
        return {field: self._cells(field) for field in _LEAD}

    def _cells(self, field: str) -> Texts:
        old, new = self.rows
        texts = [np.append(np.asarray(text_of(told.plan, field), dtype=object), "") for told in self.sides]
        return np.where(new >= 0, texts[1][new], texts[0][old])

    @cached_property
    def leads(self) -> Texts:
        """By what people know each changed lead; its place when nothing tells."""
        told = np.array(self.places, dtype=object)
        for field in reversed(_LEAD):
            cells = self.cells_of[field]
            told = np.where(cells != "", cells, told)
        return told

    @cached_property
    def goes_to(self) -> tuple[Texts, Texts]:
        """The owner of each changed lead, or what became of it without one."""
        absent = np.array([self.say("not_read")], dtype=object)
        old, new = self.both(self._goes_to)
        return np.where(self.rows[0] < 0, absent, old), np.where(self.rows[1] < 0, absent, new)

    @cached_property
    def decided_by(self) -> tuple[tuple[Texts, Texts], ...]:
        """Rule, pool and reason of each changed lead, before and after."""
        return tuple(self.both(column) for column in (_rule, _pool, _reason))

    @cached_property
    def streams(self) -> list[tuple[int, int]]:
        """The changed leads with the same class, rules, pools and reasons together: one of them, and how many.

        Within a class the largest stream comes first; what follows from other changes comes last.
        """
        texts = (side for both in self.decided_by for side in both)
        kind = self.found.changed.kind
        codes, first = distinct(kind, *(pd.factorize(side)[0] for side in texts))
        counts = np.bincount(codes)
        order = np.lexsort((-counts, kind[first] == Change.CASCADE))
        return list(zip(first[order].tolist(), counts[order].tolist(), strict=True))

    @cached_property
    def kinds(self) -> list[str]:
        """The class of each changed lead."""
        words = [self.say(kind.word) for kind in Change]
        return [words[kind] for kind in self.found.changed.kind.tolist()]

    def name(self, heading: str, tally: Tally) -> str:
        """What people call an outcome, a rep, a pool, a rule or a grade."""
        return self._names[heading](tally.key)

    @cached_property
    def _names(self) -> Mapping[str, Callable[[str], str]]:
        return {
            "outcomes": lambda key: self.say_outcome(Outcome[key.upper()]),
            "reps": lambda key: self.people.get(key, key),
            "pools": lambda key: say(f"pool.{key}", self.language) if f"pool.{key}" in WORDS else key,
            "rules": lambda key: key or self.say("by_default"),
            "grades": lambda key: key,
        }

    @cached_property
    def people(self) -> dict[str, str]:
        """The name of every rep of both rosters by id; with the id where several have it."""
        names = {rep.id: rep.name or rep.id for told in self.sides for rep in told.plan.roster.reps}
        counts = Counter(names.values())
        return {who: name if counts[name] == 1 else f"{name} ({who})" for who, name in names.items()}

    def _goes_to(self, told: Told) -> pd.Categorical:
        reps, outcome = told.plan.roster.reps, told.plan.decisions.outcome
        words = [self.people[rep.id] for rep in reps] + [self.say_outcome(each) for each in Outcome]
        return spread(words, np.where(told.owners >= 0, told.owners, len(reps) + outcome.astype(np.int32)))

    def say_outcome(self, outcome: Outcome) -> str:
        """The word for an outcome."""
        return say(f"outcome.{outcome.word}", self.language)

    def _spoken(self, plan: Plan) -> Plan:
        return replace(plan, rulebook=replace(plan.rulebook, language=self.language))


def _rule(told: Told) -> pd.Categorical:
    return told.rule


def _pool(told: Told) -> pd.Categorical:
    return told.pool


def _reason(told: Told) -> pd.Categorical:
    return told.reason


def picked(column: pd.Categorical, rows: Rows) -> Texts:
    """Some rows of a column of words, blank for row -1."""
    words = np.append(column.categories.to_numpy(dtype=object), "")
    return np.asarray(words[np.append(column.codes.astype(np.int64), -1)[rows]], dtype=object)
