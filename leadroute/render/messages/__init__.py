"""Diagnostics told in words: the message and the hint of every code, in zh and en."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.messages import data, output, rulebook

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language
    from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {**rulebook.MESSAGES, **data.MESSAGES, **output.MESSAGES}
"""Every code: LR0 files, LR1 YAML, LR2 rules, LR3 people, LR4 columns, LR5 rows, LR6 output."""


def message(found: Diagnostic, language: Language) -> str:
    """Say what is wrong."""
    return MESSAGES[found.code].text(language).format_map(found.facts)


def hint(found: Diagnostic, language: Language) -> str:
    """Say what to do next ("" when nothing is to be done)."""
    return MESSAGES[found.code].hint(language).format_map(found.facts)
