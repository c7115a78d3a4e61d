"""What two plans of the same leads do differently. Pure: nothing is routed here, and there is no text."""

from __future__ import annotations

from leadroute.engine.compare.compare import compare
from leadroute.engine.compare.comparison import Change, Changed, Comparison, Figures, Side, Tally

__all__ = ["Change", "Changed", "Comparison", "Figures", "Side", "Tally", "compare"]
