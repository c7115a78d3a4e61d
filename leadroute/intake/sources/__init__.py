"""Source systems: which one a table was exported from, and what its headers mean there.

A system is one entry of a table (``ads``, ``crm``, ``chinese``); ``SYSTEMS`` lists them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.normalise import normalise
from leadroute.intake.sources import ads, chinese, crm
from leadroute.intake.sources.system import SourceSystem

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["SYSTEMS", "SourceSystem", "recognise"]

SYSTEMS: tuple[SourceSystem, ...] = (*ads.SYSTEMS, *crm.SYSTEMS, *chinese.SYSTEMS)
"""Every system that is known; of two that fit equally well the first is taken."""


def recognise(headers: Sequence[str], systems: Sequence[SourceSystem] = SYSTEMS) -> SourceSystem | None:
    """The system whose tell-tale headers a table has, or ``None``; a generic one only where no other fits."""
    present = frozenset(map(normalise, headers))
    fits = [(found, system) for system in systems if (found := system.evidence(present))]
    best = max(fits, key=lambda fit: (not fit[1].generic, fit[0]), default=None)
    return best[1] if best else None
