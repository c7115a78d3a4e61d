"""Examples in the making."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from leadroute.engine.trial import Bound
    from leadroute.model.diagnostic import Place
    from leadroute.model.rulebook import Example

Target = int | None
"""The position of a rule; ``None`` is the default."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A lead somebody should learn the fate of: for a rule, or for a side of a ``bound``.

    ``place`` is the row it was taken from (``None``: it is made up), ``now`` the moment it needs, and ``kept`` names
    the fields that may tell of a person and still hold what the file says.
    """

    target: Target
    lead: Mapping[str, str]
    place: Place | None = None
    now: datetime | None = None
    bound: Bound | None = None
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """A draft, and the example made of it."""

    draft: Draft
    example: Example
