"""The lines that would settle what is open, each with the reason behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.safe import clean
from leadroute.render.words import WORDS, say
from leadroute.rulebook.edit import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.intake.mapping import ColumnMapped, Open, Suggestion
    from leadroute.model.rulebook import Language


def column_lines(opened: Iterable[Open], language: Language) -> tuple[Line, ...]:
    """A line for every open header, with a remark where a field is suggested."""
    return tuple(
        Line(one.header, one.field, reason(one.suggestion, language) if one.suggestion else "") for one in opened
    )


def reason(suggestion: Suggestion, language: Language) -> str:
    """Why a field is suggested."""
    told = say(
        f"map.{suggestion.sign}",
        language,
        share=f"{suggestion.share:.0%}",
        field=field_word(suggestion.field, language).casefold(),
        near=suggestion.near,
    )
    return " ".join(clean(told).split())


def doubt(column: ColumnMapped, language: Language) -> str:
    """Why a suggestion is not written: other columns may be the field as well."""
    return say("map.rivals", language, others=", ".join(column.rivals)) if column.rivals else ""


def field_word(field: str, language: Language) -> str:
    """A field as people call it; one of the rulebook's own by its name."""
    key = f"field.{field}"
    return say(key, language) if key in WORDS else field
