"""What ``--json`` prints: the same as the screen, for programs.

Keys are ASCII and come in a fixed order. JSON has no infinity: a ratio without a finite value is ``null``, with
``infinite`` beside it. New keys raise the minor number of ``format_version``, changed or removed ones the major one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.plan import DEFAULT
from leadroute.model.outcome import Outcome
from leadroute.render.json_figures import balance_json, caps_json, evenness_json, figure, rep_id, share_json
from leadroute.render.json_text import place_json
from leadroute.render.screen.ending import Ending
from leadroute.render.screen.notes import advice, told
from leadroute.tables.history import History

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.engine.fairness.report import FileCount, PointUse, PoolLine, RepLine, Report, RuleUse
    from leadroute.engine.plan import Plan
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Language
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.1"

_NOTHING = Ending()


def report_json(
    plan: Plan,
    report: Report,
    notes: Sequence[Diagnostic] = (),
    ending: Ending = _NOTHING,
    *,
    language: Language | None = None,
) -> dict[str, Json]:
    """The plan and its figures as a dictionary for ``json.dumps`` (or ``json_text``)."""
    book, roster = plan.rulebook, plan.roster
    speech = language or book.language
    return {
        "format_version": FORMAT_VERSION,
        "now": plan.now.isoformat(),
        "timezone": book.timezone,
        "rulebook": {"name": book.name, "file": book.file, "fingerprint": book.fingerprint},
        "roster": {"file": roster.file, "fingerprint": roster.fingerprint, "reps": len(roster.reps)},
        "rows": report.rows,
        "outcomes": _outcomes(report.totals),
        "conserved": report.holds,
        "files": [_file(file) for file in report.files],
        "history": _history(report.history),
        "reps": [_rep(line, roster) for line in report.reps],
        "pools": [_pool(line, roster) for line in report.pools],
        "fairness": {
            "all": evenness_json(report.evenness, roster),
            "top_grade": report.top_grade,
            "top": evenness_json(report.top, roster) if report.top else None,
        },
        "idle": [rep_id(line.share.rep, roster) for line in report.idle if line.away is None],
        "rules": [_rule(use, plan) for use in report.rules],
        "points": [_points(use, plan) for use in report.points],
        "default": {
            "rows": report.default.rows,
            "of": report.default.of,
            "rate": figure(report.default.rate),
            "limit": report.default.limit,
            "alert": report.default.alert,
        },
        "reasons": [
            {"outcome": line.outcome.word, "reason": line.reason.word, "rows": line.rows} for line in report.reasons
        ],
        "shared_values": [
            {"field": v.field, "value": v.value, "rows": v.rows, "companies": v.companies, "names": v.names}
            for v in plan.merges.shared
        ],
        "diagnostics": [diagnostic_json(note, speech) for note in notes],
        "laws_broken": list(ending.broken),
        "gates_passed": [diagnostic_json(found, speech) for found in ending.tripped],
        "plan": ending.plan or None,
        "dry_run": not ending.written,
        "written": list(ending.written),
    }


def diagnostic_json(found: Diagnostic, language: Language) -> dict[str, Json]:
    """A diagnostic as a dictionary: code, severity, place, message and hint."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "place": place_json(found.place) if found.place else None,
        "message": told(found, language),
        "hint": advice(found, language),
        "near": list(found.near),
    }


def _outcomes(counts: Sequence[int]) -> dict[str, Json]:
    return {outcome.word: counts[outcome] for outcome in Outcome}


def _file(file: FileCount) -> dict[str, Json]:
    """A file's rows; ``null`` are those that waited in the open pool of earlier runs."""
    return {"file": file.file or None, "rows": file.rows, "outcomes": _outcomes(file.counts), "conserved": file.holds}


def _history(counts: Sequence[int] | None) -> dict[str, Json] | None:
    return None if counts is None else {each.word: counts[each] for each in History}


def _rep(line: RepLine, roster: Roster) -> dict[str, Json]:
    return {
        **share_json(line.share, roster),
        "open_before": line.open_before,
        "open_after": line.open_after,
        "open_from": line.open_from.value,
        "available": line.away is None,
        "away": line.away.word if line.away else None,
        "idle": line.idle,
    }


def _pool(line: PoolLine, roster: Roster) -> dict[str, Json]:
    return {
        "pool": line.pool,
        "assigned": line.total,
        "unplaced": line.unplaced,
        "caps": caps_json(line.caps),
        "against_entitlement": balance_json(line.balance, roster),
        "members": [share_json(share, roster) for share in line.members],
    }


def _points(use: PointUse, plan: Plan) -> dict[str, Json]:
    points = plan.rulebook.score.points[use.points]
    return {"name": points.name, "add": figure(points.add), "hits": use.hits, "undecided": use.unknown}


def _rule(use: RuleUse, plan: Plan) -> dict[str, Json]:
    by_default = use.rule == DEFAULT
    rule = None if by_default else plan.rulebook.rules[use.rule]
    return {
        "rule": rule.name if rule else None,
        "default": by_default,
        "enabled": rule.enabled if rule else True,
        "hits": use.hits,
        "undecided": use.unknown,
        "missing": [{"field": field, "rows": rows} for field, rows in use.missing],
    }
