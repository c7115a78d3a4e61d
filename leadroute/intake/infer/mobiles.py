"""Where the number of a Chinese mobile was sold, from the optional library ``phone``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Ranges = Callable[[str], str]
    """The first seven digits of a mobile → province and city in one text, ``""`` if unknown."""


def ranges() -> Ranges:
    """Load the library (4 MB) and return its lookup."""
    from phone import Phone  # noqa: PLC0415 - optional, and asked for by few rulebooks

    known = Phone()

    def look_up(digits: str) -> str:
        found = known.find(digits)
        return f"{found['province']} {found['city']}" if found else ""

    return look_up
