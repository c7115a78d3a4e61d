"""Who got how much, who was entitled to how much, and where every row went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.engine.fairness.report import tightest
from leadroute.model.outcome import Outcome
from leadroute.render.filenames import short_names
from leadroute.render.screen.reps import open_told
from leadroute.render.screen.rows import history_told
from leadroute.render.sheets.conclusions import conclusions
from leadroute.render.words import say
from leadroute.tables.sheet import BarChart, Shape, Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.engine.fairness import Report
    from leadroute.engine.fairness.report import CapUse, RepLine
    from leadroute.engine.plan import Plan
    from leadroute.model.rulebook import Language

_SHAPES = {
    "got": Shape.WHOLE,
    "free": Shape.WHOLE,
    "reserved": Shape.WHOLE,
    "entitled": Shape.DECIMAL,
    "gap": Shape.DECIMAL,
    "part": Shape.PERCENT,
    "open_after": Shape.WHOLE,
}
_RARE = {"team", "free", "reserved", "cap_use", "away"}
"""Columns that are left out when nobody has anything in them."""
_DIGITS = 6
_SUMMED = ("got", "free", "reserved", "entitled", "gap", "part", "open_after")


def summary(plan: Plan, report: Report, titles: Mapping[str, str]) -> Sheet:
    """One line for each rep and a total; ``titles`` gives the title of the sheet of each rep by id."""
    language = plan.rulebook.language
    caps = report.caps
    rows = [_row(plan, line, caps.get(line.share.rep, ()), titles) for line in report.reps]
    columns = {key: [row[key] for row in rows] for key in (rows[0] if rows else ())}
    columns = {key: cells for key, cells in columns.items() if key not in _RARE or any(cells)}
    whole = {key: [*cells, _total(key, cells, language)] for key, cells in columns.items()}
    words = {key: say(f"sheet.{key}", language) for key in whole}
    frame = pd.DataFrame({words[key]: cells for key, cells in whole.items()})
    return Sheet(
        key="summary",
        title=say("sheet.summary", language),
        table=frame,
        shapes={words[key]: shape for key, shape in _SHAPES.items() if key in words},
        above=(
            plan.rulebook.name or say("sheet.summary", language),
            *_lines(plan, report),
            *conclusions(report, language),
        ),
        chart=_chart(words, len(rows), language) if rows else None,
    )


def _row(plan: Plan, line: RepLine, caps: tuple[CapUse, ...], titles: Mapping[str, str]) -> dict[str, object]:
    rep, share, language = plan.roster.reps[line.share.rep], line.share, plan.rulebook.language
    cap = tightest(caps)
    return {
        "rep_name": rep.name,
        "rep_id": rep.id,
        "team": rep.team,
        "got": share.total,
        "free": share.free,
        "reserved": share.reserved,
        "entitled": float(share.entitled),
        "gap": float(share.gap),
        "part": share.part,
        "open_after": line.open_after,
        "cap_use": _cap(cap, language) if cap else "",
        "away": say(f"passed.{line.away.word}", language) if line.away else "",
        "goes_to": titles.get(rep.id, ""),
    }


def _cap(cap: CapUse, language: Language) -> str:
    period = say(f"period.{cap.period}", language)
    return say("sheet.cap", language, period=period, used=cap.used, limit=cap.limit)


def _total(key: str, cells: list[object], language: Language) -> object:
    if key == "rep_name":
        return say("sheet.total", language)
    if key not in _SUMMED:
        return ""
    # the gaps add up to zero, and shall not read -0.0
    return round(np.sum(np.array(cells, dtype=np.float64)).item(), _DIGITS) + 0.0


def _lines(plan: Plan, report: Report) -> list[str]:
    """When, and where the rows of each file went."""
    language = plan.rulebook.language
    names = short_names(count.file for count in report.files) | {"": say("screen.waited", language)}
    files = [_file(names[count.file], count.rows, count.counts, language) for count in report.files]
    if len(report.files) > 1:
        files.insert(0, _file(say("sheet.all_files", language), report.rows, report.totals, language))
    made = say("sheet.made_at", language, now=plan.now.strftime("%Y-%m-%d %H:%M"))
    return [made, *files, *filter(None, (history_told(report, language), open_told(report, language)))]


def _file(file: str, rows: int, counts: tuple[int, ...], language: Language) -> str:
    parts = " + ".join(f"{say(f'outcome.{each.word}', language)} {counts[each]}" for each in Outcome)
    return say("sheet.rows_in", language, file=file, rows=rows, parts=parts)


def _chart(words: Mapping[str, str], reps: int, language: Language) -> BarChart:
    series = (words["got"], words["entitled"])
    return BarChart(say("sheet.chart", language), words["rep_name"], series, 0, reps - 1)
