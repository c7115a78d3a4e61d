"""``leadroute explain`` after the fact: what the ledger holds of one lead, without any file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.intake.recognised import keys_of
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.people import people_of
from leadroute.ledger.session import peeked
from leadroute.ledger.story import story
from leadroute.model.diagnostic import Diagnostic, Place, facts
from leadroute.model.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from leadroute.commands.whereabouts import Whereabouts
    from leadroute.ledger.people import People
    from leadroute.ledger.record import Chapter
    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.ledger.story import Story

_NUMBER = re.compile(r"#([0-9]{1,18})")
_CANDIDATES = 10
"""So many leads are named when a word means several."""


@dataclass(frozen=True, slots=True, eq=False)
class Recounted:
    """The story of a lead, and the names of the people in it."""

    at: Whereabouts
    story: Story
    people: People


def recount(at: Whereabouts, said: str) -> Recounted | Refusal:
    """Find a lead in the ledger and tell its story."""
    try:
        with peeked(at.ledger) as ledger:
            found = _named(_chapters(ledger, _meant(ledger, said, at.book or Rulebook())))
            if len(found) != 1:
                return Refusal(Exit.USAGE, _not_one(found, said, at), at.language)
            ((name, chapters),) = found.items()
            if not _NUMBER.fullmatch(said):  # once undone, a lead that comes again is another to the ledger
                again = _named(_chapters(ledger, ledger.mentioned(name))) if name else {}
                chapters = again.get(name, chapters)
            runs = {run.number: run for run in ledger.runs()}
            return Recounted(at, story(chapters, runs), people_of(runs.values()))
    except LedgerError as error:
        return Refusal(Exit.LEDGER, (error.diagnostic,), at.language)


def _meant(ledger: SqliteLedger, said: str, book: Rulebook) -> Collection[int]:
    """The leads a word may mean: by number, by name, by key, and last by a part of the name."""
    if number := _NUMBER.fullmatch(said):
        return [int(number[1])]
    if not said.strip():
        return []
    if named := ledger.called({said}).get(said):
        return named
    keys = keys_of(said, book)
    seen = np.unique(ledger.sightings(keys).lead).tolist() if len(keys) else []
    return seen or ledger.mentioned(said.strip())


def _chapters(ledger: SqliteLedger, leads: Collection[int]) -> Sequence[Chapter]:
    return ledger.chapters(np.array(sorted(leads), dtype=np.int64))


def _named(chapters: Sequence[Chapter]) -> dict[str, list[Chapter]]:
    """Decisions by what the lead is called; those without a name by its number."""
    found: dict[str, list[Chapter]] = {}
    for chapter in chapters:
        found.setdefault(chapter.decision.label or f"#{chapter.decision.lead}", []).append(chapter)
    return found


def _not_one(found: dict[str, list[Chapter]], said: str, at: Whereabouts) -> tuple[Diagnostic, ...]:
    place = Place(str(at.ledger))
    if not found:
        return (Diagnostic("LR806", place=place, args=facts(lead=said)),)
    shown = [chapters[-1].decision for chapters in found.values()][:_CANDIDATES]
    each = (Diagnostic("LR808", args=facts(number=one.lead, lead=one.label)) for one in shown)
    return (Diagnostic("LR807", place=place, args=facts(lead=said, count=len(found), shown=len(shown))), *each)
