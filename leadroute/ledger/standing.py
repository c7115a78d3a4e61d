"""How every rep stands right now: balance, open leads, and what the caps still let through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.rep import PERIODS, Caps, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.model.rep import Opening, Roster


@dataclass(frozen=True, slots=True)
class RepState:
    """One rep: the balance over all accounts in units, and by period (``open`` among them) leads had and the cap."""

    rep: str
    balance: int
    had: Mapping[str, int]
    caps: Caps

    def left(self, period: str) -> int | None:
        """How many leads more the cap of a period allows; ``None`` without a cap."""
        cap = self.caps.of(period)
        return None if cap is None else max(0, cap - self.had[period])


def rep_states(opening: Opening, roster: Roster | None) -> tuple[RepState, ...]:
    """Everybody on the roster who has not left, and everybody else with a balance or open leads; sorted by id."""
    known = {rep.id: rep for rep in roster.reps} if roster else {}
    balances: dict[str, int] = {}
    for (_, rep), units in opening.balances.items():
        balances[rep] = balances.get(rep, 0) + units
    here = {rep.id for rep in known.values() if rep.status is not Status.LEFT}
    states = []
    for rep in sorted(here | balances.keys() | opening.open.keys()):
        own = known.get(rep)
        had = {period: opening.taken.get((rep, period), 0) for period in PERIODS[1:]}
        had["open"] = opening.held(own) if own else opening.open.get(rep, 0)
        states.append(RepState(rep, balances.get(rep, 0), had, own.caps if own else Caps()))
    return tuple(states)
