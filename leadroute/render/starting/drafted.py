"""A rulebook that is not written yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language


@dataclass(frozen=True, slots=True)
class Drafted:
    """The text of a rulebook, that of its examples, their language, and what was noticed in the files."""

    rules: str
    tests: str
    language: Language
    notes: tuple[Diagnostic, ...] = ()
