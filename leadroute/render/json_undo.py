"""What ``undo --json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.json import diagnostic_json
from leadroute.render.units import units_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.ledger.record import Run
    from leadroute.ledger.undoing import Effect
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


def undo_json(effect: Effect, recorded: Run | None, notes: Iterable[Diagnostic], language: Language) -> dict[str, Json]:
    """The runs taken back (or to be), what becomes of their leads, and the run that did it (``null``: not done)."""
    return {
        "format_version": FORMAT_VERSION,
        "runs": [{"run": run.number, "kind": run.kind.value, "now": run.now.isoformat()} for run in effect.runs],
        "leads_then": {
            outcome.word if outcome is not None else "free": count for outcome, count in effect.without.items()
        },
        "reps": [
            {
                "id": one.rep,
                "name": effect.people.names.get(one.rep, ""),
                "leads_back": one.leads,
                "balance_before": units_json(one.before),
                "balance_after": units_json(one.after),
            }
            for one in effect.given_back
        ],
        "recorded": recorded.number if recorded else None,
        "diagnostics": [diagnostic_json(note, language) for note in notes],
    }
