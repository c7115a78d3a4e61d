"""JSON as text, and what every kind of it says alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Place

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def json_text(value: dict[str, Json]) -> str:
    """The dictionary as text: one form for one value, any letter spelled in ASCII so that every console takes it."""
    return json.dumps(value, indent=2, allow_nan=False, ensure_ascii=True) + "\n"


def json_line(value: dict[str, Json]) -> str:
    """The dictionary as one line of a log."""
    return json.dumps(value, allow_nan=False, ensure_ascii=True)


def place_json(place: Place) -> dict[str, Json]:
    """A place; ``null`` for what is not known of it. Cells of a table of rules are named as in Excel as well."""
    at: dict[str, Json] = {
        "file": place.file,
        "sheet": place.sheet,
        "line": place.line or place.row or None,
        "column": place.header or place.column or None,
    }
    return {**at, "cell": place.cell} if place.cell else at
