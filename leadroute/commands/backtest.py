"""``leadroute backtest``: the new rulebook over the past, run by run, with what each run leaves to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.gather import read_ground
from leadroute.commands.happened import really_had, truth, weighed
from leadroute.commands.history_files import history_of_files
from leadroute.commands.history_ledger import history_of_ledger
from leadroute.commands.memory import reuse_memory
from leadroute.commands.refusal import Refusal
from leadroute.commands.remarks import remarks
from leadroute.commands.replay import replay
from leadroute.commands.result import refused
from leadroute.commands.rules import read_rules
from leadroute.engine.backtest.amounts import NAMES, amounts, unknown
from leadroute.engine.backtest.backtest import Backtest
from leadroute.ledger.errors import LedgerError
from leadroute.model.diagnostic import Diagnostic, facts
from leadroute.model.stop import proved
from leadroute.rulebook.stops import to_stop

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.commands.gather import Ground
    from leadroute.commands.happened import Truth
    from leadroute.commands.history import History, Told
    from leadroute.commands.replay import Replayed, Tell
    from leadroute.commands.rules import Rules
    from leadroute.commands.sources import Sources
    from leadroute.model.rulebook import Language, Rulebook
    from leadroute.model.stop import Amount, Claim, Stop


@dataclass(frozen=True, slots=True)
class Asked:
    """The new rulebook with roster and customers, an old one beside it (``None``: none), the past, when to fail."""

    sources: Sources
    old: Path | None
    told: Told
    fail_if: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Backtested:
    """What was found, what makes ``--fail-if`` true, what is to be said of it, laws broken (our bug)."""

    found: Backtest
    proof: tuple[tuple[Claim, Amount], ...]
    notes: tuple[Diagnostic, ...]
    broken: tuple[str, ...]

    @property
    def language(self) -> Language:
        """The language of the new rulebook."""
        return self.found.new.book.language

    @property
    def exit(self) -> Exit:
        """``NO`` when ``--fail-if`` is true."""
        if self.broken:
            return Exit.BUG
        return Exit.NO if self.proof else Exit.DONE


def backtest(asked: Asked, tell: Tell) -> Backtested | Refusal:
    """Read the past, play it again with each rulebook, and set the results beside the truth; nothing is written."""
    reuse_memory()
    rules = read_rules(asked.sources.rules)
    if isinstance(rules, Refusal):
        return rules
    stop = _stop(asked.fail_if)
    if isinstance(stop, Diagnostic):
        return Refusal(Exit.USAGE, (stop,), rules[0].language)
    tell("step.gather")
    try:
        past = _past(asked.told, rules[0])
        return past if isinstance(past, Refusal) else _played(asked, rules, past, stop, tell)
    except LedgerError as error:
        return refused(error, rules[0].language)


def _played(
    asked: Asked, rules: Rules, past: tuple[History, Truth], stop: Stop | None, tell: Tell
) -> Backtested | Refusal:
    """Play the past with each rulebook, and set the results beside the truth."""
    history, happened = past
    ground = read_ground(asked.sources, rules)
    new = replay(history, _alone(ground), asked.sources, asked.told.ledger, tell)
    if isinstance(new, Refusal):
        return new
    old = _old(asked, history, tell)
    if isinstance(old, Refusal):
        return old
    made = _set_beside(asked.told, history, happened, (new, old))
    notes = (*new.notes, *history.notes, *happened.notes, *remarks(made, ground.roster))
    known = amounts(made)
    proof = tuple((claim, known[claim.figure]) for claim in (proved(stop, known) if stop else ()))
    return Backtested(made, proof, notes, tuple(dict.fromkeys((*new.broken, *(old.broken if old else ())))))


def _stop(text: str) -> Stop | Diagnostic | None:
    """When to fail; a figure that only a comparison knows is refused."""
    stop = to_stop(text) if text else None
    if stop is None or isinstance(stop, Diagnostic):
        return stop
    others = unknown(stop)
    return Diagnostic("LR899", args=facts(figure=others[0], words=", ".join(NAMES))) if others else stop


def _past(told: Told, book: Rulebook) -> tuple[History, Truth] | Refusal:
    """The runs of the past with their leads, and what really happened to them."""
    ledger = told.ledger
    history = history_of_ledger(ledger, told, book) if ledger else history_of_files(told, book)
    if isinstance(history, Refusal):
        return history
    happened = truth(history, told, book)
    return happened if isinstance(happened, Refusal) else (history, happened)


def _old(asked: Asked, history: History, tell: Tell) -> Replayed | Refusal | None:
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


def _set_beside(told: Told, history: History, happened: Truth, made: tuple[Replayed, Replayed | None]) -> Backtest:
    """The results beside the truth."""
    new, old = made
    runs = tuple(one.rows for one in history.occasions)
    really = really_had(happened.owner, new.played.roster)
    found = Backtest(new.played, old.played if old else None, runs, really)
    if happened.ends is None:
        return found
    return replace(found, ends=weighed(found, history.leads, happened.ends, told))
