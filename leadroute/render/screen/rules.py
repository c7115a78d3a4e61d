"""How often each rule decided, and for want of which values it could not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.plan import DEFAULT
from leadroute.render.safe import as_text
from leadroute.render.screen.view import ALERT, FAINT, number, percent
from leadroute.render.words import WORDS

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from leadroute.engine.fairness.report import Report, RuleUse
    from leadroute.model.rulebook import Rulebook
    from leadroute.render.screen.view import View

LONG = 30
"""Of a rulebook with more rules only those that decided something, or could not, are shown."""


def rules_table(report: Report, book: Rulebook, view: View) -> Table:
    """A line a rule in the order of the rulebook, the default last."""
    unknown = any(use.unknown or use.missing for use in report.rules)
    headers = ["rule", *(["undecided"] if unknown else []), "hits"]
    table = view.table(view.say("rules"), *map(view.say, headers), text=len(headers) - 1)
    whole = view.everything or len(report.rules) <= LONG
    shown = [use for use in report.rules if whole or use.hits or use.unknown or use.rule == DEFAULT]
    for use in shown:
        hits = as_text(use.hits, "" if use.hits else FAINT)
        table.add_row(_name(use, book, view), *([_missing(use, view)] if unknown else []), hits)
    if len(shown) < len(report.rules):
        table.add_row(as_text(view.say("rules_not_hit", count=len(report.rules) - len(shown)), FAINT))
    return table


def points_table(report: Report, book: Rulebook, view: View) -> Table:
    """A line a point rule: what it adds, how many rows got it, how many it could not judge for want of a value."""
    table = view.table(view.say("points"), *map(view.say, ("points_rule", "points_add", "points_undecided", "hits")))
    for use in report.points:
        points = book.score.points[use.points]
        name = points.name or view.say("points_nth", number=use.points + 1)
        unknown = as_text(use.unknown or "")
        table.add_row(as_text(name), as_text(f"{points.add:+g}"), unknown, as_text(use.hits, "" if use.hits else FAINT))
    return table


def default_line(report: Report, view: View) -> Text:
    """The share of leads that no rule decided, and whether it is too high."""
    use = report.default
    facts = {"rows": use.rows, "of": use.of, "rate": percent(use.rate), "limit": f"{number(use.limit * 100)}%"}
    return view.line("default_alert" if use.alert else "default_rate", ALERT if use.alert else "", **facts)


def _name(use: RuleUse, book: Rulebook, view: View) -> Text:
    if use.rule == DEFAULT:
        return as_text(view.say("default"))
    rule = book.rules[use.rule]
    return as_text(rule.name if rule.enabled else view.say("disabled", name=rule.name), "" if rule.enabled else FAINT)


def _missing(use: RuleUse, view: View) -> Text:
    """The fields whose blanks left a rule undecided, and how often."""
    fields = (f"{field_name(field, view)} {rows}" for field, rows in use.missing)
    return as_text(view.say("comma").join(fields) or (str(use.unknown) if use.unknown else ""))


def field_name(field: str, view: View) -> str:
    """A field as people call it; the rulebook's own fields by the name given there."""
    key = f"field.{field}"
    return view.word(key) if key in WORDS else field
