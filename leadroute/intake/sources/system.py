"""One source system as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadroute.intake.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_FIELD = "-"
"""Stands for the field of headers that look like one and are none in this system."""


@dataclass(frozen=True, slots=True)
class SourceSystem:
    """A system leads are exported from.

    ``key`` is its name for programs, ``zh`` and ``en`` for people. ``tells`` are sets of normalised headers; a table
    that has all of one set comes from this system. ``means`` maps the normalised headers that mean something else
    here than elsewhere to their field ("" for none) and the rank among the names of that field, 0 the best.
    ``mark`` is what the system puts before ids, as a pattern (RE2; "": nothing). ``generic`` marks what is no system
    but a habit: it is recognised only where no system is.
    """

    key: str
    zh: str
    en: str
    tells: tuple[frozenset[str], ...]
    means: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    mark: str = ""
    generic: bool = False

    def evidence(self, present: frozenset[str]) -> int:
        """How many tell-tale headers of complete sets are among normalised headers; 0: it is not this system."""
        return len(frozenset().union(*(tell for tell in self.tells if tell <= present)))


def system(
    key: str, zh: str, en: str, tells: str, means: str = "", *, mark: str = "", generic: bool = False
) -> SourceSystem:
    """Build a system from text.

    ``tells``: sets parted by ``|``, their headers by ``+``. ``means``: a line a field, ``field: header | header``,
    best first; the field ``-`` stands for none.
    """
    sets = (frozenset(normalise(name) for name in one.split("+")) for one in tells.split("|"))
    lines = (line.partition(":") for line in means.strip().splitlines())
    meant = {
        normalise(name): ("" if field.strip() == NO_FIELD else field.strip(), rank)
        for field, _, names in lines
        for rank, name in enumerate(names.split("|"))
    }
    return SourceSystem(key, zh, en, tuple(sets), meant, mark, generic)
