"""A plan file as text, and back. Nobody's data is in it: paths, fingerprints, options and counts.

The seal is a mark of everything else in the file: what is carried out is what was reviewed, so a file that was cut, or
changed by hand, is no plan any more. How it is laid out does not matter.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import TYPE_CHECKING, TypedDict, cast

from leadroute.commands.plan_file import Mark, PlanFile, Role, Standing
from leadroute.commands.plan_order import OrderJson, order_json, to_order
from leadroute.ledger.record import Head
from leadroute.model.diagnostic import Diagnostic, facts
from leadroute.model.rulebook import Language

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Place

FORMAT_VERSION = "1.0"


class _MarkJson(TypedDict):
    role: str
    file: str
    sha256: str


class _HeadJson(TypedDict):
    run: int
    hash: str


class _PlanJson(TypedDict):
    format_version: str
    leadroute: str
    language: str
    now: str
    order: OrderJson
    folder: str
    files: list[_MarkJson]
    ledger_head: _HeadJson | None
    outcomes: dict[str, int]
    decisions: str


def plan_text(plan: PlanFile) -> str:
    """The text of a plan file."""
    told = _json(plan)
    return json.dumps({**told, "seal": _seal(told)}, indent=2, ensure_ascii=False) + "\n"


def seal(plan: PlanFile) -> str:
    """The mark of everything a plan file says, by which the ledger knows the plan again."""
    return _seal(_json(plan))


def read_plan(data: bytes, place: Place) -> PlanFile | Diagnostic:
    """The plan of a file, or why there is none."""
    try:
        told = json.loads(data.decode("utf-8-sig", errors="surrogateescape"))
    except (ValueError, RecursionError):
        return _no_plan("plan_json", place)
    if not isinstance(told, dict) or "seal" not in told or "format_version" not in told:
        return _no_plan("plan_foreign", place)
    if told["format_version"] != FORMAT_VERSION:
        known = facts(format=told["format_version"], known=FORMAT_VERSION)
        return Diagnostic("LR765", place=place, args=known)
    if told.pop("seal") != _seal(told):
        return _no_plan("plan_seal", place)
    try:
        return _plan(cast("_PlanJson", told))
    except (KeyError, TypeError, ValueError, AttributeError):
        return _no_plan("plan_foreign", place)


def _json(plan: PlanFile) -> _PlanJson:
    standing = plan.standing
    head = standing.head
    return {
        "format_version": FORMAT_VERSION,
        "leadroute": plan.version,
        "language": plan.language.value,
        "now": plan.now.isoformat(),
        "outcomes": dict(plan.outcomes),
        "order": order_json(plan.order),
        "folder": standing.folder,
        "files": [{"role": one.role.value, "file": one.file, "sha256": one.fingerprint} for one in standing.files],
        "ledger_head": {"run": head.run, "hash": head.hash.hex()} if head else None,
        "decisions": plan.decisions,
    }


def _plan(told: _PlanJson) -> PlanFile:
    head = told["ledger_head"]
    files = tuple(Mark(Role(one["role"]), one["file"], one["sha256"]) for one in told["files"])
    return PlanFile(
        version=told["leadroute"],
        language=Language(told["language"]),
        now=datetime.fromisoformat(told["now"]),
        order=to_order(told["order"]),
        standing=Standing(told["folder"], files, Head(head["run"], bytes.fromhex(head["hash"])) if head else None),
        outcomes=told["outcomes"],
        decisions=told["decisions"],
    )


def _seal(told: object) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _no_plan(reason: str, place: Place) -> Diagnostic:
    return Diagnostic("LR764", place=place, args=facts(reason=reason))
