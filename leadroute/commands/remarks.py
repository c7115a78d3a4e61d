"""What is to be said of a backtest because it looks at the past with the eyes of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.compare.looks import looked_at
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.rulebook import Strategy, WeightSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.backtest.backtest import Backtest
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook

_OF_THE_END = ("status", "owner")
_NAMED = 5
_OPEN = 0.1
"""From this part of leads without an end on it is worth saying that they are not like the others."""


def remarks(found: Backtest, roster: Roster) -> Iterator[Diagnostic]:
    """Everything that makes the figures say something else than they seem to; the roster as its file tells it."""
    book = found.new.book
    ends = [name for name in _OF_THE_END if name in looked_at(book)]
    if ends:
        yield Diagnostic("LR890", Severity.WARNING, Place(book.file), facts(fields=", ".join(ends)))
    if waited := found.new.steps[0].waited:
        yield Diagnostic("LR880", Severity.NOTE, args=facts(count=waited))
    if any(rep.open_leads is not None for rep in roster.reps):
        yield Diagnostic("LR891", Severity.NOTE, Place(roster.file), facts(file=roster.file))
    if by_conversion(book, roster):
        pools = ", ".join(by_conversion(book, roster))
        yield Diagnostic("LR892", Severity.WARNING, Place(roster.file), facts(pools=pools))
    if found.ends and (still_open := found.ends.learnt.open) > _OPEN * int(found.counted.sum()):
        told = facts(count=still_open, leads=int(found.counted.sum()))
        yield Diagnostic("LR881", Severity.WARNING, args=told)
    if found.really and found.really.strangers:
        names = [name for name, _ in found.really.strangers]
        shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
        leads = sum(count for _, count in found.really.strangers)
        told = facts(count=leads, people=len(names), names=shown)
        yield Diagnostic("LR896", Severity.WARNING, Place(roster.file), told)


def by_conversion(book: Rulebook, roster: Roster) -> tuple[str, ...]:
    """The pools that share out by won leads the roster tells of."""
    told = any(rep.rate is not None or rep.won is not None for rep in roster.reps)
    pools = (
        name
        for name, pool in book.pools.items()
        if pool.weights is WeightSource.CONVERSION or pool.strategy is Strategy.BEST_CONVERTER
    )
    return tuple(pools) if told else ()
