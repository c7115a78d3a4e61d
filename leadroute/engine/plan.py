"""The plan: every decision of a run as one value. Nothing has happened yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    import numpy as np
    import numpy.typing as npt

    from leadroute.model.outcome import Outcome, Passed
    from leadroute.model.rep import Opening, Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.history import Known
    from leadroute.tables.leads import Leads
    from leadroute.tables.merges import CustomerMatches, Merges


DEFAULT = -1
"""In ``Matches.rule``: no rule matched, the default decides."""
NOT_ASKED = -2
"""In ``Matches.rule``: the row was never put to the rules (a duplicate, nobody, or a customer's lead)."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Who could take a lead at one moment: the eligible, what each accrues per lead, and who was passed over, why.

    ``pool`` is the pool that gave the lead ("" for a rep named by a rule). ``members`` are positions on the roster,
    ``accrual[k]`` is what ``members[k]`` earns when a lead of this circle is given out, ``price`` what the receiver
    pays: exactly the sum of the accruals. Members who are also among the ``passed`` earn (they are on leave and may
    catch up) but cannot be chosen.
    """

    pool: str
    account: str
    members: tuple[int, ...]
    accrual: tuple[int, ...]
    price: int
    passed: tuple[tuple[int, Passed], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Points per row; ``parts[row]`` is a code into ``combinations``, the positions of the point rules that held.

    ``unknown`` counts, for each point rule, the rows for which it was undecided because a value was missing.
    """

    total: npt.NDArray[np.float64]
    parts: npt.NDArray[np.int32]
    combinations: tuple[tuple[int, ...], ...]
    unknown: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """Which rule decides each row.

    ``rule[row]`` is a position in ``Rulebook.rules``, ``DEFAULT`` or ``NOT_ASKED``.
    ``met[row]`` is a code into ``combinations``: the positions (in order of writing) of the rule's tests that held.
    ``review[row]`` is true when the rule was undecided for want of a value and says so is to be reviewed.
    ``unknown[rule]`` counts rows for which the rule was undecided because a value was missing; ``missing`` counts
    them by (rule, field).
    """

    rule: npt.NDArray[np.int16]
    met: npt.NDArray[np.int32]
    combinations: tuple[tuple[int, ...], ...]
    review: npt.NDArray[np.bool_]
    unknown: tuple[int, ...]
    missing: Mapping[tuple[int, str], int]


@dataclass(frozen=True, slots=True, eq=False)
class Decisions:
    """What becomes of every row, column by column.

    ``rep[row]`` is a position on the roster (-1 nobody); for a row in review it is the suggestion whose turn is
    reserved. ``circle[row]`` is a position in ``circles`` (-1: no turn was taken), ``balance[row]`` the receiver's
    balance, accrual included, just before paying (units of the account). ``turn[row]`` is the order in which rows were
    decided (-1: not distributed), ``lane[row]`` a position in ``Rulebook.lanes`` (``len(lanes)`` = none).
    ``pool[row]`` is a position in ``pools`` (the names of the rulebook's pools in order; -1 none): the pool that gave
    the lead, or, when nobody could take it, the one that was meant to.
    """

    outcome: npt.NDArray[np.uint8]
    reason: npt.NDArray[np.uint8]
    rep: npt.NDArray[np.int32]
    pool: npt.NDArray[np.int16]
    pools: tuple[str, ...]
    lane: npt.NDArray[np.int8]
    turn: npt.NDArray[np.int32]
    circle: npt.NDArray[np.int32]
    balance: npt.NDArray[np.int64]
    circles: tuple[Circle, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What one rep got from one pool in this run. ``entitled`` is in units of the account; ``got`` counts leads.

    ``paid`` is the sum of the prices of the leads received, so closing balance = opening + entitled - paid, summed
    over a rep's lines. Leads that cost no turn (a customer's own owner) count in ``free``.
    """

    account: str
    pool: str
    rep: int
    entitled: int
    paid: int
    got: int
    free: int


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """What is to be decided: the leads, ready for the rules.

    ``leads`` are all rows, blanks of survivors filled in, with the derived columns. ``aside`` marks rows that the user
    wants set aside because nobody can be reached by them (``None``: there are none). ``known`` is what earlier runs say
    of the rows (``None``: there is no memory).
    """

    leads: Leads
    merges: Merges
    customers: CustomerMatches
    scores: Scores
    aside: npt.NDArray[np.bool_] | None = None
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What it is decided by: the rulebook, the people, the past and the moment (in the rulebook's zone)."""

    rulebook: Rulebook
    roster: Roster
    opening: Opening
    now: datetime


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """All decisions of a run, and what they were made from.

    ``closing`` is the state after the last lead, in the same shape as ``opening``.
    """

    now: datetime
    rulebook: Rulebook
    roster: Roster
    opening: Opening
    closing: Opening
    leads: Leads
    merges: Merges
    customers: CustomerMatches
    scores: Scores
    matches: Matches
    decisions: Decisions
    lines: tuple[Line, ...]
    known: Known | None = None

    def count(self, outcome: Outcome) -> int:
        """How many rows end in this outcome."""
        return int((self.decisions.outcome == outcome).sum())
