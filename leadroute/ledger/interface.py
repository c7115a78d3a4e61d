"""What leadroute asks of a ledger: one narrow door, so that another database can stand behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from leadroute.ledger.record import Chapter, Decision, Entry, Head, Record, Run
    from leadroute.model.outcome import Outcome
    from leadroute.model.rep import Opening
    from leadroute.tables.history import Sightings, Standings
    from leadroute.tables.leads import Whole


@dataclass(frozen=True, slots=True)
class Since:
    """The first days (since 1970) that count: of this day, week and month, and of leads still taken as open."""

    day: int
    week: int
    month: int
    open: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a ledger: a word for what, and where (a run, 0 when it is the whole)."""

    what: str
    run: int = 0


class Ledger(Protocol):
    """The only memory. Every question is answered from the events; nothing is kept that follows from others."""

    def head(self) -> Head:
        """The latest run."""

    def opening(self, since: Since) -> Opening:
        """Balances, loads, caps used and turns taken."""

    def sightings(self, keys: Whole) -> Sightings:
        """All sightings of these keys."""

    def standings(self, leads: Whole) -> Standings:
        """How these leads stand."""

    def company_reps(self, companies: Whole, since: int) -> Mapping[int, tuple[str, int]]:
        """The rep who has each company, by the first of its leads that is still with somebody; its latest day."""

    def waiting(self, since: int) -> Sequence[tuple[int, int, int]]:
        """Leads in the open pool: (lead, run, position among the leads of that run), by the first day that counts."""

    def cells(self, run: int) -> bytes:
        """The raw cells of the leads of a run, as an Arrow file."""

    def runs(self, latest: int = 0) -> Sequence[Run]:
        """The runs, oldest first; only so many of the latest unless 0."""

    def entries(self, rep: str = "", run: int = 0) -> Iterator[tuple[int, Entry]]:
        """The lines of the account with their runs, oldest first; of one rep or of all, of one run or of all."""

    def latest(self, leads: Whole) -> Sequence[Decision]:
        """What stands of these leads."""

    def called(self, names: Collection[str]) -> Mapping[str, frozenset[int]]:
        """The leads that have one of these names: an id, or everything they are called by."""

    def mentioned(self, word: str) -> frozenset[int]:
        """The leads in whose name a word stands."""

    def chapters(self, leads: Whole) -> Sequence[Chapter]:
        """Every decision on these leads, whether it stands or not, oldest first."""

    def received(self, rep: str, runs: Iterable[int]) -> Iterator[Decision]:
        """The leads a rep got or was suggested for in these runs, whether they stand or not, in order."""

    def decided(self, run: int) -> Sequence[Decision]:
        """Everything a run decided, in order."""

    def overrides(self) -> Mapping[str, int]:
        """By rule, how many of its decisions a person corrected."""

    def waiting_since(self, since: int) -> int | None:
        """The first day on which one of the leads was decided that wait in the open pool."""

    def later(self, run: int) -> Sequence[tuple[int, int]]:
        """The later runs that decided leads of a run once more, and how many of them; those taken back do not count."""

    def without(self, runs: Collection[int]) -> Mapping[Outcome | None, int]:
        """How the leads of these runs would stand without them, counted (``None``: nobody would know of them)."""

    def append(self, record: Record, expected: Head) -> Run:
        """Add a run, all of it or nothing; refused when the head is no longer the expected one."""

    def publish(self, run: int) -> None:
        """Note that the files of a run are in place."""

    def latest_holds(self) -> bool:
        """Whether the latest run is as it was written; ``verify`` looks at all of them."""

    def verify(self) -> Iterator[Fault]:
        """Look for any change to a past event."""
