"""``leadroute explain`` on files: make the plan, take the one lead out of it, tell everything behind its decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from leadroute.commands.exits import Exit
from leadroute.commands.make import make
from leadroute.commands.refusal import Refusal
from leadroute.commands.result import refused
from leadroute.commands.rules import read_rules
from leadroute.commands.session import session
from leadroute.engine.arrange import arrange
from leadroute.engine.explain.explanation import explain as explain_row
from leadroute.intake.considered import considered
from leadroute.intake.named import named_rows, names
from leadroute.ledger.errors import LedgerError
from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.rulebook.near import near
from leadroute.tables.labels import labels

if TYPE_CHECKING:
    from leadroute.commands.decide import Decided
    from leadroute.commands.gather import Sources
    from leadroute.commands.make import Desk
    from leadroute.engine.arrange import Arrangement
    from leadroute.engine.explain.explanation import Considered, Explanation
    from leadroute.engine.plan import Plan
    from leadroute.model.rulebook import Language

_CANDIDATES = 10
"""So many leads are named when a word means several."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lead is to be explained."""

    lead: str


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """The plan, the explanation of one of its rows, and what was noticed on the way."""

    plan: Plan
    found: Explanation
    notes: tuple[Diagnostic, ...]

    @property
    def language(self) -> Language:
        """The language of the rulebook."""
        return self.plan.rulebook.language


def explain(sources: Sources, asked: Asked, desk: Desk) -> Explained | Refusal:
    """Gather, recall, decide as every run does, then explain one lead; nothing is written."""
    rules = read_rules(sources.rules)
    if isinstance(rules, Refusal):
        return rules
    now = desk.clock(ZoneInfo(rules[0].timezone))
    try:
        with session(desk.ledger, now, only_look=True) as at:
            made = make(sources, rules, desk, at, now)
    except LedgerError as error:
        return refused(error, rules[0].language)
    return made if isinstance(made, Refusal) else _explained(made.decided, asked)


def _explained(decided: Decided, asked: Asked) -> Explained | Refusal:
    row = _meant(decided.plan, asked.lead)
    if not isinstance(row, int):
        return Refusal(Exit.USAGE, row, decided.plan.rulebook.language)
    arranged = arrange(decided.case, decided.setting)
    found = explain_row(decided.plan, arranged, row, _customers(arranged, row))
    return Explained(decided.plan, found, decided.notes)


def _customers(arranged: Arrangement, row: int) -> tuple[Considered, ...]:
    case, setting = arranged.case, arranged.setting
    return considered(case.leads, row, case.customers.customers, setting.roster, setting.rulebook.customers)


def _meant(plan: Plan, said: str) -> int | tuple[Diagnostic, ...]:
    """The row that is meant; of several rows of one lead the one that stands for them."""
    rows = named_rows(plan.leads, said)
    if not len(rows):
        return (Diagnostic("LR800", args=facts(lead=said), near=near(said, names(plan.leads))),)
    leads = np.unique(plan.merges.survivor[rows]).astype(np.intp)
    if len(leads) == 1:
        return int(rows[0]) if len(rows) == 1 else int(leads[0])
    told = labels(plan.leads, leads[:_CANDIDATES])
    each = (
        Diagnostic("LR802", Severity.ERROR, plan.leads.place(int(at)), facts(lead=label))
        for at, label in zip(leads[:_CANDIDATES].tolist(), told, strict=True)
    )
    return (Diagnostic("LR801", args=facts(lead=said, count=len(leads), shown=min(len(leads), _CANDIDATES))), *each)
