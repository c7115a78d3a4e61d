"""Stable hash: the same key goes to the same rep; when somebody leaves only that rep's keys move.

Weighted rendezvous hashing: each rep draws a number from the key and its own id, scaled by weight; the best draw wins
(Thaler and Ravishankar 1998; the logarithmic method for weights as in Schindelhauer and Schomaker 2005).
"""

from __future__ import annotations

from hashlib import blake2b
from math import log
from typing import TYPE_CHECKING

from leadroute.engine.strategies.way import Way, as_they_are

if TYPE_CHECKING:
    from leadroute.engine.strategies.way import Asking

_RANGE = 2**64


def draws(asking: Asking, key: str) -> list[float]:
    """Each member's draw for the key: an exponential variable of rate weight, fixed by key and rep id.

    A lead without a key leaves the choice to the account.
    """
    if not key:
        return [0.0] * len(asking.members)
    return [
        _draw(key, asking.roster.reps[rep].id) / float(weight)
        for rep, weight in zip(asking.members, asking.weights, strict=True)
    ]


def _draw(key: str, rep: str) -> float:
    text = f"{key}\x00{rep}".encode(errors="surrogatepass")
    uniform = (int.from_bytes(blake2b(text, digest_size=8).digest()) + 1) / (_RANGE + 1)
    return -log(uniform)


WAY = Way(as_they_are, draws)
