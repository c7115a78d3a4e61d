"""Who the reps of a ledger are, by the names their rosters gave them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leadroute.ledger.record import Run
    from leadroute.model.rep import Roster


@dataclass(frozen=True)
class People:
    """Names by rep id; ids without a name are called by the id."""

    names: Mapping[str, str]

    def call(self, rep: str) -> str:
        """What to call a rep; the id too when several have that name."""
        name = self.names.get(rep) or rep
        return f"{name} ({rep})" if self._counts[name] > 1 else name

    def find(self, who: str) -> tuple[str, ...]:
        """The ids of those who go by this id, or else by this name."""
        return (who,) if who in self.names else tuple(rep for rep, name in self.names.items() if name == who)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(name or rep for rep, name in self.names.items())


def people_of(runs: Iterable[Run], reps: Iterable[str] = (), roster: Roster | None = None) -> People:
    """Everybody a ledger names, by the latest name; ``reps`` are further ids, a roster knows best."""
    names = dict.fromkeys(reps, "")
    for run in runs:
        told = run.facts.get("roster")
        known = told.get("names") if isinstance(told, dict) else None
        names |= known if isinstance(known, dict) else {}
    if roster is not None:
        names |= {rep.id: rep.name for rep in roster.reps}
    return People(names)
