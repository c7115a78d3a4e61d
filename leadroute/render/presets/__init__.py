"""Assigned leads in the form another system imports them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.outcome import Outcome
from leadroute.render.presets.targets import TARGETS, OwnerBy
from leadroute.render.sheets.columns import spread
from leadroute.render.words import say

if TYPE_CHECKING:
    from leadroute.engine.plan import Plan
    from leadroute.model.manner import Preset
    from leadroute.model.rep import Rep
    from leadroute.render.presets.targets import Target

__all__ = ["TARGETS", "preset_table"]

_NAMED = 10


def preset_table(plan: Plan, preset: Preset) -> tuple[pd.DataFrame, tuple[Diagnostic, ...]]:
    """The assigned leads under a system's headers, and a warning if reps lack what the system calls them by.

    Columns the leads do not have are left out: an empty one would blank what the system knows. ``preset`` is a key of
    ``TARGETS``.
    """
    target = TARGETS[preset]
    rows = np.flatnonzero(plan.decisions.outcome == Outcome.ASSIGNED)
    owners = [_owner(rep, target.by) for rep in plan.roster.reps]
    used = np.unique(plan.decisions.rep[rows]).tolist()
    lacking = [plan.roster.reps[at] for at in used if not owners[at]]
    columns = {
        header: plan.leads.raw[field].array.take(rows)
        for header, fields in target.columns
        for field in _present(plan, fields)
    }
    frame = pd.DataFrame({**columns, target.owner: spread(owners, plan.decisions.rep[rows])})
    return frame, ((_missing(plan, preset, target, lacking),) if lacking else ())


def _owner(rep: Rep, by: OwnerBy) -> str:
    """What the system calls a rep ("" when the roster does not say)."""
    match by:
        case OwnerBy.EMAIL:
            return rep.email
        case OwnerBy.SALESFORCE_ID:
            return rep.external.get("salesforce", "")
        case OwnerBy.NAME:
            return rep.external.get("crm_name") or rep.name


def _present(plan: Plan, fields: str) -> list[str]:
    """The first of the fields that the leads have, if any."""
    return [field for field in fields.split() if field in plan.leads.raw][:1]


def _missing(plan: Plan, preset: str, target: Target, lacking: list[Rep]) -> Diagnostic:
    language = plan.rulebook.language
    names = say("sheet.listed", language).join(rep.name or rep.id for rep in lacking[:_NAMED])
    more = say("sheet.and_more", language, count=len(lacking)) if len(lacking) > _NAMED else ""
    told = facts(preset=preset, needs=say(f"owner_by.{target.by}", language), reps=f"{names} {more}".strip())
    return Diagnostic("LR603", Severity.WARNING, Place(plan.roster.file), told)
