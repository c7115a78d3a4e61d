"""What a ledger should say, kept by other means: runs are remembered whole, and those taken back are left out.

The ledger turns signs round and looks for the latest decision; here everything is added up anew from the runs that
stand, in order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadroute.model.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from leadroute.engine.plan import Plan

EPOCH = 719_163


@dataclass
class Booked:
    """What a rep earned, paid and got on a day."""

    rep: str
    day: int
    entitled: int = 0
    paid: int = 0
    got: int = 0


@dataclass
class Event:
    """A run or a correction: what it booked, the turns it counted, who has which lead after it ("": nobody)."""

    number: int
    day: int
    booked: list[Booked]
    last: Mapping[str, int]
    owners: Mapping[str, tuple[Outcome, str]]
    moved: Mapping[str, int] = field(default_factory=dict)


@dataclass
class Oracle:
    """All events, and the numbers of those that were taken back."""

    events: list[Event] = field(default_factory=list)
    undone: set[int] = field(default_factory=set)

    def standing(self) -> Iterator[Event]:
        """The events that count."""
        return (event for event in self.events if event.number not in self.undone)

    def run(self, number: int, plan: Plan) -> None:
        """Remember a run by its plan."""
        reps, day = [rep.id for rep in plan.roster.reps], plan.now.date().toordinal() - EPOCH
        booked = [Booked(reps[one.rep], day, one.entitled, one.paid, one.got) for one in plan.lines]
        last = {reps[one.rep]: plan.closing.last[reps[one.rep]] for one in plan.lines if one.got}
        kept = {Outcome.ASSIGNED, Outcome.POOLED}
        decisions = zip(
            plan.leads.raw["lead_id"], plan.decisions.outcome.tolist(), plan.decisions.rep.tolist(), strict=True
        )
        owners = {name: (Outcome(how), reps[at] if at >= 0 else "") for name, how, at in decisions if how in kept}
        self.events.append(Event(number, day, booked, last, owners))

    def correct(self, number: int, now: datetime, to: Mapping[str, str], unit: int) -> None:
        """Remember a correction: the price goes with the lead, and the holder's day is free again."""
        day, booked, moved = now.date().toordinal() - EPOCH, [], {}
        for name, rep in to.items():
            event = self.decided(name)
            _, holder = event.owners[name]
            price = self.price(event, name, holder) if holder else unit
            if holder:
                booked.append(Booked(holder, event.day, 0, -price, -1))
            booked.append(Booked(rep, day, 0 if holder else price, price, 1))
            moved[name] = price
        self.events.append(
            Event(number, day, booked, {}, {name: (Outcome.ASSIGNED, rep) for name, rep in to.items()}, moved)
        )

    def price(self, event: Event, name: str, holder: str) -> int:
        """What the holder of a lead paid for it."""
        if name in event.moved:
            return event.moved[name]
        own = [one for one in event.booked if one.rep == holder and one.got]
        return own[0].paid // own[0].got

    def decided(self, name: str) -> Event:
        """The event that decided a lead last."""
        return [event for event in self.standing() if name in event.owners][-1]

    def owners(self) -> dict[str, tuple[Outcome, str]]:
        """How every lead stands."""
        return {name: own for event in self.standing() for name, own in event.owners.items()}

    def balances(self) -> dict[str, int]:
        """The balance of every rep that is not zero."""
        found = Counter[str]()
        for event in self.standing():
            for one in event.booked:
                found[one.rep] += one.entitled - one.paid
        return {rep: units for rep, units in found.items() if units}

    def taken(self, first: int) -> dict[str, int]:
        """Leads by rep received on a day or later."""
        found = Counter[str]()
        for event in self.standing():
            for one in event.booked:
                found[one.rep] += one.got if one.day >= first else 0
        return {rep: count for rep, count in found.items() if count}

    def last(self) -> dict[str, int]:
        """The number of every rep's latest turn."""
        found = defaultdict[str, int](lambda: -1)
        for event in self.standing():
            for rep, turn in event.last.items():
                found[rep] = max(found[rep], turn)
        return {rep: turn for rep, turn in found.items() if turn >= 0}

    def later(self, number: int) -> list[tuple[int, int]]:
        """The later events about leads of one, and how many of them."""
        own = next(event for event in self.events if event.number == number).owners
        later = [(event.number, len(own.keys() & event.owners.keys())) for event in self.standing()]
        return [(other, count) for other, count in later if other > number and count]
