"""From how many leads on a rate says something."""

from __future__ import annotations

from math import ceil

LEAST = 20
"""Below this many leads with a known end no rate is believed, however even the odds."""
_OF_EACH = 5.0  # won and lost that must be expected for counts to behave as a bell curve does (Cochran 1954)


def needed(rate: float) -> int:
    """So many leads with a known end are needed where this share of them is won: five won and five lost expected."""
    rarer = min(rate, 1 - rate)
    return max(LEAST, ceil(_OF_EACH / rarer - 1e-9)) if rarer > 0 else LEAST
