"""What a backtest says, in words: the language, names, and what surrounds the figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from leadroute.render.words import WORDS, say

if TYPE_CHECKING:
    from leadroute.engine.backtest.backtest import Backtest
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language
    from leadroute.model.stop import Amount, Claim


@dataclass(frozen=True, slots=True)
class About:
    """What surrounds a backtest: where the past was told, what is noted, laws broken, the workbook written.

    ``asked`` tells whether there was a ``--fail-if``, ``proof`` what makes it true.
    """

    history: tuple[str, ...]
    asked: bool = False
    proof: tuple[tuple[Claim, Amount], ...] = ()
    notes: tuple[Diagnostic, ...] = ()
    broken: tuple[str, ...] = ()
    file: str = ""


@dataclass(frozen=True)
class Told:
    """A backtest, and the language to tell it in."""

    found: Backtest
    language: Language

    def say(self, key: str, **facts: object) -> str:
        """A word or phrase about backtests."""
        return say(f"backtest.{key}", self.language, **facts)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The name of every rep of the roster; with the id where several have it."""
        reps = self.found.new.roster.reps
        counts = Counter(rep.name or rep.id for rep in reps)
        names = ((rep, rep.name or rep.id) for rep in reps)
        return tuple(name if counts[name] == 1 else f"{name} ({rep.id})" for rep, name in names)

    def pool(self, name: str) -> str:
        """A pool's name; built-in ones in words."""
        if not name:
            return say("screen.no_pool", self.language)
        return say(f"pool.{name}", self.language) if f"pool.{name}" in WORDS else name

    def field(self, name: str) -> str:
        """What a column is called."""
        return say(f"field.{name}", self.language) if f"field.{name}" in WORDS else name

    def few(self, names: list[str], most: int = 5) -> str:
        """A few names, and how many more there are."""
        shown = say("screen.comma", self.language).join(names[:most])
        rest = len(names) - most
        return shown + (say("screen.and_more", self.language, count=rest) if rest > 0 else "")

    def group(self, at: int) -> str:
        """What a group of leads is called."""
        if self.found.ends is None or not self.found.ends.by:
            return self.say("all_leads")
        return " · ".join(part or self.say("blank") for part in self.found.ends.groups[at])
