"""What ``correct --json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.json import diagnostic_json
from leadroute.render.units import units_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leadroute.ledger.correcting import Move
    from leadroute.ledger.record import Run
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


def corrections_json(
    moves: Iterable[Move],
    overrides: Mapping[str, int],
    run: Run | None,
    notes: Iterable[Diagnostic],
    language: Language,
) -> dict[str, Json]:
    """The leads moved (or to be), how often each rule was overridden, and the run that did it (``null``: not done)."""
    return {
        "format_version": FORMAT_VERSION,
        "moves": [_move(move) for move in moves],
        "overrides": overrides_json(overrides),
        "recorded": run.number if run else None,
        "diagnostics": [diagnostic_json(note, language) for note in notes],
    }


def overrides_json(overrides: Mapping[str, int]) -> list[Json]:
    """Corrections by rule; ``null`` is no rule."""
    return [{"rule": rule or None, "times": times} for rule, times in overrides.items()]


def _move(move: Move) -> dict[str, Json]:
    stands = move.wish.stands
    return {
        "lead": stands.lead,
        "label": stands.label,
        "from": move.holder or None,
        "to": move.wish.to,
        "charged": units_json(move.units),
        "rule": stands.rule or None,
        "pool": stands.pool or None,
        "decided_in": stands.run,
        "why": move.wish.why,
    }
