"""Ask somebody at a terminal the few things a first rulebook depends on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.model.diagnostic import Diagnostic

if TYPE_CHECKING:
    from leadroute.commands.init import Asked


def interview(asked: Asked) -> Asked | Refusal:
    """What was asked, completed by answers; refused where there is nobody to answer."""
    if not sys.stdin.isatty():
        return Refusal(Exit.USAGE, (Diagnostic("LR876"),), asked.spoken)
    return asked
