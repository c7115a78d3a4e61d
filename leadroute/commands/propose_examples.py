"""Propose an example for every rule and every side of a bound that none covers: real leads first, then made-up ones."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

import numpy as np

from leadroute.commands.bound_examples import for_bounds
from leadroute.commands.disguise import disguised, simplified
from leadroute.commands.drafts import draft_of
from leadroute.commands.verdicts import finished, reaches, verdicts
from leadroute.engine.arrange import surroundings
from leadroute.engine.plan import DEFAULT
from leadroute.engine.proposal import Draft
from leadroute.intake.places.provinces import PROVINCES
from leadroute.model.fields import Kind
from leadroute.proof.made_up import Maker
from leadroute.proof.values import Around
from leadroute.rulebook.looked_at import depends_on_time, padded
from leadroute.rulebook.moments import to_seconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leadroute.commands.bench import Bench
    from leadroute.engine.plan import Plan
    from leadroute.engine.proposal import Proposed, Target
    from leadroute.engine.trial import Tested

_ROUNDS, _AT_ONCE = 10, 24
"""So many times so many leads are tried for each rule."""

_CHOICES, _PLACED = 32, 2
"""So many leads are made up for a rule, and so many of them put into every province."""


def propose(at: Bench, found: Tested, plan: Plan | None) -> tuple[Proposed, ...]:
    """Examples for what the others leave open, in the order of the rules; ``plan`` is that of real leads."""
    wanted = _wanted(at, found)
    real = _first(at, {target: _rows(at, plan, target) for target in wanted}) if plan else {}
    rest = [target for target in wanted if target not in real]
    makers = _makers(at) if rest else ()
    made = _first(at, {target: _made(at, makers, target) for target in rest})
    drafts = {**_by(disguised(at, [*real.values()])), **_by(simplified(at, [*made.values()]))}
    ready = [finished(at, drafts[target]) for target in wanted if target in drafts]
    chosen = tuple(one for one in ready if one is not None)
    bounds = (finished(at, draft) for draft in for_bounds(at, found, chosen, plan))
    return (*chosen, *(one for one in bounds if one is not None))


def _wanted(at: Bench, found: Tested) -> list[Target]:
    """Rules without an example, and the default if it has none."""
    open_ = {name for name, _ in found.unreached}
    rules: list[Target] = [position for position, rule in enumerate(at.book.rules) if rule.name in open_]
    return rules if found.by_default else [*rules, None]


def _by(drafts: Sequence[Draft]) -> dict[Target, Draft]:
    return {draft.target: draft for draft in drafts}


def _first(at: Bench, tries: Mapping[Target, Iterator[Draft]]) -> dict[Target, Draft]:
    """For each rule the first lead that comes to it on its own; all rules are tried together."""
    found: dict[Target, Draft] = {}
    for _ in range(_ROUNDS):
        batch = [draft for target, each in tries.items() if target not in found for draft in islice(each, _AT_ONCE)]
        if not batch:
            break
        for draft, verdict in zip(batch, verdicts(at, batch), strict=True):
            if reaches(at, verdict, draft.target):
                found.setdefault(draft.target, draft)
    return found


def _rows(at: Bench, plan: Plan, target: Target) -> Iterator[Draft]:
    """Real leads a rule decides, in the order of the files, each by what conditions look at."""
    told: set[tuple[str, ...]] = set()
    for row in np.flatnonzero(plan.matches.rule == (DEFAULT if target is None else target)).tolist():
        draft = draft_of(at, plan, row)
        if (cells := (*draft.lead.values(),)) not in told:
            told.add(cells)
            yield replace(draft, target=target)


def _made(at: Bench, makers: Sequence[Maker], target: Target) -> Iterator[Draft]:
    """Leads that the proofs hold possible, today if that will do."""
    now = at.now.replace(tzinfo=None)
    each = zip_longest(*(maker.leads(target) for maker in makers))
    found = [made for together in islice(each, _CHOICES) for made in together if made]
    alike = [(other, moment) for lead, moment in found for other in (lead, padded(at.book, lead))]
    placed = [(other, moment) for lead, moment in found[:_PLACED] for other in _placed(at, lead)]
    for lead, moment in (*alike, *placed):
        for when in dict.fromkeys((now, moment)):
            yield Draft(target, lead, now=when if depends_on_time(at.book) else None)


def _placed(at: Bench, lead: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """The same lead in every province: to the proofs sichuan may be another spelling of one that is named before."""
    for name in lead:
        if at.book.kind_of(name) is Kind.PROVINCE:
            yield from ({**lead, name: text} for text in PROVINCES)


def _makers(at: Bench) -> tuple[Maker, ...]:
    """What is made up is to hold with the roster and without it, so both are asked."""
    now = at.now.replace(tzinfo=None)
    known = [surroundings(at.roster, at.now).rep_values] if at.roster else []
    return tuple(Maker.of(at.book, Around(to_seconds(now), reps), now) for reps in (*known, None))
