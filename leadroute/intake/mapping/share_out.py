"""One field, one column: which of several columns that may be a field is suggested for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from leadroute.intake.mapping.suggest import Suggestion

    Settled = tuple[Suggestion | None, tuple[str, ...]]

_APART = 0.1
"""A column is clearly better for a field than another if so much more speaks for it."""

_SPARE = frozenset({"phone", "tel", "email"})
"""People keep several of these side by side; the first is as good as the next."""


def shared_out(possible: Mapping[str, tuple[Suggestion, ...]], taken: Collection[str]) -> dict[str, Settled]:
    """For each header the field suggested for it, and the headers that may be the same field just as well.

    ``possible`` holds what each header may be, best first, in the order of the table; ``taken`` fields are not given
    again. The column for which most speaks chooses first, of equal ones the first in the table.
    """
    gone, found = set(taken), {}
    for header in sorted(possible, key=lambda header: -max((one.weight for one in possible[header]), default=0.0)):
        one = next((one for one in possible[header] if one.field not in gone), None)
        found[header] = one
        gone |= {one.field} if one else set()
    return {header: (one, _rivals(header, one, possible)) for header, one in found.items()}


def _rivals(header: str, chosen: Suggestion | None, possible: Mapping[str, tuple[Suggestion, ...]]) -> tuple[str, ...]:
    if chosen is None or chosen.field in _SPARE:
        return ()
    return tuple(
        other
        for other, several in possible.items()
        if other != header
        and any(one.field == chosen.field and one.weight > chosen.weight - _APART for one in several[:1])
    )
