"""What ``compare --json`` prints."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from leadroute.engine.compare import Change
from leadroute.engine.plan import DEFAULT, NOT_ASKED
from leadroute.model.outcome import Outcome, Reason
from leadroute.render.compared.figures import figure_lines
from leadroute.render.json import diagnostic_json
from leadroute.render.json_figures import figure

if TYPE_CHECKING:
    from leadroute.engine.compare import Side, Tally
    from leadroute.engine.plan import Plan
    from leadroute.render.compared.about import About
    from leadroute.render.compared.told import Compared
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


def compared_json(told: Compared, about: About) -> dict[str, Json]:
    """The comparison whole: every figure, every heading, every changed lead."""
    found = told.found
    return {
        "format_version": FORMAT_VERSION,
        "now": found.after.plan.now.isoformat(),
        "before": _side(found.before),
        "after": _side(found.after),
        "ledger_run": about.run,
        "same": found.same,
        "rows": found.rows,
        "leads": found.leads,
        "known": found.known,
        "regraded": found.regraded,
        "counts": {name.value: {"leads": int(one.value or 0), "of": one.whole} for name, one in found.counted.items()},
        "figures": {
            line.key: {"before": _number(line.before), "after": _number(line.after), "change": line.difference}
            for line in figure_lines(found)
        },
        **{heading: [_tally(one) for one in tallies] for heading, tallies in found.tallies.items()},
        "streams": _streams(told),
        "changed": _changed(told),
        "fail_if": {"asked": about.asked, "true": bool(about.proof), "because": [str(one) for one, _ in about.proof]},
        "diagnostics": [diagnostic_json(note, told.language) for note in about.notes],
        "laws_broken": list(about.broken),
    }


def _side(side: Side) -> dict[str, Json]:
    book, roster = side.plan.rulebook, side.plan.roster
    return {
        "rulebook": {"name": book.name, "file": book.file, "fingerprint": book.fingerprint},
        "roster": {"file": roster.file, "fingerprint": roster.fingerprint, "reps": len(roster.reps)},
    }


def _tally(one: Tally) -> dict[str, Json]:
    return {
        "key": one.key or None,
        "before": one.before,
        "after": one.after,
        "gained": one.gained,
        "lost": one.lost,
    }


def _number(value: float | None) -> float | None:
    """JSON has no infinity: what is infinite is none, as what cannot be measured."""
    return None if value is None or not isfinite(value) else figure(value)


def _changed(told: Compared) -> list[Json]:
    changed, sides = told.found.changed, (told.found.before.plan, told.found.after.plan)
    rows = zip(changed.before.tolist(), changed.after.tolist(), strict=True)
    return [
        {
            "place": told.places[at],
            "lead_id": told.cells_of["lead_id"][at] or None,
            "company": told.cells_of["company"][at] or None,
            "class": Change(changed.kind[at]).word,
            "moved": bool(changed.moved[at]),
            "vip": bool(changed.vip[at]),
            "before": _decision(sides[0], before),
            "after": _decision(sides[1], after),
        }
        for at, (before, after) in enumerate(rows)
    ]


def _streams(told: Compared) -> list[Json]:
    """How many changed leads have the same class, rules, pools and reasons."""
    changed, sides = told.found.changed, (told.found.before.plan, told.found.after.plan)
    return [
        {
            "leads": count,
            "class": Change(changed.kind[at]).word,
            "before": _by(_decision(sides[0], int(changed.before[at]))),
            "after": _by(_decision(sides[1], int(changed.after[at]))),
        }
        for at, count in told.streams
    ]


def _by(decision: dict[str, Json] | None) -> dict[str, Json] | None:
    """By what it was decided, without for whom."""
    return None if decision is None else {key: told for key, told in decision.items() if key != "rep"}


def _decision(plan: Plan, row: int) -> dict[str, Json] | None:
    """What was decided of a row; ``null`` where it takes no part."""
    if row < 0:
        return None
    decided, rule = plan.decisions, int(plan.matches.rule[row])
    rep, pool = int(decided.rep[row]), int(decided.pool[row])
    return {
        "outcome": Outcome(decided.outcome[row]).word,
        "reason": Reason(decided.reason[row]).word,
        "rule": plan.rulebook.rules[rule].name if rule >= 0 else None,
        "by_default": rule == DEFAULT,
        "asked": rule != NOT_ASKED,
        "pool": decided.pools[pool] if pool >= 0 else None,
        "rep": plan.roster.reps[rep].id if rep >= 0 else None,
    }
