"""Units of the account as people and programs read them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from leadroute.engine.account import UNIT, in_leads

if TYPE_CHECKING:
    from leadroute.render.json_text import Json

_PLACES = 2


def signed(units: int) -> str:
    """Leads to two places with their sign, none for zero: ``+0.33``."""
    whole = round(Fraction(units, UNIT) * 10**_PLACES)
    return f"{whole / 10**_PLACES:+.2f}" if whole else "0.00"


def plain(units: int) -> str:
    """Leads to two places, with a sign only below zero."""
    return signed(units).removeprefix("+")


def units_json(units: int) -> dict[str, Json]:
    """Leads to six places, and the same exactly, as a fraction of whole numbers."""
    return {"leads": round(float(in_leads(units)), 6) + 0.0, "exact": str(in_leads(units))}
