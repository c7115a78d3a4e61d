"""Try examples: each is a run of one lead, by the same lines as any other run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.commands.decide import decide
from leadroute.commands.gather import Gathered
from leadroute.commands.prepare import prepare
from leadroute.engine.arrange import arrange
from leadroute.engine.explain.explanation import explain
from leadroute.engine.plan import DEFAULT
from leadroute.engine.trial import Trial
from leadroute.intake.leads import gather_leads
from leadroute.intake.operands import align
from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rep import Caps, Roster, Status
from leadroute.model.rulebook import OPEN_POOL, Duplicates
from leadroute.rulebook.stand_ins import SIGN, stand_ins
from leadroute.tables.raw import RawTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from leadroute.commands.decide import Decided
    from leadroute.engine.plan import Plan
    from leadroute.model.rulebook import Example, Rulebook
    from leadroute.tables.leads import Leads

Got = dict[str, str]
_ID = "lead_id"


def tried(book: Rulebook, roster: Roster | None, examples: Iterable[Example], now: datetime) -> tuple[Trial, ...]:
    """Try each example on its own; without a roster stand-ins take the leads."""
    return tuple(_trial(example, book, roster, now) for example in examples)


@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """Many examples, ready to be tried in one run per moment, again and again with other rules.

    Each is as if alone but for who takes it: no two of them count as the same lead or firm, and no cap binds.
    """

    examples: tuple[Example, ...]
    groups: tuple[tuple[tuple[int, ...], Leads, datetime, Roster], ...]

    @classmethod
    def of(cls, examples: Sequence[Example], book: Rulebook, roster: Roster | None, now: datetime) -> Together:
        """Clean the leads of each moment once."""
        moments: dict[tuple[datetime | None, tuple[str, ...]], list[int]] = {}
        for at, example in enumerate(examples):
            moments.setdefault((example.now, example.away), []).append(at)
        groups = []
        for rows in moments.values():
            group = [examples[at] for at in rows]
            leads = leads_of(group, book)
            people = _uncapped(_without(people_for(leads, book, roster), group[0].away))
            groups.append(((*rows,), leads, _moment(group[0], now), people))
        return cls((*examples,), tuple(groups))

    def tried(self, book: Rulebook) -> tuple[Trial, ...]:
        """Try all of them under a rulebook with these fields."""
        pools = {name: replace(pool, caps=Caps(), total=Caps()) for name, pool in book.pools.items()}
        alone = replace(book, pools=pools, duplicates=Duplicates(same_when=(), one_rep_per_company=False))
        found: dict[int, Trial] = {}
        for rows, leads, moment, people in self.groups:
            plan = _decided(alone, people, leads, moment).plan
            found |= {at: _judged(self.examples[at], plan, row) for row, at in enumerate(rows)}
        return tuple(found[at] for at in range(len(self.examples)))


def leads_of(examples: Sequence[Example], book: Rulebook) -> Leads:
    """The leads of examples, cleaned as those of files are. One that says nothing of who it is gets a number."""
    fields = dict.fromkeys((*(field for example in examples for field in example.lead), _ID))
    cells = {field: [example.lead.get(field, "") for example in examples] for field in fields}
    cells[_ID] = [text or str(at + 1) for at, text in enumerate(cells[_ID])]
    rows = np.arange(1, len(examples) + 1, dtype=np.int32)
    own = replace(book, columns=())  # here fields are called by their names
    return gather_leads((RawTable(pd.DataFrame(cells, dtype="str"), rows, ""),), own)[0]


def people_for(leads: Leads, book: Rulebook, roster: Roster | None) -> Roster:
    """The roster; where there is none, stand-ins whom all of these leads suit."""
    return roster or stand_ins(align(book), lambda field: _keys(leads, field))


def _trial(example: Example, book: Rulebook, roster: Roster | None, now: datetime) -> Trial:
    leads = leads_of([example], book)
    people = _without(people_for(leads, book, roster), example.away)
    decided = _decided(book, people, leads, _moment(example, now))
    trial = _judged(example, decided.plan, 0)
    if trial.passed:
        return trial
    why = explain(decided.plan, arrange(decided.case, decided.setting), 0)
    return replace(trial, why=(decided.plan, why))


def _decided(book: Rulebook, roster: Roster, leads: Leads, moment: datetime) -> Decided:
    return decide(prepare(Gathered(book, roster, leads, None, ())), None, moment)


def _moment(example: Example, now: datetime) -> datetime:
    return example.now.replace(tzinfo=now.tzinfo) if example.now else now


def _uncapped(roster: Roster) -> Roster:
    return replace(roster, reps=tuple(replace(rep, caps=Caps()) for rep in roster.reps))


def _without(roster: Roster, away: tuple[str, ...]) -> Roster:
    gone = {roster.find(who) for who in away}
    reps = (replace(rep, status=Status.INACTIVE) if at in gone else rep for at, rep in enumerate(roster.reps))
    return replace(roster, reps=tuple(reps))


def _keys(leads: Leads, field: str) -> frozenset[str]:
    column = leads.columns.get(field)
    return frozenset() if column is None else frozenset(filter(None, column.keys.to_pylist()))


def _judged(example: Example, plan: Plan, row: int) -> Trial:
    got, also = _got(plan, row), _also(plan, row)
    wrong = tuple(
        key for key, words in example.expect.items() if not _meets(key, words, {got[key], also.get(key, got[key])})
    )
    return Trial(example, got, wrong, also, by_default=bool(plan.matches.rule[row] == DEFAULT))


def _meets(key: str, words: tuple[str, ...], got: set[str]) -> bool:
    if key == "score":
        return {float(word) for word in words} >= {float(one) for one in got}
    return not got.isdisjoint(words)


def _got(plan: Plan, row: int) -> Got:
    decided, book = plan.decisions, plan.rulebook
    rule, pool, rep = int(plan.matches.rule[row]), int(decided.pool[row]), int(decided.rep[row])
    grade, lane = plan.leads.columns.get("grade"), int(decided.lane[row])
    return {
        "rule": book.rules[rule].name if rule > DEFAULT else "",
        "pool": decided.pools[pool] if pool >= 0 else "",
        "rep": plan.roster.reps[rep].id.removeprefix(SIGN) if rep >= 0 else "",
        "outcome": Outcome(decided.outcome[row]).word,
        "reason": Reason(decided.reason[row]).word,
        "grade": grade.value(row) if grade is not None else "",
        "score": f"{plan.scores.total[row]:g}",
        "lane": book.lanes[lane].name if lane < len(book.lanes) else "",
    }


def _also(plan: Plan, row: int) -> Got:
    """Other words for the same."""
    rep = int(plan.decisions.rep[row])
    named = {"rep": plan.roster.reps[rep].name} if rep >= 0 else {}
    return named | ({"pool": OPEN_POOL} if plan.decisions.outcome[row] == Outcome.POOLED else {})
