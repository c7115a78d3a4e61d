"""Carry a plan out: write its files, let the ledger take it, put the files in place."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from leadroute.commands.commit import commit
from leadroute.commands.exits import Exit
from leadroute.commands.remember import announce, remember, run_facts, stage_name
from leadroute.commands.result import Result
from leadroute.commands.sources import inputs
from leadroute.files.write.publish import place
from leadroute.ledger.recording import record_of
from leadroute.render.screen.ending import Ending

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.commands.make import Desk, Made
    from leadroute.commands.session import Session
    from leadroute.commands.sources import Sources


def carry_out(
    sources: Sources, desk: Desk, made: Made, at: Session, told: Mapping[str, object] | None = None
) -> Result:
    """Carry a plan out; ``told`` are further facts of the run for the ledger.

    Raises:
        LedgerError: the ledger did not take the run; nothing was changed.
        OutputError: something could not be written; the message says whether the decisions stand.
    """
    desk.tell("step.commit")
    decided, past, put, name = made.decided, made.past, place, ""
    with ThreadPoolExecutor(1) as pool:  # what is to be remembered is put together while the files are written
        if at.ledger and past:
            own = {**run_facts(decided, desk.wanted), **(told or {})}
            record = pool.submit(record_of, decided.plan, past.memory, own)
            put, name = partial(remember, at.ledger, past.head, record.result), stage_name(at.ledger, past.head)
            announce(at.ledger, desk.wanted.folder / name)
        files = inputs(sources, decided.plan.rulebook)
        written, notes = commit(decided, desk.wanted, files, put, stage_name=name)
    run = past.head.run + 1 if past else 0
    # What is said of this moment, and not of the leads, is not in the files.
    return Result(Exit.DONE, decided, Ending(tuple(map(str, written))), run).noting(*notes, *at.notes)
