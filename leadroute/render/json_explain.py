"""What ``explain --json`` prints: everything behind one decision, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.explain.trace import Joined, Judged
from leadroute.render.json_text import place_json
from leadroute.render.json_turn import rep_json, turn_json, why_not_json
from leadroute.render.sheets.conditions import Teller
from leadroute.render.sheets.history import day_text

if TYPE_CHECKING:
    from leadroute.engine.explain.changes import Nearest
    from leadroute.engine.explain.explanation import Considered, Explanation, Known, Row
    from leadroute.engine.explain.rules import Scored, Tried
    from leadroute.engine.explain.trace import Traced, Value
    from leadroute.engine.explain.why_not import WhyNot
    from leadroute.engine.plan import Plan
    from leadroute.model.rep import Roster
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


def explain_json(
    found: Explanation, plan: Plan, told: WhyNot | None = None, near: Nearest | None = None
) -> dict[str, Json]:
    """An explanation as a dictionary."""
    book, roster = plan.rulebook, plan.roster
    return {
        "format_version": FORMAT_VERSION,
        "now": plan.now.isoformat(),
        "lead": _row(found.row),
        "outcome": found.outcome.word,
        "reason": found.reason.word,
        "rep": rep_json(found.rep, roster),
        "rule": book.rules[found.rule].name if found.rule >= 0 else None,
        "pool": found.pool or None,
        "lane": book.lanes[found.lane].name if 0 <= found.lane < len(book.lanes) else None,
        "number": found.number or None,
        "of": found.of,
        "duplicates": [{**_row(one.row), "by": one.key or None, "kept": one.survivor} for one in found.kin],
        "shared_values": [{"field": one.field, "value": one.value, "rows": one.rows} for one in found.shared],
        "taken": [{"field": field, "from": _row(row)} for field, row in found.taken],
        "inferred": [_value(one) for one in found.inferred],
        "customers": [_considered(one, roster) for one in found.customers],
        "history": _known(found.known, roster) if found.known else None,
        "score": _scored(found.score, plan) if found.score else None,
        "rules": [_tried(one, plan) for one in found.rules],
        "turn": turn_json(found.turn, roster) if found.turn else None,
        "why_not": why_not_json(told, roster) if told else None,
        "nearest": _nearest(near, roster) if near else None,
    }


def _row(row: Row) -> dict[str, Json]:
    return {"place": place_json(row.place), "label": row.label}


def _value(value: Value) -> dict[str, Json]:
    return {
        "field": value.field,
        "value": value.text or None,
        "written": value.written or None,
        "inferred_from": value.ground or None,
        "column": value.there,
    }


def _considered(one: Considered, roster: Roster) -> dict[str, Json]:
    return {
        "field": one.field,
        "value": one.value or None,
        "customer": _row(one.customer) if one.customer else None,
        "owner": rep_json(one.owner, roster),
        "several_owners": one.conflict,
        "decides": one.decides,
    }


def _known(known: Known, roster: Roster) -> dict[str, Json]:
    return {
        "history": known.history.word,
        "lead": known.lead or None,
        "run": known.run or None,
        "day": day_text(known.day) if known.day else None,
        "rep": rep_json(known.rep, roster),
    }


def _scored(scored: Scored, plan: Plan) -> dict[str, Json]:
    points = plan.rulebook.score.points
    return {
        "total": scored.total,
        "grade": scored.grade or None,
        "points": [
            {"name": points[one.points].name, "add": points[one.points].add, "when": _trace(one.trace, plan)}
            for one in scored.contributions
        ],
        "cut": [{"group": name, "sum": total, "limit": limit} for name, (total, limit) in scored.cut.items()],
    }


def _tried(one: Tried, plan: Plan) -> dict[str, Json]:
    name, trace = plan.rulebook.rules[one.rule].name, one.trace
    return {"rule": name, "verdict": one.verdict.value, "when": _trace(trace, plan) if trace else None}


def _trace(traced: Traced, plan: Plan) -> dict[str, Json]:
    truth = {"YES": True, "NO": False}.get(traced.truth.name)
    match traced:
        case Judged(test, value):
            told = Teller(plan.rulebook, plan.leads.headers).test(test)
            return {"test": told, "operator": test.operator, **_value(value), "holds": truth}
        case Joined(join, parts):
            return {join.value: [_trace(part, plan) for part in parts], "holds": truth}


def _nearest(near: Nearest, roster: Roster) -> dict[str, Json]:
    changes: list[Json] = [
        {"what": one.what.value, "name": one.name or None, "value": one.value or None} for one in near.changes
    ]
    return {"rep": rep_json(near.rep, roster), "changes": changes, "tried": near.tried, "put_to_rules": near.put}
