"""Messages as people read them, a line each; the tests compare them with the snapshots."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, facts
from leadroute.render.messages import hint, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leadroute.model.rulebook import Language

FOLDER = Path(__file__).parent.parent / "snapshots"


def said(codes: Iterable[str], told: Mapping[str, Mapping[str, object]], language: Language) -> str:
    """Every message with its hint; ``told`` are the facts they need."""
    found = [Diagnostic(code, args=facts(**told.get(code, {}))) for code in codes]
    lines = [" → ".join(filter(None, (message(one, language), hint(one, language)))) for one in found]
    return "".join(f"{one.code} {line}\n" for one, line in zip(found, lines, strict=True))
