"""What ``status --json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rep import PERIODS
from leadroute.render.screen.runs import counted, reentered
from leadroute.render.units import units_json

if TYPE_CHECKING:
    from leadroute.ledger.people import People
    from leadroute.ledger.record import Run
    from leadroute.ledger.standing import RepState
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


def run_json(run: Run) -> dict[str, Json]:
    """One run: what it was, where its rows went, whether it is in force."""
    moves = run.facts.get("moves")
    return {
        "run": run.number,
        "kind": run.kind.value,
        "now": run.now.isoformat(),
        "rows": dict(counted(run, "rows")),
        "reentered": reentered(run),
        "outcomes": dict(counted(run, "outcomes")),
        "moved": len(moves) if isinstance(moves, list) else 0,
        "undone_by": run.undone or None,
        "undoes": list(run.undoes),
        "published": run.published,
    }


def rep_json(one: RepState, people: People) -> dict[str, Json]:
    """One rep: balance, leads by period, what the caps leave (``null``: no cap)."""
    return {
        "id": one.rep,
        "name": people.names.get(one.rep, ""),
        "balance": units_json(one.balance),
        "had": {period: one.had[period] for period in PERIODS},
        "left": {period: one.left(period) for period in PERIODS},
    }
