"""What is proved about the rules, as values: each claim with the rules it rests on, or with a lead that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadroute.model.rulebook import Condition
    from leadroute.proof.reach import Witness
    from leadroute.proof.values import Piece


@dataclass(frozen=True, slots=True)
class Never:
    """No lead meets the conditions of a rule: these exclude each other."""

    rule: int
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """Every lead of a rule is taken by earlier ones, of which none can be spared."""

    rule: int
    by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PartCovered:
    """Every lead of a rule with this value is taken by earlier ones; with none of them, the rule itself excludes it."""

    rule: int
    option: Piece
    by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Earlier rules that go elsewhere take some leads of a rule, the first of them this one."""

    rule: int
    by: tuple[int, ...]
    witness: Witness


@dataclass(frozen=True, slots=True)
class Always:
    """A rule with conditions takes every lead; so many rules stand behind it."""

    rule: int
    behind: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A lead that no rule takes."""

    witness: Witness


@dataclass(frozen=True, slots=True)
class Reached:
    """A lead that a rule decides."""

    rule: int
    witness: Witness


@dataclass(frozen=True, slots=True)
class Open:
    """Rules of which it was not decided whether they can ever decide a lead."""

    rules: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """So many questions about list values, overlaps and leads that no rule takes were broken off."""

    count: int


Claim = Never | Covered | PartCovered | Overlap | Always | Gap | Reached | Open | Unanswered
