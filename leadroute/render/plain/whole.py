"""A whole rulebook in plain sentences, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.rulebook import ALL_REPS, Language
from leadroute.render.plain import settings, times
from leadroute.render.plain.actions import default_words, rule_words
from leadroute.render.plain.conditions import Speaker
from leadroute.render.plain.pools import pool_sentences
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leadroute.model.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a rulebook has, by name, in sentences.

    ``number`` is the place of a rule among rules (0: it has none), ``hits`` the leads it decided or got (``None``:
    not known), ``live`` whether it is in force.
    """

    name: str
    sentences: tuple[str, ...]
    number: int = 0
    hits: int | None = None
    live: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a title; ``kind`` is ``before``, ``score``, ``lanes``, ``rules``, ``pools`` or ``around``."""

    kind: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many leads each rule decided (by position; -1 the default), and each pool gave."""

    rules: Mapping[int, int]
    pools: Mapping[str, int]


def plain_sentences(book: Rulebook, counts: Counts | None = None) -> tuple[Section, ...]:
    """Every part that says something, the rules and pools first: they are what people ask about."""
    speaker = Speaker(book)
    parts = {
        "rules": _rules(speaker, counts),
        "pools": [_pool(name, speaker, counts) for name in book.pools],
        "before": _named(
            speaker,
            duplicates=settings.duplicates_words(speaker),
            infer=settings.infer_words(speaker),
            customers=settings.customers_words(speaker),
        ),
        "score": _score(speaker),
        "lanes": [Entry(lane.name, (settings.lane_words(lane, speaker),)) for lane in book.lanes],
        "around": _named(
            speaker,
            fairness=settings.fairness_words(speaker),
            leave=settings.leave_words(speaker),
            ledger=settings.memory_words(speaker),
            working_time=times.working_words(speaker),
            due=times.due_words(speaker),
        ),
    }
    return tuple(
        Section(kind, speaker.say(f"title.{kind}"), tuple(entries)) for kind, entries in parts.items() if entries
    )


def joined(sentences: Iterable[str], language: Language) -> str:
    """Sentences as one text: Chinese needs no blanks between them."""
    return ("" if language is Language.ZH else " ").join(sentences)


def _named(speaker: Speaker, **parts: Iterable[str]) -> list[Entry]:
    told = {name: tuple(sentences) for name, sentences in parts.items()}
    return [Entry(speaker.say(f"name.{name}"), sentences) for name, sentences in told.items() if sentences]


def _score(speaker: Speaker) -> list[Entry]:
    found = [
        Entry(points.name or speaker.say("points_nth", number=at), (settings.points_words(points, speaker),))
        for at, points in enumerate(speaker.book.score.points, 1)
    ]
    rest = (*settings.limits_words(speaker), *settings.grades_words(speaker))
    return [*found, *([Entry(speaker.say("name.grades"), rest)] if rest else [])]


def _rules(speaker: Speaker, counts: Counts | None) -> list[Entry]:
    book = speaker.book
    found = [
        Entry(rule.name, rule_words(rule, speaker), at + 1, counts.rules.get(at, 0) if counts else None, rule.enabled)
        for at, rule in enumerate(book.rules)
    ]
    hits = counts.rules.get(-1, 0) if counts else None
    return [*found, Entry(speaker.say("name.default"), default_words(book.default, speaker), hits=hits)]


def _pool(name: str, speaker: Speaker, counts: Counts | None) -> Entry:
    hits = counts.pools.get(name, 0) if counts else None
    called = say("pool.all", speaker.language) if name == ALL_REPS else name
    return Entry(called, pool_sentences(speaker.book.pools[name], speaker), hits=hits)
