"""What was measured about a plan, as values. Reps are positions on the roster; shares and rates run from 0 to 1."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from leadroute.model.outcome import Outcome

if TYPE_CHECKING:
    from fractions import Fraction

    from leadroute.model.outcome import Passed, Reason


@dataclass(frozen=True, slots=True)
class CapUse:
    """One cap after the run: ``used`` of ``limit`` in ``period`` (one of ``model.rep.PERIODS``)."""

    period: str
    used: int
    limit: int

    @property
    def part(self) -> float:
        """The part used; a cap of nothing is full."""
        return self.used / self.limit if self.limit else 1.0


def tightest(caps: tuple[CapUse, ...]) -> CapUse | None:
    """The cap that binds first (``None`` without caps)."""
    return max(caps, key=lambda cap: cap.part, default=None)


@dataclass(frozen=True, slots=True)
class Share:
    """What one rep got, overall or through one pool.

    ``got`` leads cost a turn, ``free`` leads did not (a customer's own owner), ``reserved`` turns are kept for leads
    that wait in review with this rep as the suggestion. ``entitled`` is in leads. ``part`` is the rep's part of all
    leads assigned (overall, or through that pool). ``weight`` and ``caps`` are the rep's own, or what the pool says for
    each member.
    """

    rep: int
    weight: Fraction
    got: int
    free: int
    reserved: int
    entitled: Fraction
    part: float
    caps: tuple[CapUse, ...] = ()

    @property
    def total(self) -> int:
        """Leads assigned, whether or not they cost a turn."""
        return self.got + self.free

    @property
    def held(self) -> int:
        """Leads that count towards caps: those assigned and those reserved."""
        return self.total + self.reserved

    @property
    def gap(self) -> Fraction:
        """Turns received minus turns entitled to: the number reps argue about (positive: more than entitled)."""
        return self.got + self.reserved - self.entitled

    def with_caps(self, caps: tuple[CapUse, ...]) -> Share:
        """The same share with the caps it runs into."""
        return replace(self, caps=caps)

    @property
    def empty(self) -> bool:
        """No lead, no reserved turn, nothing entitled."""
        return not (self.held or self.entitled)


class Told(StrEnum):
    """Who tells a figure: a file, the ledger where the files are silent, or nobody (it counts as none)."""

    ROSTER = "roster"
    LEDGER = "ledger"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class RepLine:
    """One rep of the roster: the share overall, open leads before (and who tells them) and after, why not available."""

    share: Share
    open_before: int
    open_after: int
    away: Passed | None
    open_from: Told = Told.NOBODY

    @property
    def idle(self) -> bool:
        """Got nothing, not even a reserved turn."""
        return not self.share.held


class Verdict(StrEnum):
    """What a manager may conclude from a balance ratio."""

    NONE = "none"  # no leads, or fewer than two reps to compare
    EVEN = "even"  # below the limit
    EXPLAINED = "explained"  # above it, but against entitlement below it: pools, caps or leave explain the difference
    CHANCE = "chance"  # above it, but drawing lots would do as much
    UNEVEN = "uneven"


@dataclass(frozen=True, slots=True)
class Balance:
    """Max over min of a figure among reps: ``inf`` when the lowest is zero, ``None`` when there is nothing to compare.

    ``most`` and ``least`` name the reps at either end.
    """

    ratio: float | None
    most: tuple[int, ...]
    least: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Between which ratios nine draws of lots in ten would fall (``high`` may be ``inf``: somebody gets nothing)."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Evenness:
    """How evenly some leads were spread over the reps who were available.

    ``by_weight`` compares leads per weight; ``by_entitlement`` compares turns received with turns entitled to (reps
    entitled to at least one) and so allows for pools, caps and skills. ``small`` warns that the rep with the least
    weight could expect fewer than five leads: ratios then jump about. ``largest_gap`` is the largest absolute gap,
    in leads.
    """

    leads: int
    reps: int
    by_weight: Balance
    by_entitlement: Balance
    band: Band | None
    limit: float
    small: bool
    jain: float | None
    gini: float | None
    largest_gap: float

    @property
    def alert(self) -> bool:
        """Is the balance ratio at or above the rulebook's limit?"""
        return self.by_weight.ratio is not None and self.by_weight.ratio >= self.limit

    @property
    def verdict(self) -> Verdict:
        """What to conclude."""
        if self.by_weight.ratio is None:
            return Verdict.NONE
        if not self.alert:
            return Verdict.EVEN
        if self.by_entitlement.ratio is not None and self.by_entitlement.ratio < self.limit:
            return Verdict.EXPLAINED
        by_chance = self.band is not None and self.by_weight.ratio <= self.band.high
        return Verdict.CHANCE if by_chance else Verdict.UNEVEN


@dataclass(frozen=True, slots=True)
class PoolLine:
    """One pool: who got what through it, how many leads it could not place, and how its total caps stand.

    ``pool`` is "" for leads that reached a rep by name or ownership. ``unplaced`` counts the rows that a rule meant
    for this pool and that nobody could take.
    """

    pool: str
    members: tuple[Share, ...]
    unplaced: int
    balance: Balance
    caps: tuple[CapUse, ...] = ()

    @property
    def total(self) -> int:
        """Leads assigned through this pool."""
        return sum(member.total for member in self.members)


@dataclass(frozen=True, slots=True)
class RuleUse:
    """One rule (-1: the default): rows it decided, rows undecided for want of a value, and of which field."""

    rule: int
    hits: int
    unknown: int = 0
    missing: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PointUse:
    """One point rule of the score: rows that got its points, and rows undecided for want of a value."""

    points: int
    hits: int
    unknown: int


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How many rows ended in this outcome for this reason."""

    outcome: Outcome
    reason: Reason
    rows: int


@dataclass(frozen=True, slots=True)
class DefaultUse:
    """How many of the distributed rows no rule decided."""

    rows: int
    of: int
    limit: float

    @property
    def rate(self) -> float:
        """The default-pool rate."""
        return self.rows / self.of if self.of else 0.0

    @property
    def alert(self) -> bool:
        """Is the rate at or above the rulebook's limit?"""
        return self.rows > 0 and self.rate >= self.limit


@dataclass(frozen=True, slots=True)
class FileCount:
    """What became of one file's rows; ``counts[outcome]`` in the order of ``Outcome``.

    Without a file they are the leads that waited in the open pool of earlier runs.
    """

    file: str
    rows: int
    counts: tuple[int, ...]

    @property
    def holds(self) -> bool:
        """Does every row end somewhere?"""
        return self.rows == sum(self.counts)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything measured about a plan. ``top`` is the same evenness for the leads of the highest grade alone.

    ``history`` counts rows by what earlier runs know of them, in the order of ``History`` (``None``: no memory).
    """

    files: tuple[FileCount, ...]
    reps: tuple[RepLine, ...]
    pools: tuple[PoolLine, ...]
    evenness: Evenness
    top_grade: str
    top: Evenness | None
    rules: tuple[RuleUse, ...]
    points: tuple[PointUse, ...]
    reasons: tuple[ReasonCount, ...]
    default: DefaultUse
    history: tuple[int, ...] | None = None

    @property
    def rows(self) -> int:
        """Rows in, over all files."""
        return sum(file.rows for file in self.files)

    @property
    def holds(self) -> bool:
        """Conservation, by file."""
        return all(file.holds for file in self.files)

    @property
    def caps(self) -> dict[int, tuple[CapUse, ...]]:
        """The caps each rep runs into, by position: the rep's own, and those every pool sets its members."""
        found = {line.share.rep: list(line.share.caps) for line in self.reps}
        for pool in self.pools:
            for member in pool.members:
                found.setdefault(member.rep, []).extend(member.caps)
        return {rep: tuple(caps) for rep, caps in found.items()}

    @property
    def idle(self) -> tuple[RepLine, ...]:
        """The reps who got nothing."""
        return tuple(line for line in self.reps if line.idle)

    @property
    def totals(self) -> tuple[int, ...]:
        """Rows by outcome, over all files."""
        return tuple(sum(file.counts[outcome] for file in self.files) for outcome in Outcome)
