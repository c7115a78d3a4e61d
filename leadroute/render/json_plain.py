"""What ``show --json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.plan import DEFAULT, NOT_ASKED
from leadroute.model.outcome import Outcome
from leadroute.render.json import diagnostic_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.engine.flow import Flow
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.render.json_text import Json
    from leadroute.render.plain.whole import Section

FORMAT_VERSION = "1.0"
_NO_RULE = {DEFAULT: "default", NOT_ASKED: "before"}


def plain_json(
    book: Rulebook,
    sections: Iterable[Section],
    flow: Flow | None,
    roster: Roster | None,
    notes: Iterable[Diagnostic],
) -> dict[str, Json]:
    """The sentences part by part, and (with leads) how many went which way; ``hits`` and ``flow`` are null without."""
    return {
        "format_version": FORMAT_VERSION,
        "rulebook": {"file": book.file, "name": book.name, "fingerprint": book.fingerprint},
        "sections": [
            {
                "kind": section.kind,
                "title": section.title,
                "entries": [
                    {
                        "number": entry.number or None,
                        "name": entry.name,
                        "enabled": entry.live,
                        "hits": entry.hits,
                        "sentences": list(entry.sentences),
                    }
                    for entry in section.entries
                ],
            }
            for section in sections
        ],
        "flow": _flow(flow, book, roster) if flow and roster else None,
        "diagnostics": [diagnostic_json(note, book.language) for note in notes],
    }


def _flow(flow: Flow, book: Rulebook, roster: Roster) -> dict[str, Json]:
    """Ways from rules and to reps; a rule is its name, ``default`` or ``before`` with ``number`` null."""
    return {
        "outcomes": {outcome.word: flow.outcomes[outcome] for outcome in Outcome},
        "from_rules": [
            {
                "number": rule + 1 if rule >= 0 else None,
                "rule": book.rules[rule].name if rule >= 0 else _NO_RULE[rule],
                "outcome": outcome.word,
                "pool": pool or None,
                "leads": rows,
            }
            for (rule, (outcome, pool)), rows in flow.to.items()
        ],
        "to_reps": [
            {"pool": pool or None, "rep": roster.reps[rep].id, "leads": rows}
            for ((_, pool), rep), rows in flow.on.items()
        ],
    }
