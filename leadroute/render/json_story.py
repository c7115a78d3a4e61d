"""What ``explain --json`` prints of a lead in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.units import units_json

if TYPE_CHECKING:
    from leadroute.ledger.people import People
    from leadroute.ledger.story import Event, Story
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


def story_json(found: Story, people: People) -> dict[str, Json]:
    """The decisions on a lead, oldest first, and the run whose decision stands (``null``: none does)."""
    return {
        "format_version": FORMAT_VERSION,
        "lead": found.lead,
        "label": found.label,
        "stands": found.stands.run.number if found.stands else None,
        "decisions": [_event(event, people) for event in found.events],
    }


def _event(event: Event, people: People) -> dict[str, Json]:
    decision, chapter = event.chapter.decision, event.chapter
    return {
        "run": event.run.number,
        "lead": decision.lead,
        "kind": event.run.kind.value,
        "now": event.run.now.isoformat(),
        "file": chapter.file or None,
        "row": chapter.row or None,
        "outcome": decision.outcome.word,
        "reason": decision.reason.word,
        "rule": decision.rule or None,
        "pool": decision.pool or None,
        "rep": decision.rep or None,
        "name": people.names.get(decision.rep) or None,
        "balance_before": units_json(chapter.balance) if decision.turn >= 0 else None,
        "moved_from": event.holder or None,
        "why": event.why or None,
        "undone_by": event.undone or None,
    }
