"""``leadroute explain`` on files: make the plan, take the one lead out of it, tell everything behind its decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.commands.exits import Exit
from leadroute.commands.look import look
from leadroute.commands.nearest import nearest
from leadroute.commands.refusal import Refusal
from leadroute.engine.arrange import arrange
from leadroute.engine.explain.explanation import explain as explain_row
from leadroute.engine.explain.why_not import why_not
from leadroute.intake.considered import considered
from leadroute.intake.named import named_rows, names
from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.rulebook.near import near
from leadroute.tables.labels import labels

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.decide import Decided
    from leadroute.commands.sources import Sources
    from leadroute.engine.arrange import Arrangement
    from leadroute.engine.explain.changes import Nearest
    from leadroute.engine.explain.explanation import Considered, Explanation
    from leadroute.engine.explain.why_not import WhyNot
    from leadroute.engine.plan import Plan
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Language

_CANDIDATES = 10
"""So many leads are named when a word means several."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lead is to be explained; who asks why it went to somebody else, and for whom a way is looked for."""

    lead: str
    why_not: str = ""
    nearest: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """The plan, the explanation of one of its rows, the gates before the rep who asks, and the nearest way."""

    plan: Plan
    found: Explanation
    why_not: WhyNot | None = None
    nearest: Nearest | None = None

    @property
    def language(self) -> Language:
        """The language of the rulebook."""
        return self.plan.rulebook.language


def explain(
    sources: Sources, asked: Asked, ledger: Path | None, clock: Callable[[tzinfo], datetime]
) -> Explained | Refusal:
    """Decide as every run does, then explain one lead; nothing is written."""
    decided = look(sources, ledger, clock)
    return decided if isinstance(decided, Refusal) else explained(decided, asked)


def explained(decided: Decided, asked: Asked) -> Explained | Refusal:
    """One lead of a plan, explained."""
    row = _meant(decided.plan, asked.lead)
    if not isinstance(row, int):
        return Refusal(Exit.USAGE, row, decided.plan.rulebook.language)
    roster = decided.plan.roster
    asking, wanted = (rep_meant(roster, who) if who else -1 for who in (asked.why_not, asked.nearest))
    unknown = tuple(one for one in (asking, wanted) if isinstance(one, Diagnostic))
    if unknown or isinstance(asking, Diagnostic) or isinstance(wanted, Diagnostic):
        return Refusal(Exit.USAGE, unknown, decided.plan.rulebook.language)
    arranged = arrange(decided.case, decided.setting)
    found = explain_row(decided.plan, arranged, row, _customers(arranged, row))
    gates = why_not(found, asking) if asking >= 0 else None
    near = nearest(arranged, decided.plan.rulebook, row, wanted) if wanted >= 0 else None
    return Explained(decided.plan, found, gates, near)


def rep_meant(roster: Roster, said: str) -> int | Diagnostic:
    """The position of the rep who is called so, by id, name, e-mail or outside id."""
    found = roster.find(said)
    if found is not None:
        return found
    if namesakes := roster.by_name.get(said, ()):
        ids = ", ".join(roster.reps[one].id for one in namesakes)
        return Diagnostic("LR805", args=facts(who=said, ids=ids))
    known = [name for rep in roster.reps for name in (rep.name, rep.id)]
    return Diagnostic("LR804", args=facts(who=said), near=near(said, known))


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
