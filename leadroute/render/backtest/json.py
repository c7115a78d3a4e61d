"""What ``backtest --json`` prints."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from leadroute.engine.backtest.caps import pools_full, reps_full
from leadroute.engine.backtest.desk import per_run, per_week
from leadroute.model.outcome import Outcome
from leadroute.render.backtest.json_won import ends_json
from leadroute.render.backtest.won import concluded
from leadroute.render.json import diagnostic_json
from leadroute.render.json_figures import figure

if TYPE_CHECKING:
    from fractions import Fraction

    from leadroute.engine.backtest.desk import Load
    from leadroute.engine.backtest.months import Month
    from leadroute.engine.backtest.played import Played
    from leadroute.engine.fairness.report import Evenness
    from leadroute.render.backtest.told import About, Told
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


def backtest_json(told: Told, about: About) -> dict[str, Json]:
    """The backtest whole."""
    found, steps = told.found, told.found.new.steps
    return {
        "format_version": FORMAT_VERSION,
        "from": steps[0].now.isoformat(),
        "to": steps[-1].now.isoformat(),
        "history": list(about.history),
        "roster": found.new.roster.file,
        "leads": int(found.counted.sum()),
        "other_owner": found.others if found.really else None,
        "moved": None if found.moved is None else {"leads": found.moved[0], "of": found.moved[1]},
        "really": None if found.had is None else {"assigned": int(found.had.sum()), **_even(found.really_even)},
        "old": _played(found.old) if found.old else None,
        "new": _played(found.new),
        "reps": _reps(told),
        "months": [_month(one) for one in found.months],
        "runs": [_run(told, at) for at in range(len(steps))],
        "caps": _caps(told),
        "review_desk": {"per_run": _load(per_run(steps)), "per_week": _load(per_week(steps))},
        "conversion": {
            "verdict": concluded(told).value,
            **(ends_json(found.ends, found.new.roster) if found.ends else {}),
        },
        "fail_if": {"asked": about.asked, "true": bool(about.proof), "because": [str(one) for one, _ in about.proof]},
        "diagnostics": [diagnostic_json(note, told.language) for note in about.notes],
        "laws_broken": list(about.broken),
    }


def _played(played: Played) -> dict[str, Json]:
    part, whole = played.default
    return {
        "rulebook": {"name": played.book.name, "file": played.book.file, "fingerprint": played.book.fingerprint},
        "outcomes": {outcome.word: played.count(outcome) for outcome in Outcome},
        "default": {"leads": part, "of": whole},
        "held_by_caps": played.held,
        "largest_gap": figure(played.even.largest_gap),
        **_even(played.even),
    }


def _even(even: Evenness | None) -> dict[str, Json]:
    if even is None:
        return {}
    return {"balance_ratio": _number(even.by_weight.ratio), "jain": _number(even.jain)}


def _reps(told: Told) -> list[Json]:
    found, sums = told.found, told.found.new.totals
    return [
        {
            "id": rep.id,
            "name": rep.name,
            "moved": None if found.moved is None else {"leads": found.moved[0], "of": found.moved[1]},
            "really": None if found.had is None else int(found.had[at]),
            "old": int(found.old.totals.got[at]) if found.old else None,
            "new": int(sums.got[at]),
            "reserved": int(sums.reserved[at]),
            "entitled": figure(sums.entitled[at]),
            "gap": figure(sums.gap[at]),
        }
        for at, rep in enumerate(found.new.roster.reps)
    ]


def _month(one: Month) -> dict[str, Json]:
    return {
        "month": one.name,
        "runs": one.runs,
        "rows": one.rows,
        "assigned": int(one.got.sum()),
        "default": {"leads": one.default[0], "of": one.default[1]},
        "review": one.review,
        "held_by_caps": one.held,
        "balance_ratio": _number(one.even.by_weight.ratio),
        "really_balance_ratio": _number(one.really_even.by_weight.ratio) if one.really_even else None,
    }


def _run(told: Told, at: int) -> dict[str, Json]:
    one = told.found.new.steps[at]
    return {
        "now": one.now.isoformat(),
        "outcomes": {outcome.word: one.counts[outcome] for outcome in Outcome},
        "waited": one.waited,
        "review": one.review,
        "held_by_caps": one.held,
    }


def _caps(told: Told) -> dict[str, Json]:
    steps, reps = told.found.new.steps, told.found.new.roster.reps
    return {
        "reps": [
            {
                "month": one.month,
                "rep": reps[one.rep].id,
                "since": one.since.isoformat() if one.since else None,
                "full_after_runs": one.full,
                "runs": one.runs,
                "passed_by": one.passed,
            }
            for one in reps_full(steps)
        ],
        "pools": [
            {"month": one.month, "pool": one.pool or None, "sent_on": one.sent, "left_in_open_pool": one.left}
            for one in pools_full(steps)
        ],
    }


def _load(load: Load) -> dict[str, Json]:
    return {"total": load.total, "most": load.most, "when": load.when or None, "median": load.median}


def _number(value: Fraction | float | None) -> float | None:
    """JSON has no infinity."""
    return None if value is None or not isfinite(value) else figure(value)
