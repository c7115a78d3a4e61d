"""What a check is given beside the rulebook. Light: a check without files loads no table library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Files:
    """What is given beside the rulebook."""

    reps: Path | None = None
    leads: tuple[Path, ...] = ()
    customers: Path | None = None

    def __bool__(self) -> bool:
        """Whether anything is."""
        return bool(self.reps or self.leads or self.customers)
