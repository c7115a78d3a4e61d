"""Who a pool's ``members:`` are on a roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadroute.model.rep import Rep, Roster
    from leadroute.model.rulebook import Members

_PLAIN = ("team", "level")


def crew(members: Members, roster: Roster) -> tuple[Rep, ...]:
    """The reps that belong, active or not, in the order of the roster."""
    named = {roster.find(who) for who in members.named}
    return tuple(
        rep
        for at, rep in enumerate(roster.reps)
        if members.everybody or at in named or (members.where and _fits(rep, members))
    )


def attribute_names(roster: Roster) -> tuple[str, ...]:
    """Every attribute a query may use with this roster."""
    more = (name for rep in roster.reps for name in (*rep.sets, *rep.attributes))
    return tuple(dict.fromkeys((*_PLAIN, *more)))


def attribute_values(roster: Roster, name: str) -> tuple[str, ...]:
    """Every value reps have in an attribute, and its folded form."""
    found = {value for rep in roster.reps for value in values_of(rep, name)}
    return tuple(sorted({*found, *(value.casefold() for value in found)} - {""}))


def values_of(rep: Rep, name: str) -> frozenset[str]:
    """The rep's values in an attribute: one for ``team``, ``level`` and other columns, many for a set."""
    if name in _PLAIN:
        return frozenset({rep.team if name == "team" else rep.level})
    return rep.sets[name] if name in rep.sets else frozenset({rep.attributes.get(name, "")})


def _fits(rep: Rep, members: Members) -> bool:
    return all(
        {value.casefold() for value in values_of(rep, name)} & {value.casefold() for value in wanted}
        for name, wanted in members.where
    )
