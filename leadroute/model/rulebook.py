"""The rulebook as a value: what the YAML says, checked, with the place of each part."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Place
from leadroute.model.fields import DERIVED, FIELDS, Kind
from leadroute.model.rep import Caps

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta
    from fractions import Fraction

NOWHERE = Place("")


class Language(StrEnum):
    """The language of screen, sheets and messages."""

    ZH = "zh"
    EN = "en"


# --- conditions ---------------------------------------------------------------------------------------------------


class OnMissing(StrEnum):
    """What an unknown condition (a test met an empty field) counts as."""

    NO_MATCH = "no_match"
    MATCH = "match"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class TableRef:
    """A CSV or xlsx beside the rulebook whose values count as a list; ``column`` "" means its first column.

    ``values`` are filled in, folded, once the file has been read; ``None`` until then.
    """

    path: str
    column: str = ""
    values: frozenset[str] | None = None


Operand = str | bool | float | tuple[str, ...] | tuple[float, float] | TableRef
"""What an operator compares with.

Text and lists of text as written (folded when compiled); numbers as float; **dates and date-times as float seconds
since 1970 in the rulebook's zone's local time** (``between`` two of them); durations as float seconds.
"""


@dataclass(frozen=True, slots=True)
class Test:
    """``field: {operator: operand}``; ``on_missing`` overrides the rule's for this test."""

    field: str
    operator: str
    operand: Operand
    on_missing: OnMissing | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; with no part it always holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part holds."""

    parts: tuple[Condition, ...]


Condition = All | AnyOf | NoneOf | Test
ALWAYS = All(())

# --- who may take a lead ------------------------------------------------------------------------------------------


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


# --- what a rule does ---------------------------------------------------------------------------------------------


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


# --- before the rules ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field the rulebook adds, or more header names for a built-in one."""

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    place: Place = NOWHERE


class Keep(StrEnum):
    """Which row of a group of duplicates survives."""

    EARLIEST = "earliest"
    LATEST = "latest"
    MOST_COMPLETE = "most_complete"


@dataclass(frozen=True, slots=True)
class Duplicates:
    """When two rows are the same lead, and what becomes of them.

    ``same_when``: any line makes two rows one; within a line all fields must agree. A value seen with
    ``shared_companies`` companies **and** ``shared_names`` names links nothing. Groups above ``review_above`` rows go
    to review. ``one_rep_per_company`` keeps different people of one company together.
    """

    same_when: tuple[tuple[str, ...], ...] = (("phone",), ("email",), ("company", "contact"))
    keep: Keep = Keep.EARLIEST
    fill_blanks: bool = True
    one_rep_per_company: bool = True
    review_above: int = 20
    shared_companies: int = 3
    shared_names: int = 3
    place: Place = NOWHERE


class OwnerAway(StrEnum):
    """What happens to a customer's lead when the owner cannot take it."""

    DEPUTY = "deputy"
    POOL = "pool"
    REVIEW = "review"


class Conflict(StrEnum):
    """What happens when one name has several owners."""

    REVIEW = "review"
    POOL = "pool"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class CustomerPolicy:
    """How leads find their customer and what its owner gets. ``pool`` means: the rules decide as for any lead.

    ``charge`` tells whether a lead of the owner's own customer costs a turn (by default it does not).
    """

    match: tuple[str, ...] = ("credit_code", "email_domain", "company", "phone")
    owner_away: OwnerAway = OwnerAway.DEPUTY
    conflict: Conflict = Conflict.REVIEW
    charge: bool = False
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Points:
    """``add`` points when the condition holds; ``group`` shares a limit with others of that name."""

    add: float
    when: Condition
    name: str = ""
    group: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Score:
    """Points under conditions, limits by group (a limit caps the absolute sum), grades at or above a threshold.

    ``grades`` are sorted from the highest threshold down; below the last one the grade is blank.
    """

    points: tuple[Points, ...] = ()
    limits: Mapping[str, float] = field(default_factory=dict)
    grades: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """Leads that go first, in the order of the lanes; ``exempt`` names the caps that do not bind them."""

    name: str
    when: Condition
    exempt: frozenset[str] = frozenset()
    place: Place = NOWHERE


class Scope(StrEnum):
    """Which leads share one fairness account."""

    GLOBAL = "global"
    POOL = "pool"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Fairness:
    """One account for all, or one per pool or rule; what reps get back after being away; when to raise an alarm.

    ``catch_up``: ``0`` none, a number of leads that may be banked, ``None`` full.
    """

    scope: Scope = Scope.GLOBAL
    catch_up: int | None = 0
    balance_ratio: float = 2.0
    default_rate: float = 0.05


@dataclass(frozen=True, slots=True)
class LeavePolicy:
    """No leads this long before a leave starts, and until this long after it ends."""

    before: timedelta
    after: timedelta


@dataclass(frozen=True, slots=True)
class Output:
    """What the sheets for reps say: the choices of the follow-up dropdown and when a first call is due."""

    follow_up: tuple[str, ...] = ()
    due: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A lead and what should become of it; run by ``leadroute test`` (a later command), checked for shape now."""

    lead: Mapping[str, str]
    expect: Mapping[str, str]
    place: Place = NOWHERE


@dataclass(frozen=True)
class Rulebook:
    """Everything the YAML says. ``fingerprint`` is the SHA-256 of its bytes, hexadecimal."""

    name: str = ""
    language: Language = Language.ZH
    timezone: str = "Asia/Shanghai"
    fields: tuple[FieldSpec, ...] = ()
    duplicates: Duplicates = field(default=Duplicates())
    customers: CustomerPolicy = field(default=CustomerPolicy())
    score: Score = field(default=Score())
    lanes: tuple[Lane, ...] = ()
    fairness: Fairness = field(default=Fairness())
    leave: LeavePolicy | None = None
    pools: Mapping[str, Pool] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    default: Action = field(default=ToOpenPool())
    output: Output = field(default=Output())
    examples: tuple[Example, ...] = ()
    file: str = ""
    fingerprint: str = ""

    def kind_of(self, name: str) -> Kind:
        """The kind of a field: the rulebook's word first, then the built-in one, else text."""
        own = {spec.name: spec.kind for spec in self.fields}
        return own.get(name) or FIELDS.get(name) or DERIVED.get(name) or Kind.TEXT
