"""The whole screen, in the order people ask: where did the rows go, who got what, is it fair, why, what now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from leadroute.render.filenames import short_name, short_names
from leadroute.render.safe import as_text
from leadroute.render.screen.balance import balance_table, idle_lines
from leadroute.render.screen.ending import Ending, ending_lines
from leadroute.render.screen.notes import notes_table, shared_table
from leadroute.render.screen.pools import pools_table
from leadroute.render.screen.reps import reps_table
from leadroute.render.screen.rows import files_table, history_told, reasons_table
from leadroute.render.screen.rules import default_line, points_table, rules_table
from leadroute.render.screen.view import STRONG, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from leadroute.engine.fairness.report import Report
    from leadroute.engine.plan import Plan
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language

_NOTHING = Ending()


def screen(
    plan: Plan,
    report: Report,
    notes: Sequence[Diagnostic] = (),
    ending: Ending = _NOTHING,
    *,
    language: Language | None = None,
    width: int = 100,
    everything: bool = False,
) -> Group:
    """What a run shows: print it on a console of this ``width``. ``everything`` shows long lists whole."""
    view = View(language or plan.rulebook.language, plan.roster, width, everything)
    parts: list[RenderableType] = [*_heading(plan, report, view), Text()]
    history = history_told(report, view.language)
    parts += [files_table(report, view), *_spaced([as_text(history)] if history else [])]
    parts += [reps_table(report, view), pools_table(report, view)]
    parts += [balance_table(report, view), *_spaced(idle_lines(report, view))]
    parts += [rules_table(report, plan.rulebook, view), default_line(report, view), Text()]
    if report.points:
        parts.append(points_table(report, plan.rulebook, view))
    parts.append(reasons_table(report, view))
    if plan.merges.shared:
        parts.append(shared_table(plan.merges.shared, view))
    if notes:
        parts.append(notes_table(notes, view))
    return Group(*parts, *ending_lines(report, ending, view))


def _heading(plan: Plan, report: Report, view: View) -> list[Text]:
    book = plan.rulebook
    name = book.name or short_name(book.file)
    moment = f"{plan.now:%Y-%m-%d %H:%M} {book.timezone}"
    files = view.say("comma").join(short_names(file.file for file in report.files if file.file).values())
    sources = view.line("sources", files=files, roster=short_name(plan.roster.file), rules=short_name(book.file))
    return [as_text(view.say("heading", name=name, now=moment), STRONG), sources]


def _spaced(lines: list[Text]) -> list[Text]:
    return [*lines, Text()] if lines else []
