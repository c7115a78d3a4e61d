"""Show how everything stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.telling import told
from leadroute.render.json_correct import overrides_json
from leadroute.render.json_status import FORMAT_VERSION, rep_json, run_json
from leadroute.render.safe import as_text
from leadroute.render.screen.correct import overrides_table
from leadroute.render.screen.runs import again_line, runs_table
from leadroute.render.screen.status import balance_line, caps_line, health_line, reps_table, waiting_line
from leadroute.render.screen.view import STRONG

if TYPE_CHECKING:
    from rich.console import RenderableType

    from leadroute.commands.status import Status
    from leadroute.commands.telling import Telling
    from leadroute.render.json_text import Json
    from leadroute.render.screen.view import View

_RUNS = 7
"""So many of the last runs are shown."""


def show_status(found: Status | Refusal, how: Telling) -> Exit:
    """Show it; ``Exit.LEDGER`` when the end of the ledger is not as it was written."""
    if isinstance(found, Refusal):
        complain(found.diagnostics, found.language)
        return found.exit
    if not told(how, found.at.language, lambda view: _screen(found, view), lambda: _json(found)):
        return Exit.OUTPUT
    return Exit.DONE if found.health.sound else Exit.LEDGER


def _screen(found: Status, view: View) -> Group:
    title = view.word("ledger.status").format(now=f"{found.now:%Y-%m-%d %H:%M}", file=found.at.ledger.name)
    runs = list(reversed(found.runs)) if view.everything else list(reversed(found.runs[-_RUNS:]))
    last = view.word("ledger.last_runs").format(count=len(found.runs))
    parts: list[RenderableType] = [as_text(title, STRONG), Text(), runs_table(runs, view, last)]
    parts += again_line(runs, view)
    parts += [reps_table(found.reps, found.people, view), balance_line(view), caps_line(view, known=found.roster)]
    parts.append(Text())
    if found.overrides:
        parts.append(overrides_table(found.overrides, view))
    health = found.health
    ends = (
        waiting_line(found.waiting.leads, found.waiting.since, view),
        health_line(health.runs, health.size, view, sound=health.sound),
    )
    return Group(*parts, *ends)


def _json(found: Status) -> dict[str, Json]:
    return {
        "format_version": FORMAT_VERSION,
        "now": found.now.isoformat(),
        "runs": [run_json(run) for run in found.runs[-_RUNS:]],
        "reps": [rep_json(one, found.people) for one in found.reps],
        "waiting": {
            "leads": found.waiting.leads,
            "since": found.waiting.since.isoformat() if found.waiting.since else None,
        },
        "overrides": overrides_json(found.overrides),
        "ledger": {
            "file": str(found.at.ledger),
            "bytes": found.health.size,
            "runs": found.health.runs,
            "last_run_sound": found.health.sound,
        },
    }
