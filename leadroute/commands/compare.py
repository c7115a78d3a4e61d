"""``leadroute compare``: what another rulebook, or another roster, would do differently with the same leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute.commands.exits import Exit
from leadroute.commands.gather import gathered_on, read, read_ground
from leadroute.commands.make import planned
from leadroute.commands.memory import reuse_memory
from leadroute.commands.refusal import Refusal
from leadroute.commands.result import refused
from leadroute.commands.rules import read_rules
from leadroute.commands.session import session
from leadroute.engine.compare import Comparison, Side, compare
from leadroute.engine.compare.figures import amounts
from leadroute.files.data import spelled
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.session import exists
from leadroute.model.diagnostic import Diagnostic, Place, facts
from leadroute.model.rulebook import Reenter
from leadroute.model.stop import proved
from leadroute.rulebook.stops import to_stop

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.decide import Decided
    from leadroute.commands.gather import Gathered
    from leadroute.commands.recall import Past
    from leadroute.commands.rules import Rules
    from leadroute.commands.session import Session
    from leadroute.commands.sources import Sources
    from leadroute.model.rulebook import Language, Rulebook
    from leadroute.model.stop import Amount, Claim, Stop

    Made = tuple[Decided, Past | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """The same leads with either rulebook and roster, the ledger to begin from (``None``: none), when to fail."""

    before: Sources
    after: Sources
    ledger: Path | None = None
    fail_if: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """What differs, what makes ``--fail-if`` true, what is noted with the new side only, laws broken (our bug).

    ``run`` is the run of the ledger both sides begin after (``None``: without memory).
    """

    comparison: Comparison
    proof: tuple[tuple[Claim, Amount], ...]
    notes: tuple[Diagnostic, ...]
    broken: tuple[str, ...]
    run: int | None

    @property
    def language(self) -> Language:
        """The language of the new rulebook."""
        return self.comparison.after.plan.rulebook.language

    @property
    def exit(self) -> Exit:
        """``NO`` when ``--fail-if`` is true."""
        if self.broken:
            return Exit.BUG
        return Exit.NO if self.proof else Exit.DONE


def compare_rulebooks(
    asked: Asked, clock: Callable[[tzinfo], datetime], tell: Callable[[str], None]
) -> Compared | Refusal:
    """Plan the same leads twice, from the same opening of the ledger, and compare; nothing is written."""
    reuse_memory()
    read_both = _rulebooks(asked)
    if isinstance(read_both, Refusal):
        return read_both
    old, new, stop = read_both
    now = clock(ZoneInfo(old[0].timezone))
    try:
        with session(asked.ledger, now, only_look=True) as at:
            tell("step.gather")
            made = _both(asked, (old, new), at, now, tell)
    except LedgerError as error:
        return refused(error, new[0].language)
    if isinstance(made, Refusal):
        return made
    tell("step.compare")
    return _compared(made, stop)


def _rulebooks(asked: Asked) -> tuple[Rules, Rules, Stop | None] | Refusal:
    """Both rulebooks and when to fail, or everything that is wrong with them."""
    old, new = read_rules(asked.before.rules), read_rules(asked.after.rules)
    if isinstance(old, Refusal) or isinstance(new, Refusal):
        return _together(old, new)
    language = new[0].language
    stop = to_stop(asked.fail_if) if asked.fail_if else None
    if isinstance(stop, Diagnostic):
        return Refusal(Exit.USAGE, (stop,), language)
    if asked.ledger is not None and not exists(asked.ledger):
        path = spelled(asked.ledger)
        return Refusal(Exit.LEDGER, (Diagnostic("LR753", place=Place(path), args=facts(file=path)),), language)
    return old, new, stop


def _both(
    asked: Asked, rules: tuple[Rules, Rules], at: Session, now: datetime, tell: Callable[[str], None]
) -> tuple[Made, Made] | Refusal:
    """The plan of either side; the files of leads are read once if both rulebooks read them alike."""
    (old, _), (new, _) = rules
    later = now.astimezone(ZoneInfo(new.timezone))
    before = read(asked.before, old, at.waiting(old.memory, now))
    after = before if _alike(old, new) else read(asked.after, new, at.waiting(new.memory, later))
    mine = gathered_on(read_ground(asked.before, rules[0]), asked.before, before)
    theirs = gathered_on(read_ground(asked.after, rules[1]), asked.after, after)
    if isinstance(mine, Refusal) or isinstance(theirs, Refusal):
        return _together(mine, theirs)
    tell("step.decide")
    first = planned(mine, at, now)
    tell("step.decide")
    second = planned(theirs, at, later)
    begun = {past.head for _, past in (first, second) if past}  # a run recorded between the two would count for one
    return _meanwhile(at, new.language) if len(begun) > 1 else (first, second)


def _together(*sides: Rules | Gathered | Refusal) -> Refusal:
    """Everything that is wrong with either side, each once."""
    wrong = [side for side in sides if isinstance(side, Refusal)]
    every = dict.fromkeys(found for one in wrong for found in one.diagnostics)
    return Refusal(wrong[-1].exit, tuple(every), wrong[-1].language)


def _alike(old: Rulebook, new: Rulebook) -> bool:
    """Whether both read the same leads from the same files."""
    return _reads(old) == _reads(new)


def _reads(book: Rulebook) -> tuple[object, ...]:
    fields = tuple((spec.name, spec.kind, spec.aliases) for spec in book.fields)
    columns = tuple((spec.header, spec.field) for spec in book.columns)
    return fields, columns, book.timezone, book.memory.known_for, book.memory.reenter is Reenter.NEVER


def _meanwhile(at: Session, language: Language) -> Refusal:
    """Another run was recorded between the two plans: they do not begin alike."""
    path = spelled(at.ledger.path) if at.ledger else ""
    return Refusal(Exit.BUSY, (Diagnostic("LR865", place=Place(path)),), language)


def _compared(made: tuple[Made, Made], stop: Stop | None) -> Compared:
    (old, past), (new, _) = made
    found = compare(Side(old.plan, old.report), Side(new.plan, new.report))
    known = amounts(found)
    claims = proved(stop, known) if stop else ()
    said = {(note.code, note.args) for note in old.notes}
    return Compared(
        found,
        tuple((claim, known[claim.figure]) for claim in claims),
        tuple(note for note in new.notes if (note.code, note.args) not in said),
        tuple(dict.fromkeys((*old.broken, *new.broken))),
        past.head.run if past else None,
    )
