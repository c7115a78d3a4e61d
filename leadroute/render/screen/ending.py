"""The last lines: what was written, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.engine.fairness.report import Verdict
from leadroute.model.outcome import Outcome
from leadroute.render.screen.view import ALERT, STRONG

if TYPE_CHECKING:
    from rich.text import Text

    from leadroute.engine.fairness.report import Report
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.render.screen.view import View


@dataclass(frozen=True, slots=True)
class Ending:
    """How the run ended: the files written; or why none were: its plan breaks laws or gates, or brings nothing new.

    ``plan`` is the file the plan itself was written to, to be applied later.
    """

    written: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    nothing_new: bool = False
    tripped: tuple[Diagnostic, ...] = ()
    plan: str = ""


def ending_lines(report: Report, ending: Ending, view: View) -> list[Text]:
    """What became of it all, the steps that the figures ask for, and where the results are."""
    if ending.broken:
        return [view.line("broken", ALERT, laws=", ".join(ending.broken))]
    assigned, total = report.totals[Outcome.ASSIGNED], report.rows
    lines = [view.line("outcome_line", STRONG, assigned=assigned, rows=total)]
    lines += [view.line(key, count=count) for key, count in _steps(report).items() if count]
    return [*lines, *_end(ending, view)]


def _end(ending: Ending, view: View) -> list[Text]:
    """What was written, or why nothing was."""
    if ending.tripped:
        gates = view.say("comma").join(found.facts["gate"] for found in ending.tripped)
        return [view.line("tripped", ALERT, gates=gates)]
    nothing = [view.line("nothing_new", STRONG)] if ending.nothing_new else []
    if ending.plan:
        todo = nothing or [view.line("apply", file=ending.plan)]
        return [view.line("planned", file=ending.plan), *todo]
    return nothing or [view.line("written", file=file) for file in ending.written] or [view.line("nothing_written")]


def _steps(report: Report) -> dict[str, int]:
    """The next steps, by the key of their words, and the count that calls for each (0: not needed)."""
    return {
        "next_pooled": report.totals[Outcome.POOLED],
        "next_review": report.totals[Outcome.REVIEW],
        "next_failed": report.totals[Outcome.INVALID],
        "next_default": report.default.rows if report.default.alert else 0,
        "next_uneven": int(report.evenness.verdict is Verdict.UNEVEN),
    }
