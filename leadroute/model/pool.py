"""Pools as values: who belongs to one, what is asked of them, and how leads are spread among them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from leadroute.model.condition import NOWHERE
from leadroute.model.rep import Caps

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta
    from fractions import Fraction

    from leadroute.model.diagnostic import Place


@dataclass(frozen=True, slots=True)
class Demand:
    """A requirement on reps: ``attribute`` (a key of ``Rep.sets``) contains ``values``, or the lead's ``field``.

    ``require: {provinces: {has: province}}`` gives ``field="province"``; ``require: {skills: [英语]}`` gives
    ``values`` (all of them are needed). Exactly one of the two is set.
    """

    attribute: str
    field: str = ""
    values: tuple[str, ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Members:
    """Who belongs to a pool: everybody, the reps named (by id or name), or those with these attributes.

    ``where`` maps an attribute (``team``, ``level``, any roster column, any key of ``Rep.sets``) to the accepted
    values; all attributes must agree. ``where`` and ``named`` together mean either.
    """

    everybody: bool = False
    named: tuple[str, ...] = ()
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    place: Place = NOWHERE


class Strategy(StrEnum):
    """Which of the eligible reps takes a lead."""

    ROUND_ROBIN = "round_robin"
    WEIGHTED = "weighted"
    LEAST_LOADED = "least_loaded"
    BEST_CONVERTER = "best_converter"
    STABLE_HASH = "stable_hash"


class WeightSource(StrEnum):
    """Where the weights of a pool's members come from."""

    ROSTER = "roster"
    CONVERSION = "conversion"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Ramp:
    """A new hire's share of the full weight: the n-th of ``shares`` during the n-th ``every`` after the hire date."""

    every: timedelta
    shares: tuple[Fraction, ...]


OPEN_POOL = "open_pool"
ALL_REPS = "all"


@dataclass(frozen=True, slots=True)
class Pool:
    """A set of reps, how leads are spread among them, and where a lead goes when none of them can take it.

    ``caps`` limit what **each member** gets through this pool, ``total`` what the pool gives altogether.
    ``when_full`` names pools to try in order and ends in the open pool whether or not that is written.
    ``given`` weights are by rep id or name. ``others`` is the share ``best_converter`` leaves for the rest,
    ``minimum`` the number of worked leads below which a rep's own rate is not believed. ``hash_by`` is the field
    whose value fixes the rep under ``stable_hash``.
    """

    name: str
    members: Members
    strategy: Strategy = Strategy.WEIGHTED
    weights: WeightSource = WeightSource.ROSTER
    given: Mapping[str, Fraction] = field(default_factory=dict)
    ramp: Ramp | None = None
    caps: Caps = field(default=Caps())
    total: Caps = field(default=Caps())
    when_full: tuple[str, ...] = ()
    require: tuple[Demand, ...] = ()
    prefer: tuple[Demand, ...] = ()
    others: float = 0.2
    minimum: int = 20
    hash_by: str = "company"
    place: Place = NOWHERE
