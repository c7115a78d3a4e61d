"""A turn in what ``explain --json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.units import units_json

if TYPE_CHECKING:
    from leadroute.engine.explain.obstacles import Obstacle
    from leadroute.engine.explain.turn import Deal, Turn
    from leadroute.engine.explain.why_not import WhyNot
    from leadroute.model.rep import Roster
    from leadroute.render.json_text import Json


def turn_json(turn: Turn, roster: Roster) -> dict[str, Json]:
    """Who was asked, what stood in the way, and how the lead was charged."""
    return {
        "asked": [
            {"as": one.role.value, "rep": rep_json(one.rep, roster), "obstacles": _obstacles(one.obstacles)}
            for one in turn.asked
        ],
        "pools": [
            {
                "pool": visit.pool,
                "members": [{"rep": rep_json(rep, roster), "obstacles": _obstacles(why)} for rep, why in visit.members],
            }
            for visit in turn.visits
            if turn.by_turns
        ],
        "rep": rep_json(turn.rep, roster),
        "charged": _deal(turn.deal, roster) if turn.deal else None,
    }


def why_not_json(told: WhyNot, roster: Roster) -> dict[str, Json]:
    """Every gate before a rep, the one that stopped the rep first."""
    stopped = told.stopped
    return {
        "rep": rep_json(told.rep, roster),
        "stopped_first": stopped.gate.value if stopped else None,
        "gates": [
            {
                "gate": one.gate.value,
                "shut": one.shut,
                "taker": rep_json(one.taker, roster),
                "pools": list(one.pools),
                "obstacles": _obstacles(one.obstacles),
                "by": one.by.value if one.by else None,
                "balance": units_json(one.own.balance) if one.own else None,
                "first": units_json(one.first.balance) if one.first else None,
            }
            for one in told.gates
        ],
    }


def rep_json(at: int, roster: Roster) -> str | None:
    """The id of a rep, by position in the roster (-1: none)."""
    return roster.reps[at].id if at >= 0 else None


def _deal(deal: Deal, roster: Roster) -> dict[str, Json]:
    return {
        "account": deal.account,
        "pool": deal.pool or None,
        "decided_by": deal.by.value if deal.by else None,
        "shares": [
            {
                "rep": rep_json(share.rep, roster),
                "before": units_json(share.before),
                "earned": units_json(share.gain),
                "balance": units_json(share.balance),
                "last_turn": share.last + 1 or None,
                "preferred": share.preferred,
                "can_take": share.takes,
            }
            for share in deal.shares
        ],
        "price": units_json(deal.price),
        "balance": units_json(deal.balance),
        "after": units_json(deal.after),
    }


def _obstacles(obstacles: tuple[Obstacle, ...]) -> list[Json]:
    return [_obstacle(one) for one in obstacles]


def _obstacle(one: Obstacle) -> dict[str, Json]:
    told: dict[str, Json] = {"why": one.why.word}
    if one.need:
        told["needs"] = {"attribute": one.need.attribute, "values": list(one.need.values)}
    if one.leave:
        told["leave"] = {"start": one.leave.start.isoformat(), "end": one.leave.end.isoformat()}
    if one.cap:
        told["cap"] = {"period": one.cap.period, "count": one.cap.count, "cap": one.cap.cap, "whole": one.cap.whole}
    return told
