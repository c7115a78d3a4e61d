"""``leadroute ledger show``: the account of one rep line by line, or of everybody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.reading import read_roster
from leadroute.commands.refusal import Refusal
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.people import people_of
from leadroute.ledger.record import Kind
from leadroute.ledger.session import peeked
from leadroute.ledger.statement import Period, Total, statement, sums, totals
from leadroute.model.diagnostic import Diagnostic, Place, facts, has_errors
from leadroute.model.rep import Roster
from leadroute.rulebook.near import near

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from leadroute.commands.whereabouts import Whereabouts
    from leadroute.ledger.people import People
    from leadroute.ledger.record import Decision, Run
    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.ledger.statement import Statement


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose account ("": everybody's), over which days, and a roster to know people by."""

    who: str
    period: Period
    reps: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """The account of everybody, of one rep line by line if one was asked for, and what the accounts sum up to."""

    at: Whereabouts
    period: Period
    people: People
    totals: tuple[Total, ...]
    statement: Statement | None
    sums: Mapping[str, int]

    @property
    def sound(self) -> bool:
        """Whether everything adds up, as it must."""
        return not any(self.sums.values()) and (self.statement is None or self.statement.adds_up)


def tell(asked: Asked, at: Whereabouts) -> Told | Refusal:
    """Fold the ledger; nothing is changed."""
    roster, problems = read_roster(asked.reps) if asked.reps else (Roster(()), ())
    if has_errors(problems):
        return Refusal(Exit.RULES, problems, at.language)
    try:
        with peeked(at.ledger) as ledger:
            runs, entries = ledger.runs(), tuple(ledger.entries())
            people = people_of(runs, {line.rep for _, line in entries}, roster)
            everybody = totals(runs, entries, asked.period)
            told = Told(at, asked.period, people, everybody, None, sums(runs, entries, asked.period))
            if not asked.who:
                return told
            rep = _found(asked.who, people, at)
            if isinstance(rep, Diagnostic):
                return Refusal(Exit.USAGE, (rep,), at.language)
            total = next((one for one in everybody if one.rep == rep), Total(rep))
            booked = {number for number, line in entries if line.rep == rep}
            held = [run for run in runs if run.number in booked and asked.period.holds(run)]
            own = statement(total, runs, entries, _decisions(ledger, rep, held), asked.period)
            return replace(told, statement=own)
    except LedgerError as error:
        return Refusal(Exit.LEDGER, (error.diagnostic,), at.language)


def _found(who: str, people: People, at: Whereabouts) -> str | Diagnostic:
    """The id of the rep who is meant."""
    ids = people.find(who)
    if len(ids) == 1:
        return ids[0]
    place = Place(str(at.ledger))
    if ids:
        return Diagnostic("LR756", place=place, args=facts(who=who, ids=", ".join(ids)))
    known = [name for pair in people.names.items() for name in pair]
    return Diagnostic("LR755", place=place, args=facts(who=who), near=near(who, known))


def _decisions(ledger: SqliteLedger, rep: str, runs: Sequence[Run]) -> dict[int, Sequence[Decision]]:
    """Of each run what gave the rep a lead, of corrections everything."""
    corrections = {run.number: ledger.decided(run.number) for run in runs if run.kind is Kind.CORRECTION}
    given = {run.number: (*ledger.received(rep, [run.number]),) for run in runs if run.kind is Kind.RUN}
    return {**corrections, **given}
