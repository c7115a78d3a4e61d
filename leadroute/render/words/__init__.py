"""The words shown to people, zh and en: one table a topic, looked up by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rulebook import Language
from leadroute.render.words import (
    backtest,
    compare,
    doctor,
    drafts,
    explain,
    fields,
    jobs,
    ledger,
    mapping,
    outcomes,
    screen,
    sentences,
    sheets,
    starting,
    steps,
    systems,
    texts,
    trials,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    **backtest.WORDS,
    **compare.WORDS,
    **doctor.WORDS,
    **drafts.WORDS,
    **explain.WORDS,
    **fields.WORDS,
    **jobs.WORDS,
    **ledger.WORDS,
    **mapping.WORDS,
    **outcomes.WORDS,
    **screen.WORDS,
    **sentences.WORDS,
    **sheets.WORDS,
    **starting.WORDS,
    **steps.WORDS,
    **systems.WORDS,
    **texts.WORDS,
    **trials.WORDS,
}
"""Key → (zh, en). Keys are prefixed by topic: ``field.phone``, ``outcome.assigned``, ``screen.…``, ``sheet.…``."""


def say(key: str, language: Language, **facts: object) -> str:
    """The word or phrase for a key, its ``{facts}`` filled in."""
    zh, en = WORDS[key]
    phrase = zh if language is Language.ZH else en
    return phrase.format_map(facts) if facts else phrase
