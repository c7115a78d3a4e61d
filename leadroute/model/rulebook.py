"""The rulebook as a value: what the YAML says, checked, with the place of each part."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from leadroute.model.action import (
    Action,
    AssignCustomerOwner,
    AssignPool,
    AssignRep,
    Reject,
    Review,
    Rule,
    ToOpenPool,
)
from leadroute.model.condition import (
    ALWAYS,
    NOWHERE,
    All,
    AnyOf,
    Condition,
    NoneOf,
    OnMissing,
    Operand,
    TableRef,
    Test,
)
from leadroute.model.fields import DERIVED, FIELDS, Kind
from leadroute.model.pool import (
    ALL_REPS,
    OPEN_POOL,
    Demand,
    Members,
    Pool,
    Ramp,
    Strategy,
    WeightSource,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.model.diagnostic import Place
    from leadroute.model.rule_table import RuleTable
    from leadroute.model.working_time import WorkingTime

__all__ = [
    "ALL_REPS",
    "ALWAYS",
    "NOWHERE",
    "OPEN_POOL",
    "Action",
    "All",
    "AnyOf",
    "AssignCustomerOwner",
    "AssignPool",
    "AssignRep",
    "ColumnSpec",
    "Condition",
    "Conflict",
    "CustomerPolicy",
    "Demand",
    "Duplicates",
    "Example",
    "Fairness",
    "FieldSpec",
    "Infer",
    "Keep",
    "Lane",
    "Language",
    "LeavePolicy",
    "Members",
    "NoneOf",
    "OnMissing",
    "Operand",
    "Output",
    "OwnerAway",
    "Points",
    "Pool",
    "Ramp",
    "Reject",
    "Review",
    "Rule",
    "Rulebook",
    "Scope",
    "Score",
    "Strategy",
    "TableRef",
    "Test",
    "ToOpenPool",
    "WeightSource",
]


class Language(StrEnum):
    """The language of screen, sheets and messages."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field the rulebook adds, or more header names for a built-in one."""

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """What one column is, by its header as it stands in the file; a ``field`` of "" leaves the column alone."""

    header: str
    field: str
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


@dataclass(frozen=True, slots=True)
class Infer:
    """From which fields blanks of others may be inferred: target → sources, the first that knows decides.

    ``tel`` means the area code of a landline, ``phone`` the number range of a mobile (for a country: the dialling
    code), whichever of both columns holds the number. An inferred value never overrules a given one.
    """

    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
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


class Reenter(StrEnum):
    """When leads of the open pool take part in later runs: before newer ones of their lane, in line, or not at all."""

    FIRST = "first"
    IN_LINE = "in_line"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class MemoryPolicy:
    """How long a decision holds for the same lead, how long a lead counts as open, when waiting leads come back."""

    known_for: timedelta = timedelta(days=365)
    open_for: timedelta = timedelta(days=30)
    reenter: Reenter = Reenter.FIRST


@dataclass(frozen=True, slots=True)
class LeavePolicy:
    """No leads this long before a leave starts, and until this long after it ends."""

    before: timedelta
    after: timedelta


@dataclass(frozen=True, slots=True)
class Output:
    """What the sheets for reps say: the choices of the follow-up dropdown and when a first call is due.

    ``due`` is working time if the rulebook says when people work.
    """

    follow_up: tuple[str, ...] = ()
    due: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A lead and what should become of it, by key; of several words for a key any will do.

    ``now`` is the moment it is tried at (local time; ``None``: that of the test), ``away`` names reps who are not on
    duty then.
    """

    lead: Mapping[str, str]
    expect: Mapping[str, tuple[str, ...]]
    place: Place = NOWHERE
    name: str = ""
    now: datetime | None = None
    away: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rulebook:
    """Everything the YAML says, and the decision tables it names.

    ``fingerprint`` is the SHA-256 of its bytes, hexadecimal; with decision tables, that of its own and of theirs.
    ``tables`` are the decision tables as they were read; their rules stand among ``rules``.
    """

    name: str = ""
    language: Language = Language.ZH
    timezone: str = "Asia/Shanghai"
    fields: tuple[FieldSpec, ...] = ()
    columns: tuple[ColumnSpec, ...] = ()
    infer: Infer = field(default=Infer())
    duplicates: Duplicates = field(default=Duplicates())
    customers: CustomerPolicy = field(default=CustomerPolicy())
    score: Score = field(default=Score())
    lanes: tuple[Lane, ...] = ()
    fairness: Fairness = field(default=Fairness())
    leave: LeavePolicy | None = None
    working_time: WorkingTime | None = None
    memory: MemoryPolicy = field(default_factory=MemoryPolicy)
    pools: Mapping[str, Pool] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    default: Action = field(default=ToOpenPool())
    output: Output = field(default=Output())
    examples: tuple[Example, ...] = ()
    tables: tuple[RuleTable, ...] = ()
    file: str = ""
    fingerprint: str = ""

    def kind_of(self, name: str) -> Kind:
        """The kind of a field: the rulebook's word first, then the built-in one, else text."""
        own = {spec.name: spec.kind for spec in self.fields}
        return own.get(name) or FIELDS.get(name) or DERIVED.get(name) or Kind.TEXT
