"""What ``backtest --json`` says of won leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.json_figures import figure

if TYPE_CHECKING:
    from leadroute.engine.backtest.backtest import Ends
    from leadroute.engine.backtest.conversion import Estimate
    from leadroute.engine.backtest.verdict import Verdict, Weighed
    from leadroute.model.rep import Roster
    from leadroute.render.json_text import Json


def ends_json(ends: Ends, roster: Roster) -> dict[str, Json]:
    """What was learnt from the ends of leads, and what is weighed against what."""
    model, reps = ends.learnt.model, roster.reps
    return {
        "known_ends": ends.learnt.ends,
        "won": ends.learnt.wins,
        "needed_per_rep": model.need,
        "owner_known": {"won": figure(ends.learnt.owned[0]), "lost": figure(ends.learnt.owned[1])},
        "differ_by_chance": figure(model.effects.chance),
        "between_reps": figure(model.effects.between),
        "by": list(ends.by),
        "against_really": _weighed(ends.against_really),
        "against_old": _weighed(ends.against_old),
        "reps": [
            {
                "id": rep.id,
                "known": int(model.known[at]),
                "won": int(model.won[at]),
                "enough": bool(model.believed[at]),
                "index": figure(float(model.effects.index[at])),
                "variance": figure(float(model.effects.variance[at])),
            }
            for at, rep in enumerate(reps)
            if ends.learnt.owners_known
        ],
        "groups": [
            {
                "group": list(name),
                "known": int(model.rates.known[at]),
                "won": int(model.rates.won[at]),
                "rate": figure(float(model.rates.rate[at])),
                "variance": figure(float(model.rates.variance[at])),
            }
            for at, name in enumerate(ends.groups)
        ],
    }


def _weighed(one: Weighed | None) -> dict[str, Json] | None:
    if one is None:
        return None
    return {
        "verdict": one.verdict.value,
        "leads": one.leads,
        "tried": figure(one.tried),
        "before": _estimate(one.before, one.verdict),
        "after": _estimate(one.after, one.verdict),
        "change": _estimate(one.change, one.verdict),
    }


def _estimate(one: Estimate, verdict: Verdict) -> dict[str, Json] | None:
    """A figure that nothing may be concluded from is none."""
    if not verdict.concludes:
        return None
    return {"value": figure(one.value), "low": figure(one.low), "high": figure(one.high)}
