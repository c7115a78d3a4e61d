"""The story of one lead: every decision the ledger holds of it, in order, and which of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.ledger.record import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leadroute.ledger.record import Chapter, Run


@dataclass(frozen=True, slots=True)
class Event:
    """A decision and its run; ``undone`` is the run that took it back (0: none).

    Of a correction ``holder`` is the id of the rep the lead came from ("": nobody), ``why`` what a person said.
    """

    run: Run
    chapter: Chapter
    holder: str = ""
    why: str = ""

    @property
    def undone(self) -> int:
        """The run that took it back, 0 for none."""
        return self.run.undone


@dataclass(frozen=True, slots=True)
class Story:
    """What became of a lead over the runs; ``stands`` is the decision that counts now (``None``: all were undone)."""

    lead: int
    label: str
    events: tuple[Event, ...]

    @property
    def stands(self) -> Event | None:
        """The latest decision that was not taken back."""
        return next((event for event in reversed(self.events) if not event.undone), None)


def story(chapters: Iterable[Chapter], runs: Mapping[int, Run]) -> Story:
    """The story of a lead from its decisions, oldest first; there is at least one."""
    events = tuple(_event(chapter, runs[chapter.decision.run]) for chapter in chapters)
    last = events[-1].chapter.decision
    return Story(last.lead, last.label, events)


def _event(chapter: Chapter, run: Run) -> Event:
    moves = run.facts.get("moves")
    if run.kind is not Kind.CORRECTION or not isinstance(moves, list) or chapter.place >= len(moves):
        return Event(run, chapter)
    holder, _, why = moves[chapter.place]
    return Event(run, chapter, str(holder), str(why))
