"""What a line of a statement says, for the screen and for sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.ledger.booking import What
from leadroute.render.words import WORDS, say

if TYPE_CHECKING:
    from leadroute.ledger.booking import Line
    from leadroute.ledger.people import People
    from leadroute.ledger.statement import Period
    from leadroute.model.rulebook import Language

_MOVED = (What.MOVED_HERE, What.MOVED_AWAY)


def item(line: Line, people: People, language: Language) -> str:
    """What is booked, with the reason a person gave."""
    other = people.call(line.other) if line.other else say("ledger.nobody", language)
    told = say(f"ledger.{line.what}", language, other=other, runs=", ".join(map(str, line.runs)))
    return say("ledger.because", language, item=told, why=line.why) if line.why else told


def briefly(line: Line, people: People, language: Language) -> str:
    """The same with the rule that decided, or else the pool: where there is no room for columns of their own."""
    told, by = item(line, people, language), line.rule or pool(line, language)
    return say("ledger.by", language, item=told, name=by) if by and line.what not in _MOVED else told


def pool(line: Line, language: Language) -> str:
    """The pool; built-in ones in words, and so for what rules gave to a rep by name."""
    if line.what is What.ENTITLED and not line.pool:
        return say("ledger.by_name", language)
    key = f"pool.{line.pool}"
    return say(key, language) if key in WORDS else line.pool


def lead(line: Line) -> str:
    """The lead by its number and name; "" when there is none."""
    return f"#{line.lead} {line.label}".rstrip() if line.lead else ""


def span(period: Period, language: Language) -> str:
    """The days of a statement."""
    if period.first is None and period.last is None:
        return say("ledger.whole_time", language)
    first = period.first.isoformat() if period.first else say("ledger.start", language)
    last = period.last.isoformat() if period.last else say("ledger.today", language)
    return say("ledger.from_to", language, first=first, last=last)
