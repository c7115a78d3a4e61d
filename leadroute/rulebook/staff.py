"""Who could take the leads of a pool or of a rule that names somebody: active, of some weight, overflow included."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from leadroute.engine.eligible import members_of
from leadroute.engine.paths import chain
from leadroute.engine.weights import pool_weights
from leadroute.model.rep import Status

if TYPE_CHECKING:
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import AssignRep, Pool, Rulebook


def own_staff(pool: Pool, roster: Roster) -> frozenset[int]:
    """The active members of a pool that weigh anything in it (positions on the roster)."""
    # Without the ramp: a new hire's share may be zero today and is not for long.
    weights = pool_weights(replace(pool, ramp=None), members_of(pool.members, roster), roster, date.min)
    return frozenset(at for at, weight in weights.items() if weight and roster.reps[at].status is Status.ACTIVE)


def staff(book: Rulebook, pool: str, roster: Roster) -> frozenset[int]:
    """The same with those of every pool it overflows to."""
    return frozenset(at for name in chain(book, pool) for at in own_staff(book.pools[name], roster))


def named_staff(book: Rulebook, action: AssignRep, roster: Roster) -> frozenset[int]:
    """A rep named by a rule, the deputy, and the pool the lead goes to without them; who is not active left out."""
    rep = roster.find(action.rep)
    deputy = None if rep is None else roster.find(roster.reps[rep].deputy)
    named = (at for at in (rep, deputy) if at is not None and roster.reps[at].status is Status.ACTIVE)
    return frozenset((*named, *staff(book, action.otherwise, roster)))
