"""What was found when two plans were compared, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from leadroute.model.stop import Amount, Moves

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

    from leadroute.engine.fairness.report import Report
    from leadroute.engine.plan import Plan
    from leadroute.tables.leads import Mask, Rows


class Change(IntEnum):
    """Why a lead is decided differently."""

    DIRECT = 0  # another rule, pool, outcome, reason or reviewer
    CASCADE = 1  # the same in all of that; only the turn moved, to another rep or to another of the same company
    HYGIENE = 2  # other data: a duplicate or unusable on one side only, or other values where the rulebooks look

    @property
    def word(self) -> str:
        """The class as code and JSON spell it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One of the two plans, and what was measured of it."""

    plan: Plan
    report: Report


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """The rows of both plans side by side: row ``before[k]`` of the old one is row ``after[k]`` of the new one.

    -1: the row takes part on the other side only.
    """

    before: Rows
    after: Rows

    def __len__(self) -> int:
        """The number of rows compared."""
        return len(self.before)


@dataclass(frozen=True, slots=True, eq=False)
class Changed:
    """The leads decided differently, those that matter most first: one entry each.

    ``before`` and ``after`` are rows of the plans (-1: takes no part), ``kind`` a ``Change``. ``moved`` marks those
    that end with another rep or with another outcome, ``vip`` those in the first lane or of the best grade on either
    side.
    """

    before: Rows
    after: Rows
    kind: npt.NDArray[np.uint8]
    moved: Mask
    vip: Mask

    def __len__(self) -> int:
        """The number of leads decided differently."""
        return len(self.kind)

    def of(self, kind: Change) -> int:
        """How many are of a class."""
        return int((self.kind == kind).sum())


@dataclass(frozen=True, slots=True)
class Tally:
    """Leads under one heading (a rep, a pool, a rule …) before and after; ``key`` names it in code and JSON.

    ``gained`` came from under other headings, ``lost`` went there.
    """

    key: str
    before: int
    after: int
    gained: int
    lost: int

    @property
    def difference(self) -> int:
        """After minus before."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one plan that a manager asks for.

    ``default`` and ``review`` are leads out of others. ``cap_hits`` counts leads that a cap, or a pool with nobody,
    sent elsewhere, ``at_cap`` reps with a cap used up at the end, ``idle`` reps on duty who got nothing.
    """

    default: Amount
    review: Amount
    unassigned: Amount
    balance_ratio: float | None
    jain: float | None
    gap: float
    cap_hits: int
    at_cap: int
    idle: int


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two plans and all that differs between them.

    ``leads`` counts the rows that either side decides (neither duplicate nor invalid on both), ``vips`` the most
    important among them, ``known`` rows that earlier runs decided and both sides leave alone, ``regraded`` the leads of
    another grade. ``tallies`` are by heading: ``outcomes``, ``reps``, ``pools``, ``rules``, ``grades``.
    """

    before: Side
    after: Side
    rows: int
    leads: int
    vips: int
    known: int
    regraded: int
    changed: Changed
    figures: tuple[Figures, Figures]
    tallies: Mapping[str, tuple[Tally, ...]]

    @property
    def same(self) -> bool:
        """Whether every lead is decided as before."""
        return not len(self.changed)

    @property
    def moved(self) -> int:
        """Leads that end with another rep or another outcome."""
        return int(self.changed.moved.sum())

    @property
    def vip_moved(self) -> int:
        """Of those the most important."""
        return int((self.changed.moved & self.changed.vip).sum())

    @property
    def counted(self) -> dict[Moves, Amount]:
        """The figures that only a comparison has."""
        changed = self.changed
        found = {
            Moves.CHANGED: len(changed),
            Moves.MOVED: self.moved,
            Moves.DIRECT: changed.of(Change.DIRECT),
            Moves.CASCADE: changed.of(Change.CASCADE),
            Moves.HYGIENE: changed.of(Change.HYGIENE),
        }
        whole = {name: Amount(count, self.leads) for name, count in found.items()}
        return whole | {Moves.VIP_MOVED: Amount(self.vip_moved, self.vips)}
