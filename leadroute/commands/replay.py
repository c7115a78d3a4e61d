"""Play the past again: every run planned and booked as real runs are, in a ledger that is thrown away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from leadroute.commands.gather import Read, gathered_on
from leadroute.commands.make import planned
from leadroute.commands.reading import read_customers
from leadroute.commands.refusal import Refusal
from leadroute.commands.session import Session
from leadroute.engine.backtest.fates import fates_of, in_the_end
from leadroute.engine.backtest.played import Played
from leadroute.engine.backtest.step import step_of
from leadroute.intake.leads import gather_leads
from leadroute.ledger.recording import decides_anything, record_of
from leadroute.ledger.scratch import scratch
from leadroute.model.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leadroute.commands.decide import Decided
    from leadroute.commands.gather import Ground
    from leadroute.commands.history import History
    from leadroute.commands.sources import Sources
    from leadroute.engine.backtest.fates import Fates
    from leadroute.engine.backtest.step import Step
    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.model.diagnostic import Diagnostic


class Tell(Protocol):
    """Told which step begins, and facts for its words."""

    def __call__(self, step: str, **facts: object) -> None:
        """Tell a step."""


@dataclass(frozen=True, slots=True, eq=False)
class Replayed:
    """What came of it, the laws that were broken (none, or it is our bug).

    ``notes`` are what every run said of the rulebook, the roster and the customers; what is wrong with leads was told
    when they were read.
    """

    played: Played
    notes: tuple[Diagnostic, ...]
    broken: tuple[str, ...]


def replay(history: History, ground: Ground, sources: Sources, ledger: Path | None, tell: Tell) -> Replayed | Refusal:
    """Plan and book run after run; ``ledger`` is where the past begins (``None``: with nothing)."""
    steps: list[Step] = []
    parts: list[Fates] = []
    broken: dict[str, None] = {}
    said: Counter[Diagnostic] = Counter()
    with scratch(ledger, history.first) as memory:
        for made in _plans(history, ground, sources, memory):
            if isinstance(made, Refusal):
                return made
            tell("step.replay", run=len(steps) + 1, runs=len(history.occasions))
            steps.append(step_of(made.plan, made.report))
            parts.append(fates_of(made.plan))
            broken |= dict.fromkeys(made.broken)
            said.update(dict.fromkeys(made.notes).keys())
    notes = tuple(note for note, runs in said.items() if runs == len(steps))
    fates = in_the_end(len(history.leads), parts)
    return Replayed(Played(ground.book, ground.roster, tuple(steps), fates), notes, tuple(broken))


def _plans(history: History, ground: Ground, sources: Sources, memory: SqliteLedger) -> Iterator[Decided | Refusal]:
    """The plans in order; each is booked before the next is made."""
    at, customers = Session(memory), read_customers(sources.customers, ground.book)
    zone = ZoneInfo(ground.book.timezone)
    for one in history.occasions:
        now = one.now.astimezone(zone)
        waiting = at.waiting(ground.book.memory, now)
        leads, found = gather_leads((*waiting, *one.tables), ground.book)
        wrong = tuple(note for note in found if note.severity is Severity.ERROR)
        gathered = gathered_on(ground, sources, Read(leads, wrong, *customers))
        if isinstance(gathered, Refusal):
            yield gathered
            return
        decided, past = planned(gathered, at, now)
        decided = replace(decided, notes=gathered.notes)
        if past and decides_anything(decided.plan):
            memory.append(record_of(decided.plan, past.memory, {}), past.head)
        yield decided
