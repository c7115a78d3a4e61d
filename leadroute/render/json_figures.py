"""Shares and figures of evenness as JSON: numbers to six places, ``null`` where there is no finite one."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from leadroute.engine.fairness.report import tightest

if TYPE_CHECKING:
    from fractions import Fraction

    from leadroute.engine.fairness.report import Balance, Band, CapUse, Evenness, Share
    from leadroute.model.rep import Roster
    from leadroute.render.json_text import Json


def share_json(share: Share, roster: Roster) -> dict[str, Json]:
    """What one rep got, overall or through one pool."""
    return {
        "id": rep_id(share.rep, roster),
        "name": roster.reps[share.rep].name,
        "weight": figure(share.weight),
        "got": share.got,
        "free": share.free,
        "reserved": share.reserved,
        "entitled": figure(share.entitled),
        "gap": figure(share.gap),
        "share": figure(share.part),
        "caps": caps_json(share.caps),
        "tightest_cap": _tightest(share.caps),
    }


def caps_json(caps: tuple[CapUse, ...]) -> list[Json]:
    """Caps by period."""
    return [{"period": cap.period, "used": cap.used, "limit": cap.limit} for cap in caps]


def evenness_json(even: Evenness, roster: Roster) -> dict[str, Json]:
    """The figures of evenness."""
    return {
        "leads": even.leads,
        "reps": even.reps,
        "by_weight": balance_json(even.by_weight, roster),
        "limit": even.limit,
        "alert": even.alert,
        "by_lot": _band(even.band) if even.band else None,
        "against_entitlement": balance_json(even.by_entitlement, roster),
        "largest_gap": figure(even.largest_gap),
        "jain": _optional(even.jain),
        "gini": _optional(even.gini),
        "few_leads": even.small,
        "verdict": even.verdict.value,
    }


def balance_json(found: Balance, roster: Roster) -> dict[str, Json]:
    """A ratio and who is at either end."""
    return {
        "ratio": _optional(found.ratio),
        "infinite": found.ratio is not None and not isfinite(found.ratio),
        "most": [rep_id(rep, roster) for rep in found.most],
        "least": [rep_id(rep, roster) for rep in found.least],
    }


def rep_id(rep: int, roster: Roster) -> str:
    """A rep's id."""
    return roster.reps[rep].id


def figure(value: Fraction | float) -> float:
    """A number to six places: what is below is rounding of the account's units."""
    return round(float(value), 6) + 0.0


def _tightest(caps: tuple[CapUse, ...]) -> str | None:
    found = tightest(caps)
    return found.period if found else None


def _band(band: Band) -> dict[str, Json]:
    return {"low": _optional(band.low), "high": _optional(band.high), "infinite": not isfinite(band.high)}


def _optional(value: float | None) -> float | None:
    return figure(value) if value is not None and isfinite(value) else None
