"""What ``ledger verify --json`` and ``ledger backup --json`` print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Severity, has_errors
from leadroute.render.json import diagnostic_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.ledger.record import Head
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


def verified_json(file: str, head: Head | None, notes: Sequence[Diagnostic], language: Language) -> dict[str, Json]:
    """Whether the ledger is whole, where it stands (``null``: it cannot be told), and everything that was found."""
    return {
        "format_version": FORMAT_VERSION,
        "ledger": file,
        "whole": not has_errors(notes),
        **_head(head),
        "accepted": any(note.severity is Severity.WARNING for note in notes),
        "diagnostics": [diagnostic_json(note, language) for note in notes],
    }


def backup_json(file: str, head: Head) -> dict[str, Json]:
    """Where the copy is and where it stands."""
    return {"format_version": FORMAT_VERSION, "backup": file, **_head(head)}


def _head(head: Head | None) -> dict[str, Json]:
    return {"runs": head.run if head else None, "hash": head.hash.hex() if head else None}
