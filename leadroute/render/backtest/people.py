"""What each rep would have had, month by month and over all, and what the caps would have done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.backtest.caps import pools_full, reps_full
from leadroute.engine.backtest.desk import Load, per_run, per_week
from leadroute.render.backtest.grid import Cell, Column, Grid
from leadroute.tables.sheet import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.backtest.months import Month
    from leadroute.render.backtest.told import Told


def reps_grid(told: Told) -> Grid:
    """A line a rep: what each really had, with the old rulebook and the new one, entitled to, the difference."""
    sides = dict(_counts(told))
    due, gap = told.found.new.totals.entitled, told.found.new.totals.gap
    reserved = told.found.new.totals.reserved.tolist()
    words = [told.say(key) for key in sides]
    columns = [Column(told.say("rep")), *(Column(word, Shape.WHOLE) for word in words)]
    columns += [Column(told.say("entitled"), Shape.DECIMAL), Column(told.say("gap"), Shape.DECIMAL, signed=True)]
    if any(reserved):
        columns.append(Column(told.say("reserved"), Shape.WHOLE))
    lines: list[tuple[Cell, ...]] = []
    for at, name in enumerate(told.people):
        own = [counts[at] for counts in sides.values()]
        more = [reserved[at]] if any(reserved) else []
        lines.append((name, *own, float(due[at]), float(gap[at]), *more))
    lines.sort(key=lambda line: -_changed(line, len(sides)))
    title = told.say("reps" if len(sides) > 1 else "reps_by_leads")
    return Grid("reps", title, tuple(columns), tuple(lines), drawn=tuple(words))


def _counts(told: Told) -> Iterator[tuple[str, list[int]]]:
    found = told.found
    if found.had is not None:
        yield "really", found.had.tolist()
    if found.old is not None:
        yield "old", found.old.totals.got.tolist()
    yield "new", found.new.totals.got.tolist()


def _changed(line: tuple[Cell, ...], sides: int) -> float:
    """How much changes for a rep: those for whom most does come first."""
    counts = [float(cell or 0) for cell in line[1 : 1 + sides]]
    return abs(counts[-1] - counts[0]) if sides > 1 else counts[-1]


def months_grid(told: Told) -> Grid:
    """A line a month."""
    every = told.found.months
    truth = any(one.really_even is not None for one in every)
    columns = [Column(told.say("month")), *(Column(told.say(key), Shape.WHOLE) for key in ("runs", "rows", "assigned"))]
    columns += [Column(told.say("default_rate"), Shape.PERCENT)]
    columns += [Column(told.say(key), Shape.WHOLE) for key in ("review", "held")]
    columns += [Column(told.say("ratio"), Shape.DECIMAL, digits=2)]
    columns += [Column(told.say("really_ratio"), Shape.DECIMAL, digits=2)] if truth else []
    return Grid("months", told.say("months"), tuple(columns), tuple(_month(one, truth=truth) for one in every))


def _month(one: Month, *, truth: bool) -> tuple[Cell, ...]:
    part, whole = one.default
    ratio = one.really_even.by_weight.ratio if one.really_even else None
    more = (ratio,) if truth else ()
    rate = part / whole if whole else 0.0
    return (
        one.name,
        one.runs,
        one.rows,
        int(one.got.sum()),
        rate,
        one.review,
        one.held,
        one.even.by_weight.ratio,
        *more,
    )


def pools_grid(told: Told) -> Grid:
    """The pools that could not place all that was meant for them, by month."""
    columns: tuple[Column, ...] = (Column(told.say("month")), Column(told.say("pool")))
    columns += tuple(Column(told.say(key), Shape.WHOLE) for key in ("sent", "left"))
    every = pools_full(told.found.new.steps)
    lines = tuple((one.month, told.pool(one.pool), one.sent, one.left) for one in every)
    return Grid("pools", told.say("pools_full"), columns, lines, text=2)


def full_grid(told: Told) -> Grid:
    """The reps who had a cap used up, by month."""
    columns: tuple[Column, ...] = tuple(Column(told.say(key)) for key in ("month", "rep", "since"))
    columns += tuple(Column(told.say(key), Shape.WHOLE) for key in ("full_runs", "runs", "passed"))
    lines = tuple(
        (one.month, told.people[one.rep], one.since.isoformat() if one.since else "", one.full, one.runs, one.passed)
        for one in sorted(reps_full(told.found.new.steps), key=lambda one: (one.month, -one.passed, one.rep))
    )
    return Grid("full", told.say("reps_full"), columns, lines, text=3)


def desk_grid(told: Told) -> Grid:
    """The load on the review desk."""
    columns = (Column(told.say("desk_per")), *(Column(told.say(key), Shape.WHOLE) for key in ("times", "most")))
    columns += (Column(told.say("median"), Shape.DECIMAL), Column(told.say("when")))
    steps = told.found.new.steps
    lines = (_load(told.say("per_run"), per_run(steps)), _load(told.say("per_week"), per_week(steps)))
    return Grid("desk", told.say("desk", total=per_run(steps).total), columns, lines, tail=1)


def _load(name: str, load: Load) -> tuple[Cell, ...]:
    return name, load.times, load.most, load.median, load.when
