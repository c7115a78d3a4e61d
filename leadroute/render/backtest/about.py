"""The sentences at the head of a backtest: what it comes to."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from leadroute.engine.backtest.desk import per_week
from leadroute.model.outcome import Outcome
from leadroute.render.backtest.won import verdicts
from leadroute.render.filenames import short_name, short_names
from leadroute.render.screen.view import percent
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.fairness.report import Evenness
    from leadroute.render.backtest.told import About, Told
    from leadroute.tables.leads import Whole

_MONTHS = 3


def title(told: Told) -> str:
    """The rulebook, and from when to when."""
    steps = told.found.new.steps
    first, last = (f"{one.now:%Y-%m-%d}" for one in (steps[0], steps[-1]))
    return told.say("title", book=short_name(told.found.new.book.file), first=first, last=last, runs=len(steps))


def sources(told: Told, about: About) -> str:
    """Where the past was told, the roster, the rulebook beside."""
    files = say("screen.comma", told.language).join(dict.fromkeys(short_names(about.history).values()))
    old = told.found.old
    beside = told.say("beside", book=short_name(old.book.file)) if old else ""
    return told.say("sources", files=files, roster=short_name(told.found.new.roster.file)) + beside


def conclusion(told: Told) -> Iterator[str]:
    """What it comes to, in a few sentences."""
    new = told.found.new
    counts = {one.word: new.count(one) for one in Outcome}
    yield told.say("outcomes", leads=int(told.found.counted.sum()), **counts)
    yield from _moved(told)
    yield from _owners(told)
    part, whole = new.default
    yield told.say("by_default", count=part, share=percent(part / whole if whole else 0.0))
    yield from _caps(told)
    yield from _desk(told)
    yield from verdicts(told)


def _owners(told: Told) -> Iterator[str]:
    """How many leads a rep would have had, and really had."""
    found = told.found
    yield told.say("spread", spread=_spread(told, found.new.totals.got, found.new.even))
    if found.had is None or found.really_even is None:
        return
    known, spread = int(found.had.sum()), _spread(told, found.had, found.really_even)
    whole = known == int(found.counted.sum())
    yield told.say("spread_really", spread=spread) if whole else told.say("spread_known", spread=spread, known=known)
    yield told.say("others", count=found.others, leads=found.owned)


def _moved(told: Told) -> Iterator[str]:
    """What is different from the old rulebook."""
    if told.found.moved is not None:
        count, leads = told.found.moved
        yield told.say("moved", count=count, leads=leads, share=percent(count / leads if leads else 0.0))


def _spread(told: Told, got: Whole, even: Evenness) -> str:
    """The fewest and the most leads of one rep, and by weight how many times the fewest the most are."""
    least, most = told.found.new.ends(got)
    ratio = even.by_weight.ratio
    if ratio is None or not isfinite(ratio):
        return told.say("from_to", least=least, most=most)
    return told.say("from_to_ratio", least=least, most=most, ratio=f"{ratio:.1f}")


def _caps(told: Told) -> Iterator[str]:
    new = told.found.new
    if not new.held:
        yield told.say("caps_never")
        return
    months = [(one.name, one.held) for one in told.found.months if one.held]
    most = sorted(months, key=lambda one: -one[1])[:_MONTHS]
    each = say("screen.comma", told.language).join(told.say("month_count", month=name, count=n) for name, n in most)
    yield told.say("caps_held", count=new.held, months=len(months), of=len(told.found.months), most=each)


def _desk(told: Told) -> Iterator[str]:
    week, old = per_week(told.found.new.steps), told.found.old
    before = per_week(old.steps) if old else None
    if not week.total and not (before and before.total):
        yield told.say("desk_empty")
        return
    now = {"most": week.most, "when": week.when or "-", "median": f"{week.median:g}"}
    if before is None:
        yield told.say("desk_load", **now)
    else:
        yield told.say("desk_both", **now, most_before=before.most, median_before=f"{before.median:g}")
