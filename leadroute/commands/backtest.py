"""``leadroute backtest``: the new rulebook over the past, run by run, with what each run leaves to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.gather import read_ground
from leadroute.commands.happened import ends_told, really_had, unknown_column, weighed
from leadroute.commands.history_files import history_of_files
from leadroute.commands.history_ledger import history_of_ledger
from leadroute.commands.memory import reuse_memory
from leadroute.commands.refusal import Refusal
from leadroute.commands.remarks import remarks
from leadroute.commands.replay import replay
from leadroute.commands.result import refused
from leadroute.commands.rules import read_rules
from leadroute.engine.backtest.backtest import Backtest
from leadroute.ledger.errors import LedgerError
from leadroute.model.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from leadroute.commands.gather import Ground, Sources
    from leadroute.commands.history import History, Told
    from leadroute.commands.replay import Replayed
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Language, Rulebook


@dataclass(frozen=True, slots=True)
class Asked:
    """The new rulebook with roster and customers, an old one to set beside it (``None``: none), and the past."""

    sources: Sources
    old: Path | None
    told: Told


@dataclass(frozen=True, slots=True, eq=False)
class Backtested:
    """What was found, what is to be said of it, laws broken (our bug)."""

    found: Backtest
    notes: tuple[Diagnostic, ...]
    broken: tuple[str, ...]

    @property
    def language(self) -> Language:
        """The language of the new rulebook."""
        return self.found.new.book.language

    @property
    def exit(self) -> Exit:
        """How the command ends."""
        return Exit.BUG if self.broken else Exit.DONE


def backtest(asked: Asked, tell: Callable[[str], None]) -> Backtested | Refusal:
    """Read the past, play it again with each rulebook, and set the results beside the truth; nothing is written."""
    reuse_memory()
    rules = read_rules(asked.sources.rules)
    if isinstance(rules, Refusal):
        return rules
    tell("step.gather")
    try:
        history = _history(asked.told, rules[0])
        if isinstance(history, Refusal):
            return history
        ground = read_ground(asked.sources, rules)
        new = replay(history, _alone(ground), asked.sources, asked.told.ledger, tell)
        old = _old(asked, history, tell)
    except LedgerError as error:
        return refused(error, rules[0].language)
    if isinstance(new, Refusal):
        return new
    if isinstance(old, Refusal):
        return old
    return _set_beside(asked.told, history, (new, old), ground.roster)


def _history(told: Told, book: Rulebook) -> History | Refusal:
    if told.ledger is None:
        return history_of_files(told, book)
    return history_of_ledger(told.ledger, told, book)


def _old(asked: Asked, history: History, tell: Callable[[str], None]) -> Replayed | Refusal | None:
    """The same past with the old rulebook."""
    if asked.old is None:
        return None
    sources = replace(asked.sources, rules=asked.old)
    rules = read_rules(asked.old)
    if isinstance(rules, Refusal):
        return rules
    return replay(history, _alone(read_ground(sources, rules)), sources, asked.told.ledger, tell)


def _alone(ground: Ground) -> Ground:
    """The ground without what the roster says of today: how many leads somebody holds now."""
    reps = tuple(replace(rep, open_leads=None) for rep in ground.roster.reps)
    return replace(ground, roster=replace(ground.roster, reps=reps))


def _set_beside(
    told: Told, history: History, made: tuple[Replayed, Replayed | None], roster: Roster
) -> Backtested | Refusal:
    """The results beside the truth."""
    new, old = made
    leads, runs = history.leads, tuple(one.rows for one in history.occasions)
    found = Backtest(new.played, old.played if old else None, runs, really_had(history, roster))
    ends = ends_told(leads, told)
    wrong = ends if isinstance(ends, Diagnostic) else unknown_column(leads, told)
    if wrong is not None:
        return Refusal(Exit.INPUT, (wrong,), new.played.book.language)
    if ends is not None and not isinstance(ends, Diagnostic):
        found = replace(found, ends=weighed(found, leads, ends, told))
    broken = dict.fromkeys((*new.broken, *(old.broken if old else ())))
    return Backtested(found, (*history.notes, *remarks(found, roster)), tuple(broken))
