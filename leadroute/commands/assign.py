"""``leadroute assign``: give the leads of some files to the reps of a roster, by a rulebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute.commands.commit import commit, foreseen
from leadroute.commands.decide import decide
from leadroute.commands.exits import Exit
from leadroute.commands.gather import gather, inputs
from leadroute.commands.memory import reuse_memory
from leadroute.commands.refusal import Refusal
from leadroute.files.errors import OutputError
from leadroute.model.rep import Opening
from leadroute.render.screen.ending import Ending

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from leadroute.commands.commit import Wanted
    from leadroute.commands.decide import Decided
    from leadroute.commands.gather import Sources


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """How a run ended: what was decided, and what was written or why nothing was."""

    exit: Exit
    decided: Decided
    ending: Ending


def assign(
    sources: Sources,
    wanted: Wanted,
    clock: Callable[[ZoneInfo], datetime],
    tell: Callable[[str], None],
    *,
    dry_run: bool = False,
) -> Result | Refusal:
    """Gather, decide, commit. A dry run leaves out the last step.

    ``clock`` gives the moment of the run in the rulebook's zone; ``tell`` is told which step begins.
    """
    reuse_memory()
    tell("step.gather")
    gathered = gather(sources)
    if isinstance(gathered, Refusal):
        return gathered
    tell("step.decide")
    decided = decide(gathered, Opening(), clock(ZoneInfo(gathered.book.timezone)))
    if decided.broken:
        return Result(Exit.BUG, decided, Ending(broken=decided.broken))
    if dry_run:
        whole = replace(decided, notes=(*decided.notes, *foreseen(decided, wanted)))
        return Result(Exit.DONE, whole, Ending())
    tell("step.commit")
    try:
        written, notes = commit(decided, wanted, inputs(sources, gathered.book))
    except OutputError as error:
        return Refusal(Exit.OUTPUT, (error.diagnostic,), gathered.book.language)
    whole = replace(decided, notes=(*decided.notes, *notes))
    return Result(Exit.DONE, whole, Ending(tuple(str(path) for path in written)))
