"""What a plan says about each row, as columns of text: every distinct combination is put into words once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from leadroute.engine.account import UNIT
from leadroute.engine.plan import DEFAULT, NOT_ASKED
from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rulebook import ALL_REPS, OPEN_POOL, Review
from leadroute.render.sheets.columns import distinct, spread
from leadroute.render.sheets.conditions import Teller
from leadroute.render.sheets.history import company_days, day_text
from leadroute.render.sheets.inferred import marks
from leadroute.render.words import say

if TYPE_CHECKING:
    import pandas as pd

    from leadroute.engine.plan import Plan
    from leadroute.model.outcome import Passed
    from leadroute.model.rulebook import Language
    from leadroute.render.sheets.columns import Coded


@dataclass(frozen=True)
class Told:
    """The words for the rows of a plan. Each property is a column with one entry per row."""

    plan: Plan

    @property
    def language(self) -> Language:
        """The language of the sheets."""
        return self.plan.rulebook.language

    @cached_property
    def teller(self) -> Teller:
        """What tells conditions."""
        return Teller(self.plan.rulebook, self.plan.leads.headers)

    @property
    def outcome(self) -> pd.Categorical:
        """What became of the row."""
        return spread([self.say(f"outcome.{each.word}") for each in Outcome], self.plan.decisions.outcome)

    @property
    def reason(self) -> pd.Categorical:
        """Why, in a phrase."""
        return spread(self._reasons, self.plan.decisions.reason)

    @property
    def rule(self) -> pd.Categorical:
        """The rule that decided; blank when no rule was asked."""
        return spread([*self._rules, self.say("sheet.default_rule")], self._rule_codes)

    @property
    def pool(self) -> pd.Categorical:
        """The pool the row ended in."""
        return spread(self._pools, self.plan.decisions.pool)

    @property
    def suggested(self) -> pd.Categorical:
        """The name of the rep suggested for a row in review, whose turn is reserved."""
        decided = self.plan.decisions
        reps = np.where(decided.outcome == Outcome.REVIEW, decided.rep, np.int32(-1))
        return spread([rep.name for rep in self.plan.roster.reps], reps)

    @property
    def owner(self) -> pd.Categorical:
        """The name of the owner; blank for rows without one."""
        return spread([rep.name for rep in self.plan.roster.reps], self.owners)

    @property
    def owner_id(self) -> pd.Categorical:
        """The id of the owner; blank for rows without one."""
        return spread([rep.id for rep in self.plan.roster.reps], self.owners)

    @cached_property
    def owners(self) -> npt.NDArray[np.int32]:
        """The position of the owner on the roster, -1 for rows without one."""
        decided = self.plan.decisions
        return np.where(decided.outcome == Outcome.ASSIGNED, decided.rep, np.int32(-1))

    @property
    def reviewer(self) -> pd.Categorical:
        """Who is to look at a row in review, as the rule says."""
        book = self.plan.rulebook
        actions = [*(rule.action for rule in book.rules), book.default]
        return spread([action.by if isinstance(action, Review) else "" for action in actions], self._rule_codes)

    @cached_property
    def basis(self) -> pd.Categorical:
        """Why, short: the reason, the rule, the pool, how many could take it, who was passed over and why."""
        decided = self.plan.decisions
        days = company_days(self.plan)
        grounds, rows = distinct(decided.reason, self._rule_codes, decided.pool, days)
        told = [self._ground(int(row), int(days[row])) for row in rows]
        marks, marked = self.marks
        codes, rows = distinct(grounds, decided.circle, marks)
        parts = (told, [*self._circles, ""], [self.say("sheet.separator") + mark for mark in marked] + [""])
        each = zip(*(own[rows].tolist() for own in (grounds, decided.circle, marks)), strict=True)
        return spread(["".join(texts[at] for texts, at in zip(parts, one, strict=True)) for one in each], codes)

    @cached_property
    def marks(self) -> tuple[Coded, list[str]]:
        """The inferred values each decision looked at: a code a row (-1: none), and what the codes say."""
        return marks(self.plan, self.teller)

    @property
    def eligible(self) -> npt.NDArray[np.float64]:
        """How many could take the lead; nan when no turn was taken."""
        counts = [float(len(circle.members)) for circle in self.plan.decisions.circles]
        return np.array([*counts, np.nan])[self.plan.decisions.circle]

    @property
    def passed(self) -> pd.Categorical:
        """Who of the pool was passed over and why, counted by reason."""
        return spread(self._passed, self.plan.decisions.circle)

    @property
    def balance(self) -> npt.NDArray[np.float64]:
        """The receiver's balance just before, in leads; nan when no turn was taken."""
        decided = self.plan.decisions
        return np.where(decided.circle >= 0, decided.balance / UNIT, np.nan)

    @property
    def linked_by(self) -> pd.Categorical:
        """The line of ``same_when`` that put a row into its group, in the words of the files."""
        lines = (line.split("+") for line in self.plan.merges.keys)
        return spread([" + ".join(map(self.teller.field, line)) for line in lines], self.plan.merges.key)

    @property
    def lane(self) -> pd.Categorical:
        """The lane that let a row go first."""
        return spread([*(lane.name for lane in self.plan.rulebook.lanes), ""], self.plan.decisions.lane)

    def say(self, key: str, **facts: object) -> str:
        """A word or phrase in the language of the sheets."""
        return say(key, self.language, **facts)

    @cached_property
    def _rules(self) -> list[str]:
        return [rule.name for rule in self.plan.rulebook.rules]

    @cached_property
    def _rule_codes(self) -> npt.NDArray[np.int64]:
        """Positions in the rules, then the default, -1 for rows never put to the rules."""
        rule = self.plan.matches.rule.astype(np.int64)
        return np.where(rule == DEFAULT, len(self._rules), np.where(rule == NOT_ASKED, -1, rule))

    @cached_property
    def _reasons(self) -> list[str]:
        """Phrases by the number of the reason, with gaps."""
        known = {int(each): self.say(f"reason.{each.word}") for each in Reason}
        return [known.get(number, "") for number in range(max(known) + 1)]

    @cached_property
    def _pools(self) -> list[str]:
        own = {OPEN_POOL, ALL_REPS}
        return [self.say(f"pool.{name}") if name in own else name for name in self.plan.decisions.pools]

    @cached_property
    def _passed(self) -> list[str]:
        told: dict[tuple[tuple[int, Passed], ...], str] = {}
        for circle in self.plan.decisions.circles:
            if circle.passed not in told:
                told[circle.passed] = self._count(circle.passed)
        return [told[circle.passed] for circle in self.plan.decisions.circles]

    def _count(self, passed: tuple[tuple[int, Passed], ...]) -> str:
        counts = Counter(why for _, why in passed)
        return self.say("sheet.comma").join(
            f"{self.say(f'passed.{why.word}')} {n}" for why, n in sorted(counts.items())
        )

    @cached_property
    def _circles(self) -> list[str]:
        """How many could take a lead and who was passed over, to be put after the ground."""
        circles = zip(self.plan.decisions.circles, self._passed, strict=True)
        return [self._circle(len(circle.members), passed) for circle, passed in circles]

    def _circle(self, eligible: int, passed: str) -> str:
        parts = [self.say("sheet.among", count=eligible), *([self.say("sheet.not", passed=passed)] if passed else [])]
        return "".join(self.say("sheet.separator") + part for part in parts)

    def _ground(self, row: int, day: int) -> str:
        """The reason, the rule and the pool of a row; ``day`` is that of an earlier lead of its company (0: none)."""
        rule, pool = int(self._rule_codes[row]), int(self.plan.decisions.pool[row])
        before = self.say("reason.same_company_before", day=day_text(day)) if day else ""
        parts = [before or self._reasons[self.plan.decisions.reason[row]]]
        if 0 <= rule < len(self._rules):
            parts.append(self.say("sheet.by_rule", rule=self._rules[rule]))
        if pool >= 0:
            parts.append(self.say("sheet.in_pool", pool=self._pools[pool]))
        return self.say("sheet.separator").join(parts)
