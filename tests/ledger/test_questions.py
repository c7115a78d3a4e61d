"""A run asks for what it needs of the ledger; what it costs does not grow with what the ledger holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from leadroute.commands.recall import since_of
from tests.build import NOW, book, nameless, pool, roster
from tests.ledger.build import later, new_ledger, run, undo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.tables.leads import Whole

FEW = np.arange(1, 11, dtype=np.int64)
QUESTIONS: dict[str, Callable[[SqliteLedger], object]] = {
    "head": lambda ledger: ledger.head(),
    "runs": lambda ledger: ledger.runs(latest=2),
    "next_lead": lambda ledger: ledger.next_lead(),
    "sightings": lambda ledger: ledger.sightings(FEW),
    "sightings of what is there": lambda ledger: ledger.sightings(some_keys(ledger)),
    "standings": lambda ledger: ledger.standings(FEW),
    "latest": lambda ledger: ledger.latest(FEW),
    "company_reps": lambda ledger: ledger.company_reps(FEW, 0),
    "waiting": lambda ledger: ledger.waiting(0),
    "opening": lambda ledger: ledger.opening(since_of(NOW.date(), book(pool()).memory.open_for)),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteLedger]:
    """A ledger of many decisions."""
    many = nameless(5000, company=[f"firm {at}" for at in range(5000)])
    few = nameless(3, lead_id=["X1", "X2", "X3"])
    with new_ledger(tmp_path_factory.mktemp("questions")) as made:
        run(made, many, roster("A", "B", "C"), book(pool()))
        undo(made, run(made, few, roster("A", "B", "C"), book(pool()), later(hours=1))[1].number, now=later(hours=2))
        yield made


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_about_a_few_leads_does_not_read_the_whole_ledger(ledger: SqliteLedger, question: str) -> None:
    assert steps(ledger, QUESTIONS[question]) < 5000


def some_keys(ledger: SqliteLedger) -> Whole:
    """Keys that were seen."""
    rows = ledger._database.execute("SELECT key FROM sighting LIMIT 10")  # noqa: SLF001 - as below
    return np.array([key for (key,) in rows], dtype=np.int64)


def steps(ledger: SqliteLedger, ask: Callable[[SqliteLedger], object]) -> int:
    """How many instructions SQLite executes for a question, roughly."""
    count = 0

    def tick() -> int:
        nonlocal count
        count += 100
        return 0

    database = ledger._database  # noqa: SLF001 - there is no other way to see it work
    database.set_progress_handler(tick, 100)
    try:
        ask(ledger)
    finally:
        database.set_progress_handler(None, 0)
    return count
