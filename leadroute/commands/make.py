"""Make a plan: gather, recall, decide. Nothing has happened yet; every verb that assigns shares these lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.commit import foreseen
from leadroute.commands.decide import decide
from leadroute.commands.exits import Exit
from leadroute.commands.gather import gather
from leadroute.commands.prepare import prepare
from leadroute.commands.recall import recall
from leadroute.commands.refusal import Refusal
from leadroute.commands.result import Result
from leadroute.engine.gates import tripped
from leadroute.ledger.recording import decides_anything
from leadroute.model.diagnostic import Diagnostic, facts
from leadroute.render.screen.ending import Ending

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.commit import Wanted
    from leadroute.commands.decide import Decided
    from leadroute.commands.gather import Gathered
    from leadroute.commands.recall import Past
    from leadroute.commands.rules import Rules
    from leadroute.commands.session import Session
    from leadroute.commands.sources import Sources
    from leadroute.model.gate import Gate, Tripped


@dataclass(frozen=True, slots=True)
class Desk:
    """What a run is made with besides its files: where results go, the ledger's path (``None``: no memory), the clock.

    ``clock`` gives the moment of the run in the rulebook's zone; ``tell`` is told which step begins. A run that passes
    one of the ``gates`` stops before anything is written.
    """

    wanted: Wanted
    ledger: Path | None
    clock: Callable[[tzinfo], datetime]
    tell: Callable[[str], None]
    gates: tuple[Gate, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """What was decided, by which memory (``None``: none), and the gates it passes.

    ``changes`` tells whether there is anything in it to be carried out.
    """

    decided: Decided
    past: Past | None
    changes: bool
    tripped: tuple[Tripped, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it may be carried out: it keeps all laws and passes no gate."""
        return not self.decided.broken and not self.tripped


def make(sources: Sources, rules: Rules, desk: Desk, at: Session, now: datetime) -> Made | Refusal:
    """Make the plan of a run at a moment, with the ledger at hand."""
    desk.tell("step.gather")
    gathered = gather(sources, rules, at.waiting(rules[0].memory, now))
    if isinstance(gathered, Refusal):
        return gathered
    desk.tell("step.decide")
    decided, past = planned(gathered, at, now)
    changes = desk.ledger is None or decides_anything(decided.plan)
    return Made(decided, past, changes, tripped(decided.plan, desk.gates))


def planned(gathered: Gathered, at: Session, now: datetime) -> tuple[Decided, Past | None]:
    """From what was gathered to what is decided, and the memory it was decided by."""
    prepared = prepare(gathered)
    past = recall(at.ledger, prepared, now) if at.ledger else None
    return decide(prepared, past, now), past


def not_carried_out(made: Made, desk: Desk, *, plan: str = "") -> Result:
    """A plan that stays one: it breaks a law, passes a gate, there is nothing new in it, or it was only to be seen.

    ``plan`` is the file it was written to.
    """
    decided = made.decided
    if decided.broken:
        return Result(Exit.BUG, decided, Ending(broken=decided.broken))
    if made.tripped:
        return Result(Exit.NO, decided, Ending(tripped=tuple(map(_told, made.tripped))))
    if not made.changes:
        return Result(Exit.DONE, decided, Ending(nothing_new=True, plan=plan))
    return Result(Exit.DONE, decided, Ending(plan=plan)).noting(*foreseen(decided, desk.wanted))


def _told(one: Tripped) -> Diagnostic:
    share = f"{100 * one.count / one.rows:.1f}%" if one.rows else "0%"
    named = facts(figure=one.gate.figure.value, gate=one.gate, count=one.count, rows=one.rows, share=share)
    return Diagnostic("LR760", args=named)
