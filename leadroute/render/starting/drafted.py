"""A rulebook that is not written yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Drafted:
    """The text of a rulebook, that of its examples, and what was noticed in the files it was made from."""

    rules: str
    tests: str
    notes: tuple[Diagnostic, ...] = ()
