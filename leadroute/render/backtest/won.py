"""What is said of won leads: the verdict, the reps, the groups."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from leadroute.engine.backtest.verdict import Verdict
from leadroute.render.backtest.grid import Cell, Column, Grid
from leadroute.render.screen.view import percent
from leadroute.tables.sheet import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.backtest.backtest import Ends
    from leadroute.engine.backtest.verdict import Weighed
    from leadroute.render.backtest.told import Told

_SURE = 1.959964
_CHANCE = 0.05
_LEAST = 0.01


def verdicts(told: Told) -> Iterator[str]:
    """What may be concluded, in sentences."""
    ends = told.found.ends
    if ends is None:
        yield told.say("verdict_no_ends")
        return
    if ends.against_really is None and ends.against_old is None:
        yield told.say("verdict_no_owners", **_ends(ends))
    if ends.against_really is not None:
        yield told.say("against_really") + _verdict(told, ends, ends.against_really)
    if ends.against_old is not None:
        yield told.say("against_old") + _verdict(told, ends, ends.against_old)
    yield from _how_sure(told, ends)


def _how_sure(told: Told, ends: Ends) -> Iterator[str]:
    """What a conclusion rests on, if there is one, and that history is no experiment."""
    model = ends.learnt.model
    concluded = [one for one in (ends.against_really, ends.against_old) if one is not None and one.verdict.concludes]
    if concluded:
        count = round((1 - concluded[0].tried) * concluded[0].leads)
        if count:
            yield told.say("some_untried", count=count, names=told.few(_untried(told, ends)))
        key = "by_chance" if model.effects.chance >= _CHANCE else "beyond_chance"
        yield told.say(key, chance=_probability(model.effects.chance))
        yield told.say("no_experiment")


def _verdict(told: Told, ends: Ends, weighed: Weighed) -> str:
    facts = _ends(ends) | {
        "leads": weighed.leads,
        "tried": percent(weighed.tried),
        "untried": percent(1 - weighed.tried),
        "names": told.few(_untried(told, ends)),
        "before": f"{weighed.before.value:.0f}",
        "after": f"{weighed.after.value:.0f}",
        "change": f"{weighed.change.value:+.0f}",
        "low": f"{weighed.change.low:+.0f}",
        "high": f"{weighed.change.high:+.0f}",
    }
    return told.say(f"verdict_{weighed.verdict.value}", **facts)


def _ends(ends: Ends) -> dict[str, object]:
    found = ends.learnt
    of_won, of_lost = found.owned
    return {
        "ends": found.ends,
        "wins": found.wins,
        "need": found.model.need,
        "of_won": percent(of_won),
        "of_lost": percent(of_lost),
    }


def _untried(told: Told, ends: Ends) -> list[str]:
    """The reps who would get leads and have too few with a known end, those who would get most first."""
    got, believed = told.found.new.totals.got, ends.learnt.model.believed
    order = sorted(range(len(got)), key=lambda rep: (-got[rep], rep))
    return [told.people[rep] for rep in order if got[rep] and not believed[rep]]


def reps_won_grid(told: Told, ends: Ends) -> Grid:
    """What each rep won of leads with a known end, and what that says; of too few nothing is said."""
    model = ends.learnt.model
    columns = (Column(told.say("rep")), *(Column(told.say(key), Shape.WHOLE) for key in ("known", "won")))
    columns += (Column(told.say("rate"), Shape.PERCENT), Column(told.say("index"), Shape.DECIMAL, digits=2))
    columns += (Column(told.say("between")),)
    lines: list[tuple[Cell, ...]] = []
    for rep, name in enumerate(told.people):
        known, won = int(model.known[rep]), int(model.won[rep])
        index, reach = float(model.effects.index[rep]), _SURE * float(model.effects.variance[rep]) ** 0.5
        if model.believed[rep]:
            low, high = max(0.0, index - reach), index + reach
            lines.append((name, known, won, won / known, index, f"{low:.2f} – {high:.2f}"))
        elif known or told.found.new.totals.got[rep]:
            lines.append((name, known, won, None, None, told.say("too_few", need=model.need)))
    lines.sort(key=lambda line: (line[4] is None, -float(line[4] or 0), str(line[0])))
    return Grid("won_reps", told.say("won_reps"), columns, tuple(lines), tail=1, below=told.say("index_means"))


def groups_grid(told: Told, ends: Ends) -> Grid:
    """What is won of each group of leads, drawn towards all of them."""
    rates = ends.learnt.model.rates
    columns = (Column(told.say("group")), *(Column(told.say(key), Shape.WHOLE) for key in ("known", "won")))
    columns += (Column(told.say("rate"), Shape.PERCENT), Column(told.say("drawn"), Shape.PERCENT))
    columns += (Column(told.say("between")),)
    lines: list[tuple[Cell, ...]] = []
    for at in range(len(rates.rate)):
        known, won = int(rates.known[at]), int(rates.won[at])
        rate, reach = float(rates.rate[at]), _SURE * float(rates.variance[at]) ** 0.5
        own = won / known if known >= ends.learnt.model.need else None
        lines.append((told.group(at), known, won, own, rate, _between(rate, reach)))
    lines.sort(key=lambda line: -int(line[1] or 0))
    title = told.say("won_groups", by=told.say("by_join").join(map(told.field, ends.by)) or told.say("all_leads"))
    return Grid("won_groups", title, columns, tuple(lines), tail=1, below=told.say("drawn_means") + _small(told, ends))


def _small(told: Told, ends: Ends) -> str:
    """The groups of which too few ends are known to believe their own share, and how many are needed."""
    known, need = ends.learnt.model.rates.known, ends.learnt.model.need
    names = [told.group(at) for at in range(len(known)) if known[at] < need]
    return told.say("small_groups", need=need, names=told.few(names)) if names else ""


def _probability(chance: float) -> str:
    """A probability in two places; what would be none is said to be small."""
    return f"= {chance:.2f}" if chance >= _LEAST else f"< {_LEAST}"


def _between(rate: float, reach: float) -> str:
    """The interval of a share, symmetric in its odds, so that it stays between none and all."""
    if not 0 < rate < 1:
        return percent(rate)
    odds, wide = log(rate / (1 - rate)), reach / (rate * (1 - rate))
    low, high = (1 / (1 + exp(-one)) for one in (odds - wide, odds + wide))
    return f"{percent(low)} – {percent(high)}"


def concluded(told: Told) -> Verdict:
    """The verdict in one word, against the truth or else against the old rulebook."""
    ends = told.found.ends
    if ends is None:
        return Verdict.NO_ENDS
    one = ends.against_really or ends.against_old
    return Verdict.NO_OWNERS if one is None else one.verdict
