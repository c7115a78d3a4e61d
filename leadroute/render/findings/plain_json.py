"""Findings as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.diagnostics import advice
from leadroute.render.json_text import json_text, place_json
from leadroute.render.messages import message

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language
    from leadroute.render.findings.checked import Checked
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


def written(checked: Checked) -> str:
    """All findings and their counts, as a document."""
    return json_text(
        {
            "format_version": FORMAT_VERSION,
            "file": checked.file,
            "failed": checked.failed,
            "fail_level": checked.level.value,
            "counts": {**checked.counts, "accepted": checked.accepted},
            "diagnostics": [_finding(one, checked.language) for one in checked.found],
        }
    )


def _finding(found: Diagnostic, language: Language) -> dict[str, Json]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "place": place_json(found.place) if found.place else None,
        "also": place_json(found.also) if found.also else None,
        "message": message(found, language),
        "hint": advice(found, language),
        "near": list(found.near),
        "facts": dict(found.args),
    }
