"""What a plan file says: what a plan was made from, at which moment, and a mark of what it decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from leadroute.commands.order import Order
    from leadroute.ledger.record import Head
    from leadroute.model.rulebook import Language


class Role(StrEnum):
    """What an input file is to a run."""

    LEADS = "leads"
    ROSTER = "roster"
    RULEBOOK = "rulebook"
    CUSTOMERS = "customers"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Mark:
    """An input file, by its path as it was given, and the SHA-256 of its bytes (blank: it cannot be read)."""

    role: Role
    file: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What a plan stands on: the folder its relative paths begin in, its input files, the head of its ledger.

    ``head`` is ``None`` where there is no ledger. ``carried_out`` is the run a plan has become (0: none yet).
    """

    folder: str
    files: tuple[Mark, ...]
    head: Head | None
    carried_out: int = 0


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan as it is kept to be carried out later: it is made again from this, and must come out the same.

    ``version`` is that of the program, ``now`` the moment of the plan in the rulebook's zone, ``outcomes`` counts rows
    by outcome, ``decisions`` is the mark of all decisions (see ``engine.digest``).
    """

    version: str
    language: Language
    now: datetime
    order: Order
    standing: Standing
    outcomes: Mapping[str, int]
    decisions: str
