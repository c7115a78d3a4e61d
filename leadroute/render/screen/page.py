"""A page of sentences about one lead of a plan: language, width, names, lines that break where Chinese breaks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from leadroute.render.filenames import short_names, short_place
from leadroute.render.safe import as_text, clean
from leadroute.render.screen.view import STRONG
from leadroute.render.sheets.conditions import Teller
from leadroute.render.words import say
from leadroute.render.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.text import Text

    from leadroute.engine.explain.explanation import Row
    from leadroute.engine.plan import Plan
    from leadroute.model.diagnostic import Place
    from leadroute.render.screen.view import View

_LEAST = 20
"""So many columns a line has at least, however far it is set in."""


@dataclass(frozen=True)
class Page:
    """What is told about, and who looks at it."""

    plan: Plan
    view: View

    @cached_property
    def teller(self) -> Teller:
        """What tells tests."""
        return Teller(self.plan.rulebook, self.plan.leads.headers)

    def say(self, key: str, **facts: object) -> str:
        """The words for a key of explain."""
        return say(f"explain.{key}", self.view.language, **facts)

    def word(self, key: str) -> str:
        """The words for any key."""
        return say(key, self.view.language)

    def joined(self, parts: list[str], by: str = "sheet.separator") -> str:
        """Several phrases as one."""
        return self.word(by).join(parts)

    def rep(self, at: int) -> str:
        """A rep by name and id: a rep who feels cheated shall not have to guess which namesake is meant."""
        rep = self.plan.roster.reps[at]
        return f"{rep.name} {rep.id}" if rep.name and rep.name != rep.id else rep.id

    def place(self, place: Place) -> str:
        """A place with its file by the name people know."""
        return short_place(place, self._files)

    def lead(self, row: Row) -> str:
        """What a lead is called."""
        return row.label or self.say("no_name")

    def heading(self, text: str) -> list[Text]:
        """A line that begins a part."""
        return [as_text(""), as_text(clean(text), STRONG)]

    def lines(self, text: str, indent: int = 2, *, hang: int = 2, style: str = "") -> list[Text]:
        """A text in lines of the width of the screen, set in; the second and later lines a little more."""
        shown = clean(text)
        first, *_ = wrapped(shown, max(_LEAST, self.view.width - indent))
        rest = shown[len(first) :].lstrip()
        told = [" " * indent + first]
        if rest:
            told += [
                " " * (indent + hang) + line for line in wrapped(rest, max(_LEAST, self.view.width - indent - hang))
            ]
        return [as_text(line, style) for line in told]

    @cached_property
    def _files(self) -> Mapping[str, str]:
        return short_names({file for file, _ in self.plan.leads.origin.tables})
