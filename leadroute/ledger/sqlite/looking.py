"""Questions about a few leads or runs at a time, asked in SQL."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

import numpy as np

from leadroute.ledger.record import Chapter, Decision
from leadroute.ledger.sqlite.ask import joined
from leadroute.ledger.sqlite.reading import LAST
from leadroute.model.outcome import Outcome, Reason

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator

    from leadroute.tables.leads import Whole

    _Row = tuple[int, int, str, int, int, int, str, str, str, int]

# The texts put into questions here are our own, never anybody's data.
_TOLD = """decision.run, lead, label, company, outcome, reason, IFNULL(rule.text, ''), IFNULL(pool.text, ''),
    IFNULL(rep.text, ''), turn"""
_WORDS = """LEFT JOIN word AS rule ON rule.number = decision.rule LEFT JOIN word AS pool ON pool.number = decision.pool
    LEFT JOIN word AS rep ON rep.number = decision.rep"""


def latest(database: sqlite3.Connection, leads: Whole) -> list[Decision]:
    """What stands of these leads, in order of lead."""
    question = f"""SELECT {_TOLD} FROM temp.asked CROSS JOIN decision {_WORDS}
        WHERE decision.lead = asked.key AND {LAST} ORDER BY lead"""  # noqa: S608 - see above
    return [_decision(cast("_Row", row)) for row in joined(database, question, leads)]


def called(database: sqlite3.Connection, names: Collection[str]) -> dict[str, frozenset[int]]:
    """The leads with one of these names. Names are not kept in order: every decision is looked at once."""
    found = defaultdict[str, set[int]](set)
    wanted = frozenset(names) - {""}
    parted = [name for name in wanted if " " in name]
    question = "SELECT lead, label FROM decision WHERE run NOT IN (SELECT undoes FROM undone)"
    for lead, label in database.execute(question if wanted else f"{question} LIMIT 0"):
        for name in {label, label.partition(" ")[0]} & wanted:
            found[name].add(lead)
        for name in parted:
            if label.startswith(f"{name} "):
                found[name].add(lead)
    return {name: frozenset(leads) for name, leads in found.items()}


def mentioned(database: sqlite3.Connection, word: str) -> frozenset[int]:
    """The leads in whose name a word stands, in any case of its ASCII letters; every decision is looked at once."""
    question = "SELECT DISTINCT lead FROM decision WHERE instr(lower(label), lower(?)) > 0"
    return frozenset(lead for (lead,) in database.execute(question, (word,)))


def chapters(database: sqlite3.Connection, leads: Whole) -> list[Chapter]:
    """Every decision on these leads, whether it stands or not, oldest first."""
    question = f"""SELECT {_TOLD}, place, IFNULL(file.text, ''), row, balance
        FROM temp.asked CROSS JOIN decision {_WORDS} LEFT JOIN word AS file ON file.number = decision.file
        WHERE decision.lead = asked.key ORDER BY decision.run, place"""  # noqa: S608 - see above
    return [Chapter(_decision(row[:10]), *row[10:]) for row in joined(database, question, leads)]


def received(database: sqlite3.Connection, rep: str, runs: Iterable[int]) -> Iterator[Decision]:
    """The leads a rep got or was suggested for in these runs."""
    question = f"""SELECT {_TOLD} FROM decision {_WORDS}
        WHERE decision.run = ? AND decision.rep = (SELECT number FROM word WHERE text = ?)
        ORDER BY turn, place"""  # noqa: S608 - see above
    for run in runs:
        yield from map(_decision, database.execute(question, (run, rep)))


def decided(database: sqlite3.Connection, run: int) -> list[Decision]:
    """Everything a run decided, in order."""
    question = f"SELECT {_TOLD} FROM decision {_WORDS} WHERE decision.run = ? ORDER BY place"  # noqa: S608 - see above
    return [_decision(row) for row in database.execute(question, (run,))]


def overrides(database: sqlite3.Connection) -> dict[str, int]:
    """By rule ("" the default), how many of its decisions were corrected; the most first."""
    question = f"""SELECT IFNULL(rule.text, ''), COUNT(*) FROM decision {_WORDS}
        WHERE reason = {int(Reason.CORRECTED)} AND decision.run NOT IN (SELECT undoes FROM undone)
        GROUP BY decision.rule ORDER BY COUNT(*) DESC, 1"""  # noqa: S608 - see above
    return dict(database.execute(question))


def waiting_since(database: sqlite3.Connection, since: int) -> int | None:
    """The first day on which a lead was decided that waits in the open pool."""
    question = f"""SELECT MIN(first.day) FROM decision JOIN run ON run.number = decision.run
        JOIN decision AS earlier ON earlier.lead = decision.lead JOIN run AS first ON first.number = earlier.run
        WHERE decision.outcome = {int(Outcome.POOLED)} AND run.day >= ? AND {LAST}
        AND earlier.run NOT IN (SELECT undoes FROM undone)"""  # noqa: S608 - see above
    found: int | None = database.execute(question, (since,)).fetchone()[0]
    return found


def later(database: sqlite3.Connection, run: int) -> list[tuple[int, int]]:
    """The later runs that decided leads of a run, and how many of them."""
    question = """SELECT later.run, COUNT(DISTINCT later.lead) FROM decision AS own
        JOIN decision AS later ON later.lead = own.lead AND later.run > own.run
        WHERE own.run = ? AND later.run NOT IN (SELECT undoes FROM undone) GROUP BY later.run ORDER BY later.run"""
    return database.execute(question, (run,)).fetchall()


def without(database: sqlite3.Connection, runs: Collection[int]) -> dict[Outcome | None, int]:
    """How the leads of these runs would stand without them."""
    question = """SELECT IFNULL(earlier.outcome, -1), COUNT(*)
        FROM (SELECT DISTINCT lead FROM temp.asked CROSS JOIN decision WHERE decision.run = asked.key) AS own
        LEFT JOIN decision AS earlier ON earlier.lead = own.lead AND earlier.run = (
            SELECT MAX(run) FROM decision WHERE decision.lead = own.lead
            AND run NOT IN (SELECT undoes FROM undone) AND run NOT IN (SELECT key FROM temp.asked))
        GROUP BY 1"""
    counts = joined(database, question, np.array(sorted(runs), dtype=np.int64))
    return {Outcome(outcome) if outcome >= 0 else None: count for outcome, count in counts}


def _decision(row: _Row) -> Decision:
    run, lead, label, company, outcome, reason, rule, pool, rep, turn = row
    return Decision(run, lead, label, company, Outcome(outcome), Reason(reason), rule, pool, rep, turn)
