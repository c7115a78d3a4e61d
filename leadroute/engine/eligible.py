"""Who may take a lead: membership of the pool, duty, requirements, weight. Caps come later, at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.fold import fold
from leadroute.model.outcome import Passed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from leadroute.model.rep import Rep, Roster
    from leadroute.model.rulebook import Members


@dataclass(frozen=True, slots=True)
class Need:
    """A demand with the lead's value filled in: the rep's attribute must contain every one of ``values``.

    No values at all (the lead's field is blank) can be met by nobody.
    """

    attribute: str
    values: tuple[str, ...]
    skill: bool = False


@dataclass(frozen=True, slots=True)
class Candidates:
    """Members who may take the lead as far as can be said beforehand, with their weights; the others, and why not."""

    weights: Mapping[int, Fraction]
    passed: tuple[tuple[int, Passed], ...]


def members_of(members: Members, roster: Roster) -> tuple[int, ...]:
    """Positions of the reps who belong to a pool."""
    named = {roster.find(who) for who in members.named}
    where = [(attribute, frozenset(map(fold, accepted))) for attribute, accepted in members.where]
    return tuple(
        at for at, rep in enumerate(roster.reps) if members.everybody or at in named or (where and _fits(rep, where))
    )


def meets(rep: Rep, needs: Sequence[Need]) -> Passed | None:
    """Why a rep does not meet the needs, or ``None`` when all are met."""
    for need in needs:
        if not need.values or not set(need.values) <= attribute_values(rep, need.attribute):
            return Passed.NO_SKILL if need.skill else Passed.NO_MATCH
    return None


def candidates(
    weights: Mapping[int, Fraction], needs: Sequence[Need], absent: Sequence[Passed | None], roster: Roster
) -> Candidates:
    """Divide the members of a pool into those who may take a lead and those passed over, with the reason."""
    passed = {at: _why_not(at, weights[at], needs, absent, roster) for at in weights}
    return Candidates(
        {at: weight for at, weight in weights.items() if passed[at] is None},
        tuple((at, reason) for at, reason in passed.items() if reason is not None),
    )


def attribute_values(rep: Rep, attribute: str) -> frozenset[str]:
    """The folded values of an attribute: many-valued ones from ``Rep.sets``, the others as a set of one."""
    if attribute in rep.sets:
        return rep.sets[attribute]
    single = {"team": rep.team, "level": rep.level, "id": rep.id, "name": rep.name}.get(attribute)
    text = rep.attributes.get(attribute, "") if single is None else single
    return frozenset({fold(text)} if text else ())


def _fits(rep: Rep, where: Sequence[tuple[str, frozenset[str]]]) -> bool:
    return all(not accepted.isdisjoint(attribute_values(rep, attribute)) for attribute, accepted in where)


def _why_not(
    at: int, weight: Fraction, needs: Sequence[Need], absent: Sequence[Passed | None], roster: Roster
) -> Passed | None:
    unfit = meets(roster.reps[at], needs)
    return unfit or absent[at] or (None if weight > 0 else Passed.PAUSED)
