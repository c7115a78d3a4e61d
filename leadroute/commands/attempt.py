"""Make a plan of those files of an inbox that can be read and hold still; the others are left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.files.data import spelled
from leadroute.files.inbox import unchanged
from leadroute.model.diagnostic import Diagnostic, Place, Severity
from leadroute.model.left import Left, Why

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadroute.commands.make import Made
    from leadroute.files.inbox import Arrival

    Files = tuple[Arrival, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Attempt:
    """The plan of some files (``None``: none are left to be decided), or why there is none; what was left, and why."""

    made: Made | Refusal | None
    files: tuple[Arrival, ...] = ()
    left: tuple[Left, ...] = ()
    notes: tuple[Diagnostic, ...] = ()


def attempt(trial: Callable[[Files], Made | Refusal], files: Files, *, skip: bool) -> Attempt:
    """Try all files, then without those that changed meanwhile, and (``skip``) those that cannot be read."""
    if not files:
        return Attempt(None)
    made = trial(files)
    if changed := tuple(one for one in files if not unchanged(one)):
        # What was said of them may be about half a file.
        return _again(trial, files, changed, Why.CHANGED, skip=skip)
    bad = _bad(made, files) if isinstance(made, Refusal) else ()
    if not (isinstance(made, Refusal) and bad):
        return Attempt(made, files)
    if not skip:
        told = tuple(Diagnostic("LR791", place=Place(spelled(one.path))) for one in bad)
        return Attempt(replace(made, diagnostics=(*made.diagnostics, *told)), files)
    rest = _again(trial, files, bad, Why.BAD, skip=skip)
    return replace(rest, notes=(*_about(made, bad), *rest.notes))


def _again(trial: Callable[[Files], Made | Refusal], files: Files, without: Files, why: Why, *, skip: bool) -> Attempt:
    rest = attempt(trial, tuple(one for one in files if one not in without), skip=skip)
    return replace(rest, left=(*(Left(one.name, why) for one in without), *rest.left))


def _bad(refusal: Refusal, files: Files) -> Files:
    """The files that errors are about, when nothing else is wrong with the run."""
    if refusal.exit != Exit.INPUT:
        return ()
    wrong = {found.place.file if found.place else "" for found in refusal.diagnostics if _is_error(found)}
    bad = tuple(one for one in files if spelled(one.path) in wrong)
    return bad if len(wrong) == len(bad) else ()


def _about(refusal: Refusal, bad: Files) -> tuple[Diagnostic, ...]:
    told = [found for found in refusal.diagnostics if _is_error(found)]
    return (*told, *(Diagnostic("LR790", Severity.WARNING, Place(spelled(one.path))) for one in bad))


def _is_error(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR
