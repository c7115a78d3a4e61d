"""Leads by heading, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.compare.classes import decided
from leadroute.engine.compare.comparison import Tally
from leadroute.engine.compare.headings import BY_DEFAULT, NONE, Heading, grades, joined
from leadroute.engine.compare.pairs import taken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.engine.compare.comparison import Pairs
    from leadroute.engine.plan import Plan
    from leadroute.tables.leads import Mask, Rows


def tallies(before: Plan, after: Plan, pairs: Pairs, columns: Mapping[str, Heading]) -> dict[str, tuple[Tally, ...]]:
    """By outcome, rep (leads assigned), pool (that gave them), rule (that decided), grade (of leads)."""
    owner = columns["owner"]
    given = owner.before >= 0, owner.after >= 0
    leads = taken(decided(before), pairs.before, 0) > 0, taken(decided(after), pairs.after, 0) > 0
    return {
        "outcomes": _tally(columns["outcome"]),
        "reps": _tally(owner),
        "pools": _tally(_only(columns["pool"], *given)),
        "rules": _tally(columns["rule"]),
        "grades": _tally(_only(joined(grades(before), grades(after), pairs), *leads)),
    }


def _only(heading: Heading, before: Mask, after: Mask) -> Heading:
    """The heading for some rows of each side; the others are under none."""
    return Heading(heading.names, np.where(before, heading.before, NONE), np.where(after, heading.after, NONE))


def _tally(heading: Heading) -> tuple[Tally, ...]:
    other = heading.before != heading.after
    columns = (
        _count(heading, heading.before),
        _count(heading, heading.after),
        _count(heading, heading.after[other]),
        _count(heading, heading.before[other]),
    )
    found = (Tally(name, *counts) for name, *counts in zip(heading.names, *columns, strict=True))
    return tuple(sorted(found, key=lambda one: one.key == BY_DEFAULT))


def _count(heading: Heading, codes: Rows) -> list[int]:
    found: list[int] = np.bincount(codes[codes >= 0], minlength=len(heading.names)).tolist()
    return found
