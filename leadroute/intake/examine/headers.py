"""What is known of the headers of a table: the field of each and how that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.examine.columns import Known
from leadroute.intake.examine.seen import How
from leadroute.intake.headers import By

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leadroute.intake.headers import Match
    from leadroute.model.diagnostic import Diagnostic

_HOW = {By.COLUMNS: How.RULEBOOK, By.FIELDS: How.RULEBOOK, By.SYSTEM: How.PRESET, By.BUILT_IN: How.BUILT_IN}
_NEARLY = "LR406"


def known_headers(headers: Sequence[str], found: Match, said: Iterable[Diagnostic] = ()) -> dict[str, Known]:
    """What is known, by header; ``said`` is what was said of headers that are nearly known."""
    rivals = {header: field for field, _, header in found.rivals}
    near = {one.place.header: one.near for one in said if one.code == _NEARLY and one.place}
    return {header: _known(header, found, rivals.get(header, ""), near.get(header, ())) for header in headers}


def _known(header: str, found: Match, rival: str, near: tuple[str, ...]) -> Known:
    if field := found.fields.get(header, ""):
        return Known(field, _HOW[found.by[header]])
    if rival:
        return Known(rival, How.RIVAL)
    if header in found.by:
        return Known("", How.ASIDE)
    return Known("", How.NEARLY if near else How.UNKNOWN, near)
