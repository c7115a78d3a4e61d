"""Where the rows went: by file, and by reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.fairness.report import FileCount
from leadroute.model.outcome import Outcome
from leadroute.render.filenames import short_names
from leadroute.render.safe import as_text
from leadroute.render.screen.view import ALERT, STRONG
from leadroute.render.words import say
from leadroute.tables.history import History

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from leadroute.engine.fairness.report import Report
    from leadroute.model.rulebook import Language
    from leadroute.render.screen.view import View


def files_table(report: Report, view: View) -> Table:
    """Rows in = assigned + open pool + review + duplicate + invalid + archived, a line a file and the sum."""
    shown = [outcome for outcome in Outcome if report.totals[outcome] or not view.narrow]
    headers = (view.word(f"outcome.{outcome.word}") for outcome in shown)
    checked = not (view.narrow and report.holds)
    verdict = [view.say("adds_up")] if checked else []
    table = view.table(view.say("files"), view.say("file"), view.say("rows_in"), *headers, *verdict, tail=len(verdict))
    names, lines = short_names(line.file for line in report.files) | {"": view.say("waited")}, [*report.files]
    if len(lines) > 1:
        lines.append(FileCount(view.say("total"), report.rows, report.totals))
    for at, line in enumerate(lines):
        if at == len(report.files):
            table.add_section()
        numbers = [str(line.rows), *(str(line.counts[outcome]) for outcome in shown)]
        table.add_row(as_text(names.get(line.file, line.file)), *numbers, *([_holds(line, view)] if checked else []))
    return table


def history_told(report: Report, language: Language) -> str:
    """What earlier runs know of the rows, counted ("": there is no memory)."""
    counts = report.history or ()
    told = [f"{say(f'history.{each.word}', language)} {counts[each]}" for each in History if counts and counts[each]]
    return say("screen.history", language, counts=say("screen.comma", language).join(told)) if told else ""


def reasons_table(report: Report, view: View) -> Table:
    """Why rows ended where they did; who looks for what nobody got finds the open pool first."""
    table = view.table(view.say("reasons"), view.say("outcome"), view.say("reason"), view.say("rows"), text=2)
    order = [Outcome.POOLED, *(outcome for outcome in Outcome if outcome is not Outcome.POOLED)]
    for line in sorted(report.reasons, key=lambda found: order.index(found.outcome)):
        style = STRONG if line.outcome is Outcome.POOLED else ""
        words = (view.word(f"outcome.{line.outcome.word}"), view.word(f"reason.{line.reason.word}"))
        table.add_row(*(as_text(word, style) for word in (*words, line.rows)))
    return table


def _holds(line: FileCount, view: View) -> Text:
    return as_text(view.say("yes" if line.holds else "no"), "" if line.holds else ALERT)
