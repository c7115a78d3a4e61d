"""Reps, their leave, the roster, and the customers they own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


class Status(StrEnum):
    """A rep's standing on the roster; only ``ACTIVE`` may receive leads."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    LEFT = "left"


PERIODS = ("open", "day", "week", "month")


@dataclass(frozen=True, slots=True)
class Caps:
    """At most this many leads: open at a time, or received per calendar day, ISO week or month. ``None`` = no cap."""

    open: int | None = None
    day: int | None = None
    week: int | None = None
    month: int | None = None

    def of(self, period: str) -> int | None:
        """The cap for one of ``PERIODS``."""
        cap: int | None = getattr(self, period)
        return cap


@dataclass(frozen=True, slots=True)
class Rep:
    """One person who can own leads.

    ``sets`` holds every many-valued attribute, canonical and folded for comparison: ``skills``, ``provinces``,
    ``countries``, ``zips``, ``industries``, ``products``, and any further list column of the roster. ``attributes``
    holds every other column as text (pool queries look here, after ``team`` and ``level``). ``external`` holds ids
    for other systems, by system (``salesforce``, ``hubspot``, ``dingtalk``, ``crm_name``…). ``won`` of ``worked``
    leads were converted; a roster that states only a rate has ``worked = None`` and ``rate`` set.
    """

    id: str
    name: str
    email: str = ""
    mobile: str = ""
    team: str = ""
    level: str = ""
    weight: Fraction = Fraction(1)
    caps: Caps = field(default=Caps())
    status: Status = Status.ACTIVE
    hired_on: date | None = None
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    external: Mapping[str, str] = field(default_factory=dict)
    won: int | None = None
    worked: int | None = None
    rate: Fraction | None = None
    open_leads: int | None = None
    deputy: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """A rep is away from ``start`` (inclusive) to ``end`` (exclusive), local times in the rulebook's zone.

    A half day is a stretch that starts or ends at noon.
    """

    rep: str
    start: datetime
    end: datetime
    reason: str = ""


@dataclass(frozen=True)
class Roster:
    """All reps, **sorted by id** so that the order of rows in the file changes nothing, and their leave."""

    reps: tuple[Rep, ...]
    leaves: tuple[Leave, ...] = ()
    file: str = ""
    fingerprint: str = ""

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Position of each rep by id."""
        return {rep.id: at for at, rep in enumerate(self.reps)}

    @cached_property
    def by_name(self) -> Mapping[str, tuple[int, ...]]:
        """Positions by name (names may repeat), so that people may be named as people name them."""
        found: dict[str, tuple[int, ...]] = {}
        for at, rep in enumerate(self.reps):
            found[rep.name] = (*found.get(rep.name, ()), at)
        return found

    def find(self, who: str) -> int | None:
        """Position of the rep with this id, or else with this name if only one has it, e-mail or outside id."""
        if who in self.index:
            return self.index[who]
        hits = self.by_name.get(who, ())
        if not hits:
            hits = tuple(at for at, rep in enumerate(self.reps) if who and who in {rep.email, *rep.external.values()})
        return hits[0] if len(hits) == 1 else None


@dataclass(frozen=True, slots=True)
class Opening:
    """What is true before the first lead of a run: the one place where the past comes in (the ledger fills it).

    ``balances`` are in units of the account (see ``engine.account``); ``open`` counts leads a rep holds by what
    is remembered (a roster may know better: see ``held``); ``taken``
    counts leads received in the current day, week or month by ``(rep id, period)``; ``pool_taken`` the same by
    ``(pool, rep id, period)``; ``last`` is the sequence number of a rep's latest lead, ``sequence`` the next free one.
    Balances are keyed by ``(account, rep id)``: one account, ``""``, unless the rulebook scopes fairness.
    """

    balances: Mapping[tuple[str, str], int] = field(default_factory=dict)
    open: Mapping[str, int] = field(default_factory=dict)
    taken: Mapping[tuple[str, str], int] = field(default_factory=dict)
    pool_taken: Mapping[tuple[str, str, str], int] = field(default_factory=dict)
    last: Mapping[str, int] = field(default_factory=dict)
    sequence: int = 0

    def held(self, rep: Rep) -> int:
        """Leads a rep holds: as the roster says, and only if it is silent as the past does."""
        return self.open.get(rep.id, 0) if rep.open_leads is None else rep.open_leads
