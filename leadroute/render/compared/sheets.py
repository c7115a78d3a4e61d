"""A comparison as a workbook for the meeting: what it comes to, what it does to people, and every changed lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.engine.compare import Change
from leadroute.render.compared.about import conclusion, sources, title
from leadroute.render.compared.figures import figure_lines
from leadroute.render.sheets.columns import spread, spread_column
from leadroute.tables.sheet import BarChart, Shape, Sheet, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leadroute.engine.compare import Tally
    from leadroute.render.compared.about import About
    from leadroute.render.compared.told import Compared
    from leadroute.render.sheets.told import Told

_COUNTS = ("before", "after", "difference", "gained", "lost")
_SIDES = ("before", "after")
_DRAWN = ("reps", "pools")


def compared_workbook(told: Compared, about: About) -> Workbook:
    """The summary, the changed leads, then a sheet for reps, pools, rules, outcomes and grades."""
    every = told.found.tallies
    headings = ("reps", "pools", "rules", "outcomes", "grades")
    tallies = (_tallies(heading, every[heading], told) for heading in headings if every[heading])
    return Workbook((_summary(told, about), _streams(told), _leads(told), *tallies))


def _summary(told: Compared, about: About) -> Sheet:
    """Sentences above, the classes and the figures below: numbers as people read them, as their units differ."""
    lines = [*_classes(told), *_figures(told)]
    headers = [told.say(key) for key in ("figure", "before", "after", "difference")]
    frame = pd.DataFrame(lines, columns=headers, dtype=object)
    verdict = [told.say("fails", claims=", ".join(str(one) for one, _ in about.proof))] if about.proof else []
    above = (title(told), sources(told, about), *conclusion(told), *verdict)
    return Sheet("summary", told.say("sheet"), frame, above=above)


def _classes(told: Compared) -> Iterator[tuple[str, str, str, str]]:
    for kind in Change:
        what = told.say(f"what_{kind.word}")
        yield told.say("class_line", kind=told.say(kind.word), what=what), "", "", str(told.found.changed.of(kind))


def _figures(told: Compared) -> Iterator[tuple[str, str, str, str]]:
    for line in figure_lines(told.found):
        before, after = (line.shown(value, told.language) for value in (line.before, line.after))
        yield told.say(line.key), before, after, line.shown_difference(told.language)


def _tallies(heading: str, tallies: Sequence[Tally], told: Compared) -> Sheet:
    words = {key: told.say(key) for key in _COUNTS}
    name = told.say(f"of_{heading}")
    columns: dict[str, list[object]] = {name: [told.name(heading, one) for one in tallies]}
    columns |= {words[key]: [getattr(one, key) for one in tallies] for key in _COUNTS}
    bars = BarChart(told.say(heading), name, (words["before"], words["after"]), 0, len(tallies) - 1)
    shapes = dict.fromkeys(words.values(), Shape.WHOLE)
    return Sheet(heading, told.say(heading), pd.DataFrame(columns), shapes, chart=bars if heading in _DRAWN else None)


def _streams(told: Compared) -> Sheet:
    """The changed leads with the same rules, pools and reasons together, the most first."""
    samples = [at for at, _ in told.streams]
    words = {key: told.say(key) for key in ("leads", "class")}
    columns: dict[str, object] = {words["leads"]: [count for _, count in told.streams]}
    columns[words["class"]] = [told.kinds[at] for at in samples]
    for key, both in zip(("rule", "pool", "reason"), told.decided_by, strict=True):
        columns |= {_header(told, key, side): one[samples] for side, one in zip(_SIDES, both, strict=True)}
    return Sheet("streams", told.say("streams"), pd.DataFrame(columns), {words["leads"]: Shape.WHOLE})


def _leads(told: Compared) -> Sheet:
    """Every changed lead, one a row, both sides beside each other."""
    changed = told.found.changed
    yes = np.array(["", told.say("yes")], dtype=object)
    frame = pd.DataFrame(
        {
            told.say("place"): told.places,
            told.say("lead_id"): told.cells_of["lead_id"],
            told.say("company"): told.cells_of["company"],
            told.say("class"): told.kinds,
            told.say("moved_leads"): yes[changed.moved.astype(np.intp)],
            told.say("most_important"): yes[changed.vip.astype(np.intp)],
            **_sides(told),
        },
        dtype=object,
    )
    return Sheet("changed", told.say("sheet_list"), frame)


def _sides(told: Compared) -> Mapping[str, object]:
    """What was decided of each, before and after, column beside column."""
    rule, pool, reason = told.decided_by
    columns = {
        "owner": told.goes_to,
        "outcome": told.both(lambda side: side.outcome),
        "rule": rule,
        "pool": pool,
        "reason": reason,
        "why": told.both(lambda side: side.basis),
    }
    if told.found.tallies["grades"]:
        columns["grade"] = told.both(_grade)
    return {
        _header(told, key, side): column
        for key, both in columns.items()
        for side, column in zip(_SIDES, both, strict=True)
    }


def _grade(told: Told) -> pd.Categorical:
    column = told.plan.leads.columns.get("grade")
    return spread([], np.full(len(told.plan.leads), -1)) if column is None else spread_column(column)


def _header(told: Compared, key: str, side: str) -> str:
    return told.say("side", what=told.say(f"row_{key}"), side=told.say(side))
