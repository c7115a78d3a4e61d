"""What a rule does, and the rule itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.condition import NOWHERE, OnMissing
from leadroute.model.pool import OPEN_POOL

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from leadroute.model.condition import Condition
    from leadroute.model.diagnostic import Place
    from leadroute.model.pool import Demand


@dataclass(frozen=True, slots=True)
class AssignPool:
    """Give the lead to a member of a pool."""

    pool: str
    require: tuple[Demand, ...] = ()
    prefer: tuple[Demand, ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class AssignRep:
    """Give the lead to one rep by name; if that rep cannot take it, to the deputy, else ``otherwise`` (a pool)."""

    rep: str
    otherwise: str = OPEN_POOL
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class AssignCustomerOwner:
    """Give the lead to the owner of the customer it belongs to; without one, ``otherwise`` (a pool)."""

    otherwise: str = OPEN_POOL
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Review:
    """Hold the lead for a person; ``suggest`` names a pool or rep whose next turn is reserved for it."""

    by: str = ""
    suggest: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class ToOpenPool:
    """Put the lead where leads without an owner wait."""

    note: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Reject:
    """Archive the lead: nobody is to call."""

    note: str = ""
    place: Place = NOWHERE


Action = AssignPool | AssignRep | AssignCustomerOwner | Review | ToOpenPool | Reject


@dataclass(frozen=True, slots=True)
class Rule:
    """If ``when``, then ``action``. ``weekdays`` are ISO numbers (Monday 1); none named means every day."""

    name: str
    when: Condition
    action: Action
    on_missing: OnMissing = OnMissing.NO_MATCH
    enabled: bool = True
    start: datetime | None = None
    end: datetime | None = None
    weekdays: frozenset[int] = frozenset()
    max_age: timedelta | None = None
    place: Place = NOWHERE

    def counts_at(self, moment: datetime) -> bool:
        """Tell whether the rule is in force at a moment of local time: enabled, inside its dates, on its weekdays."""
        if not self.enabled or (self.weekdays and moment.isoweekday() not in self.weekdays):
            return False
        return (self.start is None or self.start <= moment) and (self.end is None or moment < self.end)
