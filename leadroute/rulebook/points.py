"""What a first rulebook gives points for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.model.survey import Survey

_DECIDERS = ("总监", "总经理", "总裁", "董事长", "VP", "CEO", "CTO", "Director", "President", "Founder", "Head of")
"""Words in the titles of people who decide."""


@dataclass(frozen=True, slots=True)
class Points:
    """Points for leads whose field holds one of ``words``, or is at least ``at_least``; ``rows`` get them."""

    field: str
    add: int
    rows: int
    words: tuple[str, ...] = ()
    at_least: int = 0


def points(survey: Survey) -> tuple[Points, ...]:
    """Points from columns that are there and tell some leads from others."""
    return tuple(_points(survey))


def _points(survey: Survey) -> Iterator[Points]:
    if title := survey.field("title"):
        words = tuple(word for word in _DECIDERS if any(_holds(value.text, word) for value in title.values))
        rows = sum(value.rows for value in title.values if any(_holds(value.text, word) for word in words))
        if 0 < rows < survey.rows:
            yield Points("title", 20, rows, words)
    for name, add in (("employees", 15), ("budget", 30)):
        field = survey.field(name)
        if field and 0 < field.above < survey.rows:
            yield Points(name, add, field.above, at_least=field.bound)


def _holds(text: str, word: str) -> bool:
    return word.casefold() in text.casefold()
