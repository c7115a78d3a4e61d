"""What a check found, as a value."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Severity

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language

_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings that were asked for, how many others comments accept, and the level from which they fail."""

    file: str
    found: tuple[Diagnostic, ...]
    language: Language
    accepted: int = 0
    level: Severity = Severity.ERROR

    @property
    def failed(self) -> bool:
        """Whether anything is as bad as the level, or worse."""
        return any(_ORDER.index(one.severity) <= _ORDER.index(self.level) for one in self.found)

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity."""
        counted = Counter(one.severity for one in self.found)
        return {severity.value: counted[severity] for severity in Severity}
