"""What a run shows on the screen: from values to Rich tables, in zh and en. Decides nothing."""

from __future__ import annotations

from leadroute.render.screen.ending import Ending
from leadroute.render.screen.screen import screen

__all__ = ["Ending", "screen"]
