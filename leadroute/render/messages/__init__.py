"""Diagnostics told in words: the message and the hint of every code, in zh and en."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rulebook import Language
from leadroute.render.messages import (
    backtest,
    cells,
    check,
    columns,
    compare,
    decision_tables,
    doctor,
    explaining,
    files,
    hindsight,
    jobs,
    ledger,
    output,
    places,
    plans,
    roster,
    rulebook,
    starting,
    text_files,
    trials,
    workbooks,
)
from leadroute.render.words import WORDS, say

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    **files.MESSAGES,
    **text_files.MESSAGES,
    **workbooks.MESSAGES,
    **rulebook.MESSAGES,
    **check.MESSAGES,
    **decision_tables.MESSAGES,
    **columns.MESSAGES,
    **cells.MESSAGES,
    **doctor.MESSAGES,
    **places.MESSAGES,
    **roster.MESSAGES,
    **output.MESSAGES,
    **ledger.MESSAGES,
    **hindsight.MESSAGES,
    **plans.MESSAGES,
    **trials.MESSAGES,
    **compare.MESSAGES,
    **jobs.MESSAGES,
    **explaining.MESSAGES,
    **starting.MESSAGES,
    **backtest.MESSAGES,
}
"""Every code: LR0 files, LR1 YAML, LR2 rules, LR3 people, LR4 columns, LR5 rows, LR6 output, LR7 ledger, LR8 desk."""

_NAMED = ("reason", "form", "kind", "role", "wanted", "unit", "cause")
"""Facts that are the key of a word."""


def message(found: Diagnostic, language: Language) -> str:
    """Say what is wrong."""
    return MESSAGES[found.code].text(language).format_map(_facts(found, language))


def hint(found: Diagnostic, language: Language) -> str:
    """Say what to do next ("" when nothing is to be done)."""
    return MESSAGES[found.code].hint(language).format_map(found.facts)


def _facts(found: Diagnostic, language: Language) -> dict[str, str]:
    """The facts; in Chinese messages about columns a field has its word beside the name a rulebook calls it."""
    facts = found.facts
    if found.code in places.MESSAGES:
        return {name: _PLACES[name](fact, language) if name in _PLACES else fact for name, fact in facts.items()}
    for name in _NAMED:
        if (word := f"{name}.{facts.get(name, '')}") in WORDS:
            facts[name] = say(word, language)
    if found.code == "LR770":
        return facts | {"fields": _sources(facts["fields"], language)}
    if found.code in {"LR760", "LR860"}:
        return facts | {"figure": say(f"gate.{facts['figure']}", language)}
    if "system" in facts:
        facts["system"] = say(f"system.{facts['system']}", language)
    key = f"field.{facts.get('field', '')}"
    if language is Language.ZH and key in WORDS and found.code.startswith("LR4"):
        facts["field"] = f"{say(key, language)}（{facts['field']}）"
    return facts


def _field(name: str, language: Language) -> str:
    """The word for a field; one of the rulebook's own is called as it calls it."""
    return say(f"field.{name}", language).lower() if f"field.{name}" in WORDS else name


def _sources(counts: str, language: Language) -> str:
    """``tel:2 address:1`` in words."""
    each = (one.split(":") for one in counts.split())
    return say("sheet.comma", language).join(f"{_field(name, language)} {count}" for name, count in each)


_PLACES = {"field": _field, "source": _field, "sources": _sources}
"""Facts about places that name built-in fields."""
