"""What every pool gave, to whom, and what it could not place."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from leadroute.render.safe import as_text
from leadroute.render.screen.reps import LONG, cap_text
from leadroute.render.screen.view import CAUTION, STRONG, gap, leads, percent

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from leadroute.engine.fairness.report import PoolLine, Report, Share
    from leadroute.render.screen.view import View


def pools_table(report: Report, view: View) -> Table:
    """A line a pool; with few members in all (or when everything is asked for) a line a member below it."""
    headers = ["pool_or_rep", "got", "entitled", "gap"]
    headers += [] if view.narrow else ["part", "cap"]
    table = view.table(view.say("pools"), *(view.say(key) for key in headers), view.say("unplaced"))
    members = sum(len(pool.members) for pool in report.pools)
    for pool in report.pools:
        table.add_row(*_pool_cells(pool, report, view), style=STRONG)
        for member in pool.members if view.everything or members <= LONG else ():
            table.add_row(*_member_cells(member, view))
    return table


def _pool_cells(pool: PoolLine, report: Report, view: View) -> list[Text]:
    """The pool's sums; its gap is the largest of a member, its part that of all leads assigned."""
    worst = max((member.gap for member in pool.members), key=abs, default=Fraction(0))
    assigned = sum(line.share.total for line in report.reps)
    entitled = sum((member.entitled for member in pool.members), Fraction(0))
    reserved = sum(member.reserved for member in pool.members)
    cells = [as_text(view.pool(pool.pool)), *_amounts(pool.total, reserved, entitled, worst)]
    wide = [as_text(percent(pool.total / assigned if assigned else 0.0)), cap_text(pool.caps, view)]
    unplaced = as_text(pool.unplaced, CAUTION if pool.unplaced else "")
    return [*cells, *([] if view.narrow else wide), unplaced]


def _member_cells(member: Share, view: View) -> list[Text]:
    amounts = _amounts(member.total, member.reserved, member.entitled, member.gap)
    wide = [as_text(percent(member.part)), cap_text(member.caps, view)]
    return [as_text(f"  {view.rep(member.rep)}"), *amounts, *([] if view.narrow else wide), as_text("")]


def _amounts(total: int, reserved: int, entitled: Fraction, over: Fraction) -> list[Text]:
    """Leads (and turns reserved), entitlement, gap."""
    got = f"{total} (+{reserved})" if reserved else str(total)
    return [as_text(got), as_text(leads(entitled)), as_text(gap(over))]
