"""A real lead as an example has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.proposal import Draft
from leadroute.rulebook.looked_at import depends_on_time, in_place_of, looked_at

if TYPE_CHECKING:
    from leadroute.commands.bench import Bench
    from leadroute.engine.plan import Plan


def draft_of(at: Bench, plan: Plan, row: int) -> Draft:
    """One real lead by the fields that conditions look at; of one blank in all of them a name of nobody."""
    columns = plan.leads.columns
    lead = {name: columns[name].value(row) for name in looked_at(at.book) if name in columns}
    filled = {name: text for name, text in lead.items() if text} or {"company": in_place_of(at.book, "company")[1]}
    return Draft(None, filled, plan.leads.place(row), at.now.replace(tzinfo=None) if depends_on_time(at.book) else None)
