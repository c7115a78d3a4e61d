"""A run that cannot go on, as a value: why, and with which exit code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language


@dataclass(frozen=True, slots=True)
class Refusal:
    """Everything that is wrong, in the language to say it in."""

    exit: Exit
    diagnostics: tuple[Diagnostic, ...]
    language: Language
