"""How everything on the screen looks: language, width, numbers, names, tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import isinf
from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from leadroute.render.safe import as_text
from leadroute.render.words import WORDS, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Language

NARROW = 80
"""Below this many columns tables show only what matters most."""
ROOMY = 100
"""From this many columns on they show everything."""
_GUTTER, _NAME, _EDGES = 2, 9, 2  # between columns, the least left for a name, the frame on a console without lines
ALERT, CAUTION, FAINT, STRONG = "bold red", "yellow", "dim", "bold"


@dataclass(frozen=True)
class View:
    """Who looks: the language, the width of the screen in columns, and whether long lists are shown whole."""

    language: Language
    roster: Roster
    width: int = 100
    everything: bool = False

    @property
    def narrow(self) -> bool:
        """Is there room for what matters most only?"""
        return self.width < NARROW

    @property
    def roomy(self) -> bool:
        """Is there room for everything?"""
        return self.width >= ROOMY

    def say(self, key: str, **facts: object) -> str:
        """The words for a key of the screen."""
        return say(f"screen.{key}", self.language, **facts)

    def word(self, key: str) -> str:
        """The words for any key."""
        return say(key, self.language)

    def rep(self, at: int) -> str:
        """A rep's name; the id too when several have that name."""
        rep = self.roster.reps[at]
        if not rep.name:
            return rep.id
        return f"{rep.name} ({rep.id})" if self._names[rep.name] > 1 else rep.name

    def reps(self, positions: Iterable[int], most: int = 5) -> str:
        """A few names, and how many more there are."""
        every = list(positions)
        names = self.say("comma").join(self.rep(at) for at in every[:most])
        return names + (self.say("and_more", count=len(every) - most) if len(every) > most else "")

    def pool(self, name: str) -> str:
        """A pool's name; built-in ones in words."""
        if not name:
            return self.say("no_pool")
        return self.word(f"pool.{name}") if f"pool.{name}" in WORDS else name

    def ratio(self, value: float | None) -> str:
        """A ratio with two decimals, the word for infinite, or a dash."""
        if value is None:
            return "-"
        return self.say("infinite") if isinf(value) else f"{value:.2f}"

    @cached_property
    def _names(self) -> Counter[str]:
        return Counter(rep.name for rep in self.roster.reps)

    def table(self, title: str, *columns: str, text: int = 1, tail: int = 0) -> Table:
        """A table under a title; the first ``text`` and last ``tail`` columns are words, the others numbers.

        Names are folded first: the heading of a number is broken in mid-word only when nothing else helps.
        """
        made = Table(
            title=Text(title, style=STRONG),
            title_justify="left",
            box=box.SIMPLE_HEAD,
            pad_edge=False,
            padding=(0, _GUTTER - 1, 0, 0),
        )
        words = [at < text or at >= len(columns) - tail for at in range(len(columns))]
        least = [0 if word else _longest_word(column) for word, column in zip(words, columns, strict=True)]
        fits = sum(least) + len(columns) * _GUTTER + sum(words) * _NAME + _EDGES <= self.width
        for column, word, floor in zip(columns, words, least, strict=True):
            width = floor if floor and fits else None
            made.add_column(column, justify="left" if word else "right", overflow="fold", min_width=width)
        return made

    def room(self, *others: str) -> int:
        """How many columns a table leaves for words beside cells like these."""
        return max(self.width - sum(map(cell_len, others)) - len(others) * _GUTTER - _EDGES, _NAME)

    def line(self, key: str, style: str = "", **facts: object) -> Text:
        """One line of words; the facts are data."""
        return as_text(self.say(key, **facts), style)


def leads(amount: Fraction | float) -> str:
    """A number of leads that need not be whole."""
    return f"{round(float(amount), 1) + 0.0:.1f}"


def gap(amount: Fraction | float) -> str:
    """A difference in leads, with its sign (none for zero)."""
    rounded = round(float(amount), 1) + 0.0
    return f"{rounded:+.1f}" if rounded else "0.0"


def percent(part: float) -> str:
    """A share of one as a percentage."""
    return f"{part * 100:.1f}%"


def number(value: Fraction | float) -> str:
    """A number in its shortest form."""
    return f"{float(value):g}"


def _longest_word(header: str) -> int:
    return max(map(cell_len, header.split()), default=0)
