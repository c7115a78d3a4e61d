"""A rulebook against the leads to be expected in a day: more than caps let anybody receive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.paths import chain
from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.rulebook import AssignCustomerOwner, AssignRep
from leadroute.rulebook.references import pools_named
from leadroute.rulebook.staff import own_staff

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Pool, Rulebook


def check_volume(
    book: Rulebook, roster: Roster, arriving: int, by_pool: Mapping[str, int] | None = None
) -> tuple[Diagnostic, ...]:
    """Leads that caps leave over on the fullest day: of all pools together, else of single ones.

    Args:
        book: the rulebook.
        roster: its reps.
        arriving: leads to be expected in a day.
        by_pool: how many of them rules send to each pool; ``None`` when that is not known.
    """
    used = pools_named(book)
    pools = [pool for pool in book.pools.values() if pool.name in used]
    # Whoever is given leads by name or as an owner may have them from no pool at all.
    beside = any(isinstance(rule.action, AssignRep | AssignCustomerOwner) for rule in book.rules)
    most = None if beside or not pools else most_in_a_day(book, roster, pools)
    if most is not None and most < arriving:
        reps = len({at for pool in pools for at in own_staff(pool, roster)})
        args = facts(count=arriving, most=most, reps=reps)
        return (Diagnostic("LR314", Severity.WARNING, pools[0].place, args),)
    return tuple(
        Diagnostic("LR342", Severity.WARNING, pool.place, facts(pool=pool.name, count=count, most=most))
        for pool in pools
        if (count := (by_pool or {}).get(pool.name, 0))
        and (most := most_in_a_day(book, roster, [book.pools[name] for name in chain(book, pool.name)])) is not None
        and most < count
    )


def most_in_a_day(book: Rulebook, roster: Roster, pools: Iterable[Pool]) -> int | None:
    """The most that some pools can give in a day; ``None`` if nothing says so.

    A person in several pools counts with the largest cap, and a pool with its total if that is less: both ways of
    adding up are more than can be given, so the smaller one is right enough to say that something is too much.
    """
    if any("day" in lane.exempt for lane in book.lanes):
        return None
    each = [(pool, {at: _cap(pool, roster, at) for at in own_staff(pool, roster)}) for pool in pools]
    people = {at for _, caps in each for at in caps}
    by_person = [_largest(caps[at] for _, caps in each if at in caps) for at in people]
    by_pool = [_smaller(pool.total.day, _sum(caps.values())) for pool, caps in each]
    return _smaller(_sum(by_person), _sum(by_pool))


def _cap(pool: Pool, roster: Roster, at: int) -> int | None:
    return _smaller(roster.reps[at].caps.day, pool.caps.day)


def _smaller(one: int | None, other: int | None) -> int | None:
    known = [cap for cap in (one, other) if cap is not None]
    return min(known) if known else None


def _largest(caps: Iterable[int | None]) -> int | None:
    known = list(caps)
    return None if None in known else max(cap for cap in known if cap is not None)


def _sum(caps: Iterable[int | None]) -> int | None:
    known = list(caps)
    return None if None in known else sum(cap for cap in known if cap is not None)
