"""Whether a table holds leads or the people who are to call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.examine.seen import Holds
from leadroute.intake.headers import known_names, match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.model.rulebook import Rulebook

_TELLING = frozenset(
    {
        "id", "team", "level", "weight", "cap_open", "cap_day", "cap_week", "cap_month", "hired_on", "skills",
        "deputy", "leave_start", "leave_end", "rate", "won", "worked", "open_leads",
    }
)  # fmt: skip
"""Fields of a rep that no lead has; names, numbers and places are of both."""


def holds(headers: Sequence[str], book: Rulebook) -> Holds:
    """A roster names more fields of reps than of leads, two at least, and some that only reps have."""
    reps = {*match(headers, known_names("rep")).fields.values(), *match(headers, known_names("leave")).fields.values()}
    leads = match(headers, known_names("lead", book.fields, book.columns)).fields
    return Holds.ROSTER if len(reps) > max(1, len(leads)) and reps & _TELLING else Holds.LEADS
