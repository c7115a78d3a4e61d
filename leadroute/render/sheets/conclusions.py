"""The figures in a few sentences, for whoever opens only the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.outcome import Outcome
from leadroute.render.screen.view import number, percent
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.fairness.report import Evenness, ReasonCount, Report
    from leadroute.model.rulebook import Language


def conclusions(report: Report, language: Language) -> Iterator[str]:
    """Whether it is even, overall and for the best leads; why rows went to nobody; whether rules are missing."""
    if report.evenness.by_weight.ratio is not None:
        yield _even(report.evenness, say("screen.all_leads", language), language)
    if report.top and report.top.by_weight.ratio is not None:
        yield _even(report.top, say("screen.grade_leads", language, grade=report.top_grade), language)
    reasons = [
        say("sheet.so_many", language, rows=line.rows, **_words(line, language))
        for line in report.reasons
        if line.outcome is not Outcome.ASSIGNED
    ]
    if reasons:
        yield say("sheet.to_nobody", language, reasons=say("sheet.separator", language).join(reasons))
    use = report.default
    if use.alert:
        facts = {"rows": use.rows, "of": use.of, "rate": percent(use.rate), "limit": f"{number(use.limit * 100)}%"}
        yield say("screen.default_alert", language, **facts)


def _words(line: ReasonCount, language: Language) -> dict[str, str]:
    return {
        "outcome": say(f"outcome.{line.outcome.word}", language),
        "reason": say(f"reason.{line.reason.word}", language),
    }


def _even(even: Evenness, which: str, language: Language) -> str:
    ratio = even.by_weight.ratio or 0.0
    verdict = say(f"screen.verdict_{even.verdict.value}", language)
    few = say("screen.few_leads", language) if even.small else ""
    shown = say("screen.infinite", language) if ratio == float("inf") else f"{ratio:.2f}"
    return say("sheet.even", language, which=which, ratio=shown, verdict=verdict + few)
