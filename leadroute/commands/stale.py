"""Whether a plan is stale: what it stood on, compared with what is there now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.files.data import spelled
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.commands.plan_file import Mark, PlanFile, Standing


def stale(plan: PlanFile, found: Standing) -> tuple[Diagnostic, ...]:
    """Everything that is no longer as it was when a plan was made; nothing if it may be carried out."""
    return (*_files(plan.standing, found), *_ledger(plan, found))


def decided_otherwise(plan: PlanFile, decisions: str, version: str) -> tuple[Diagnostic, ...]:
    """Whether a plan made again from the same comes out differently: another version of the program may do that."""
    told = facts(planned=plan.version, version=version)
    return () if decisions == plan.decisions else (Diagnostic("LR763", args=told),)


def _files(planned: Standing, found: Standing) -> Iterator[Diagnostic]:
    before, after = ({(one.role, one.file): one for one in standing.files} for standing in (planned, found))
    gone = [one for key, one in before.items() if key not in after or not after[key].fingerprint]
    for key, one in before.items():
        if one in gone:
            yield _file("LR766", one)
        elif after[key].fingerprint != one.fingerprint:
            yield _file("LR761", one)
    yield from (_file("LR767", one) for key, one in after.items() if key not in before)
    if gone and planned.folder != found.folder:
        told = facts(folder=planned.folder, here=found.folder)
        yield Diagnostic("LR771", Severity.WARNING, args=told)


def _file(code: str, one: Mark) -> Diagnostic:
    return Diagnostic(code, place=Place(spelled(Path(one.file))), args=facts(role=one.role.value))


def _ledger(plan: PlanFile, found: Standing) -> Iterator[Diagnostic]:
    planned, now = plan.standing.head, found.head
    if planned is None or planned == now or not (planned.run or now):
        return
    place = Place(spelled(plan.order.ledger or Path()))
    if now is None:
        yield Diagnostic("LR769", place=place, args=facts(planned=planned.run))
    elif found.carried_out:
        yield Diagnostic("LR768", place=place, args=facts(run=found.carried_out))
    else:
        code = "LR762" if now.run > planned.run else "LR772"
        yield Diagnostic(code, place=place, args=facts(planned=planned.run, run=now.run))
