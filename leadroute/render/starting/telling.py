"""How comments tell of what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.words import say
from leadroute.rulebook.yaml_text import remark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.model.rulebook import Language
    from leadroute.model.survey import ValueFound

_SHOWN = 8
"""So many values are named in a comment."""


def note(key: str, language: Language, indent: str = "", **facts: object) -> str:
    """A phrase as a comment."""
    return remark(say(f"draft.{key}", language, **facts), indent)


def values_told(values: Sequence[ValueFound], language: Language) -> str:
    """Values with their rows, the first of them: ``上海 10、江苏 7``."""
    return named([f"{value.text} {value.rows:,}" for value in values], language)


def named(texts: Sequence[str], language: Language) -> str:
    """The first of some names, and how many there are when that is not all."""
    comma = say("sheet.comma", language)
    shown = comma.join(texts[:_SHOWN])
    return say("draft.and_more", language, shown=shown, count=len(texts)) if len(texts) > _SHOWN else shown
