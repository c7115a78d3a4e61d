"""Compare two plans of the same leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.compare.classes import changed, decided, vips
from leadroute.engine.compare.comparison import Comparison
from leadroute.engine.compare.figures import figures
from leadroute.engine.compare.headings import grades, headings, joined
from leadroute.engine.compare.pairs import paired, taken
from leadroute.engine.compare.tallies import tallies

if TYPE_CHECKING:
    from leadroute.engine.compare.comparison import Pairs, Side
    from leadroute.engine.plan import Plan
    from leadroute.tables.leads import Mask, Rows


def compare(before: Side, after: Side) -> Comparison:
    """Find every lead that is decided differently, class it, and add up what that means."""
    old, new = before.plan, after.plan
    pairs = paired(old.leads.origin, new.leads.origin)
    columns = headings(old, new, pairs)
    leads = _either(pairs, decided(old), decided(new))
    important = _either(pairs, vips(old), vips(new))
    graded = joined(grades(old), grades(new), pairs)
    return Comparison(
        before=before,
        after=after,
        rows=len(pairs),
        leads=int(leads.sum()),
        vips=int((leads & important).sum()),
        known=int((_known(old, pairs.before) & _known(new, pairs.after)).sum()),
        regraded=int((leads & (graded.before != graded.after)).sum()),
        changed=changed(old, new, pairs, columns),
        figures=(figures(before), figures(after)),
        tallies=tallies(old, new, pairs, columns),
    )


def _either(pairs: Pairs, before: Mask, after: Mask) -> Mask:
    """Of pairs, those of which it is true on either side."""
    return np.asarray((taken(before, pairs.before, 0) | taken(after, pairs.after, 0)).astype(np.bool_))


def _known(plan: Plan, rows: Rows) -> Mask:
    """Rows that an earlier run decided and this one leaves alone."""
    settled = np.zeros(len(plan.leads), dtype=np.bool_) if plan.known is None else plan.known.settled
    return taken(settled, rows, 0) > 0
