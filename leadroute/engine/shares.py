"""Of the leads that meet a rule's conditions, how many earlier rules have taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.match import in_force, takes
from leadroute.engine.plan import NOT_ASKED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from leadroute.engine.conditions import Examiner
    from leadroute.engine.plan import Matches
    from leadroute.model.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Share:
    """So many leads meet a rule's conditions; ``taken`` are the earlier rules that took some, with their numbers."""

    rule: int
    met: int
    taken: tuple[tuple[int, int], ...]

    @property
    def lost(self) -> int:
        """How many of them earlier rules took."""
        return sum(count for _, count in self.taken)


def shares(rules: tuple[Rule, ...], examiner: Examiner, matches: Matches, now: datetime) -> tuple[Share, ...]:
    """One for each rule in force that any lead meets, as if it were put to all leads; ``matches`` says who decided."""
    return tuple(_shares(rules, examiner, matches, now))


def _shares(rules: tuple[Rule, ...], examiner: Examiner, matches: Matches, now: datetime) -> Iterator[Share]:
    rows = np.flatnonzero(matches.rule != NOT_ASKED)
    decided = matches.rule[rows]
    for at, rule in enumerate(rules):
        if not in_force(rule, now):
            continue
        met = takes(rule, examiner.truth(rule.when, rows))
        counts = np.bincount(decided[met & (decided >= 0) & (decided < at)], minlength=at)
        earlier = sorted(((int(one), int(counts[one])) for one in np.flatnonzero(counts)), key=lambda pair: -pair[1])
        if met.any():
            yield Share(at, int(met.sum()), tuple(earlier))
