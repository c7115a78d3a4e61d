"""Where the rows went: by file, and by reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.outcome import Outcome
from leadroute.render.safe import as_text
from leadroute.render.screen.view import ALERT, STRONG

if TYPE_CHECKING:
    from rich.table import Table

    from leadroute.engine.fairness.report import Report
    from leadroute.render.screen.view import View


def files_table(report: Report, view: View) -> Table:
    """Rows in = assigned + open pool + review + duplicate + invalid + archived, a line a file and the sum."""
    shown = [outcome for outcome in Outcome if report.totals[outcome] or not view.narrow]
    headers = (view.word(f"outcome.{outcome.word}") for outcome in shown)
    table = view.table(view.say("files"), view.say("file"), view.say("rows_in"), *headers, view.say("adds_up"))
    for file in report.files:
        _add(table, file.file, file.rows, [file.counts[outcome] for outcome in shown], view, holds=file.holds)
    if len(report.files) > 1:
        table.add_section()
        totals = [report.totals[outcome] for outcome in shown]
        _add(table, view.say("total"), report.rows, totals, view, holds=report.holds)
    return table


def reasons_table(report: Report, view: View) -> Table:
    """Why rows ended where they did; who looks for what nobody got finds the open pool first."""
    table = view.table(view.say("reasons"), view.say("outcome"), view.say("reason"), view.say("rows"), text=2)
    order = [Outcome.POOLED, *(outcome for outcome in Outcome if outcome is not Outcome.POOLED)]
    for line in sorted(report.reasons, key=lambda found: order.index(found.outcome)):
        style = STRONG if line.outcome is Outcome.POOLED else ""
        words = (view.word(f"outcome.{line.outcome.word}"), view.word(f"reason.{line.reason.word}"))
        table.add_row(*(as_text(word, style) for word in (*words, line.rows)))
    return table


def _add(table: Table, name: str, rows: int, counts: list[int], view: View, *, holds: bool) -> None:
    verdict = as_text(view.say("yes" if holds else "no"), "" if holds else ALERT)
    table.add_row(as_text(name), str(rows), *(str(count) for count in counts), verdict)
