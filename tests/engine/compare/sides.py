"""Both sides of a comparison from rulebooks, rosters and a table of leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.compare import Change, Side, compare
from leadroute.engine.fairness import measure
from tests.build import plan

if TYPE_CHECKING:
    from leadroute.engine.compare import Comparison
    from leadroute.engine.plan import Plan
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Leads


def side(made: Plan) -> Side:
    """A plan and what is measured of it."""
    return Side(made, measure(made))


def compared(who: Leads, people: Roster, before: Rulebook, after: Rulebook, later: Roster | None = None) -> Comparison:
    """The same leads by two rulebooks, and two rosters if a later one is given."""
    return compare(side(plan(who, people, before)), side(plan(who, later or people, after)))


def classed(found: Comparison) -> dict[str, list[int]]:
    """The changed rows (of the old plan, or of the new where the old has none) by class."""
    changed = found.changed
    rows = [old if old >= 0 else new for old, new in zip(changed.before.tolist(), changed.after.tolist(), strict=True)]
    told = {kind.word: sorted(row for row, of in zip(rows, changed.kind, strict=True) if of == kind) for kind in Change}
    return {word: rows for word, rows in told.items() if rows}
