"""What one run adds to the ledger: plain columns, so that any backend can keep them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from leadroute.tables.history import Sightings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from leadroute.model.outcome import Outcome, Reason
    from leadroute.tables.leads import Whole


class Kind(StrEnum):
    """What sort of run it was."""

    RUN = "run"
    CORRECTION = "correction"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A column of texts: ``codes[row]`` is a position in ``texts``, -1 for none."""

    codes: Whole
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Decided:
    """The leads a run decided, one entry a lead.

    ``lead`` is the lead's number in the ledger, ``file`` and ``row`` its place in the input, ``label`` what people
    call it, ``company`` the number of its company (0: none; see ``intake.identity``). ``outcome`` and ``reason`` are
    codes of ``model.outcome``; ``turn`` counts from 0 in the order of the run (-1: none was taken) and ``balance`` is
    the receiver's balance before paying, in units of the account.
    """

    lead: Whole
    file: Coded
    row: Whole
    label: tuple[str, ...]
    company: Whole
    outcome: Whole
    reason: Whole
    rule: Coded
    pool: Coded
    rep: Coded
    turn: Whole
    balance: Whole

    def __len__(self) -> int:
        """The number of leads."""
        return len(self.lead)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as the ledger tells it of a few leads at a time; see ``Decided``. Blank texts stand for none."""

    run: int
    lead: int
    label: str
    company: int
    outcome: Outcome
    reason: Reason
    rule: str
    pool: str
    rep: str
    turn: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A decision on one lead with its place among those of its run, where it was read, and the receiver's balance."""

    decision: Decision
    place: int
    file: str
    row: int
    balance: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the account: what a rep earned, paid and got through a pool on a day (days since 1970).

    ``entitled`` and ``paid`` are units of the account, ``got`` and ``free`` leads with and without a turn; ``last`` is
    the number of the rep's latest turn, counted over all runs (-1: none). An entry that takes something back has
    negative figures and the day of what it takes back, so that caps of that day are free again.
    """

    account: str
    pool: str
    rep: str
    day: int
    entitled: int = 0
    paid: int = 0
    got: int = 0
    free: int = 0
    last: int = -1


@dataclass(frozen=True, slots=True)
class Head:
    """The latest run of a ledger and the hash of everything up to it; run 0 is the empty ledger."""

    run: int
    hash: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """Everything one run adds.

    ``facts`` are told as JSON: fingerprints of rulebook, roster and inputs, counts by outcome, the files written.
    ``sightings`` are only those the ledger has not seen; ``cells`` holds the raw cells of the leads decided, in
    order, as an Arrow file. ``undoes`` are the runs it takes back: none of their decisions stands any longer.
    """

    kind: Kind
    now: datetime
    facts: Mapping[str, object]
    decided: Decided
    entries: tuple[Entry, ...]
    sightings: Sightings
    cells: bytes = field(default=b"", repr=False)
    undoes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A run as the ledger tells it.

    It is ``published`` once its files are in place. ``undone`` is the run that took it back (0: none), ``undoes`` are
    the runs it took back itself.
    """

    number: int
    kind: Kind
    now: datetime
    facts: Mapping[str, object]
    hash: bytes
    published: bool
    undone: int = 0
    undoes: tuple[int, ...] = ()


def no_decisions() -> Decided:
    """What a run decided that only takes others back."""
    none, nothing = np.zeros(0, dtype=np.int64), Coded(np.zeros(0, dtype=np.int64), ())
    return Decided(none, nothing, none, (), none, none, none, nothing, nothing, nothing, none, none)


def no_sightings() -> Sightings:
    """What a run saw that saw nothing new."""
    return Sightings(*(np.zeros(0, dtype=np.int64) for _ in range(4)))
