"""Whether the spread is even: figures for all leads and for the best ones, side by side, and the conclusion."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

from leadroute.engine.fairness.report import Verdict
from leadroute.render.safe import as_text
from leadroute.render.screen.view import ALERT, CAUTION, leads, number

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from leadroute.engine.fairness.report import Balance, Band, Evenness, Report
    from leadroute.render.screen.view import View

_STYLES = {Verdict.UNEVEN: ALERT, Verdict.CHANCE: CAUTION, Verdict.EXPLAINED: CAUTION}


def balance_table(report: Report, view: View) -> Table:
    """A line a figure; a column for all leads and one for the highest grade."""
    measured = [report.evenness, *([report.top] if report.top else [])]
    headers = [view.say("all_leads"), *([view.say("grade_leads", grade=report.top_grade)] if report.top else [])]
    table = view.table(view.say("fairness"), view.say("figure"), *headers, text=3)
    cells = [_figures(even, view) for even in measured]
    for key in cells[0]:
        limit = number(report.evenness.limit)
        table.add_row(as_text(view.say(key, limit=limit)), *(column[key] for column in cells))
    return table


def idle_lines(report: Report, view: View) -> list[Text]:
    """Who got nothing: those on duty by name, the others counted."""
    present = [line.share.rep for line in report.idle if line.away is None]
    away = len(report.idle) - len(present)
    lines = [view.line("idle_present", CAUTION, count=len(present), names=view.reps(present))] if present else []
    return [*lines, *([view.line("idle_away", count=away)] if away else [])]


def _figures(even: Evenness, view: View) -> dict[str, Text]:
    """The cell of each figure, by the key of its words."""
    alert = ALERT if even.alert and even.verdict is Verdict.UNEVEN else ""
    return {
        "counted": as_text(view.say("counted_of", leads=even.leads, reps=even.reps)),
        "ratio": as_text(view.ratio(even.by_weight.ratio), alert),
        "most": as_text(_ends(even.by_weight, "most", view)),
        "least": as_text(_ends(even.by_weight, "least", view)),
        "band": as_text(_band(even.band, view)),
        "against_entitled": as_text(view.ratio(even.by_entitlement.ratio)),
        "largest_gap": as_text(leads(even.largest_gap)),
        "jain": as_text(view.ratio(even.jain)),
        "gini": as_text(view.ratio(even.gini)),
        "verdict": _verdict(even, view),
    }


def _ends(found: Balance, side: str, view: View) -> str:
    even = found.ratio is None or found.most == found.least
    return "-" if even else view.reps(found.most if side == "most" else found.least, most=3)


def _band(band: Band | None, view: View) -> str:
    if band is None:
        return "-"
    if isinf(band.low):
        return view.say("band_none")
    key = "band_open" if isinf(band.high) else "band_from_to"
    return view.say(key, low=view.ratio(band.low), high=view.ratio(band.high))


def _verdict(even: Evenness, view: View) -> Text:
    words = view.say(f"verdict_{even.verdict.value}")
    caution = view.say("few_leads") if even.small and even.verdict is not Verdict.NONE else ""
    return as_text(words + caution, _STYLES.get(even.verdict, ""))
