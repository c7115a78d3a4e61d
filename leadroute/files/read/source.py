"""What is known of a table before its cells are looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Place

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a table before its cells: where it is and what was noticed on the way to it."""

    file: str
    sheet: str = ""
    encoding: str = ""
    notes: tuple[Diagnostic, ...] = ()

    def with_notes(self, *more: Diagnostic) -> Source:
        """The same with further notes."""
        return replace(self, notes=(*self.notes, *more))

    def place(self, row: int = 0, header: str = "") -> Place:
        """A place in this table."""
        return Place(self.file, sheet=self.sheet, row=row, header=header)
