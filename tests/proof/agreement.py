"""Whether claims and engine agree on a rulebook: every way in which they do not, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.plan import DEFAULT
from leadroute.model.rulebook import Test
from leadroute.proof.claims import Always, Covered, Gap, Never, Open, Overlap, PartCovered, Reached, Unanswered
from leadroute.proof.prove import prove
from tests.proof.worlds import EVERY_LEAD, NOW, Engine, around, lead_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.model.rulebook import Rulebook
    from leadroute.proof.claims import Claim


def disagreements(book: Rulebook) -> Iterator[str]:
    """Everything that is claimed of a rulebook and that the engine, asked about every lead, denies."""
    engine = Engine(book)
    yield from (f"wrong: {claim}" for claim in prove(book, around(), NOW) if not _stands(engine, claim))


def omissions(book: Rulebook) -> Iterator[str]:
    """Rules of which it is neither shown that they decide a lead nor proved that they never do."""
    claims = prove(book, around(), NOW)
    told = {claim.rule for claim in claims if isinstance(claim, Never | Covered | Reached)}
    behind = {at for one in claims if isinstance(one, Always) for at in range(one.rule + 1, len(book.rules))}
    for at, rule in enumerate(book.rules):
        if rule.enabled and at not in told | behind:
            yield f"nothing is said of {rule}"


def _stands(engine: Engine, claim: Claim) -> bool:
    match claim:
        case Never(rule):
            return not any(bool(taken.any()) for taken in engine.taken(rule))
        case Always(rule):
            return all(bool(taken.all()) for taken in engine.taken(rule))
        case Covered(rule, by):
            return bool(by) and rule not in engine.hits and not _left(engine, rule, by)
        case PartCovered():
            return not _counts(engine, claim)
        case Open() | Unanswered():
            return True
        case _:
            return _seen(engine, claim)


def _seen(engine: Engine, claim: Reached | Overlap | Gap) -> bool:
    lead, moment = lead_of(claim.witness), claim.witness.moment
    match claim:
        case Overlap(rule, by):
            return all(bool(engine.takes(at, lead, moment).all()) for at in (rule, by[0]))
        case Reached(rule):
            return bool(engine.matches(lead, moment).rule[0] == rule)
        case Gap():
            return bool(engine.matches(lead, moment).rule[0] == DEFAULT)


def _counts(engine: Engine, claim: PartCovered) -> bool:
    test = Test(claim.option.field, claim.option.operator, claim.option.operand)
    decided = (
        engine.holds(test, EVERY_LEAD, moment) & (rule == claim.rule)
        for moment, rule in zip(engine.moments, engine.decided, strict=True)
    )
    return any(bool(rows.any()) for rows in decided)


def _left(engine: Engine, rule: int, by: tuple[int, ...]) -> bool:
    """Whether a rule takes a lead that none of the others takes."""
    others = zip(*(engine.taken(other) for other in by), strict=True)
    pairs = zip(engine.taken(rule), others, strict=True)
    return any(bool((mine & ~np.logical_or.reduce(taken)).any()) for mine, taken in pairs)
