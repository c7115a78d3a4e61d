"""Proposed examples as lines of YAML, each with a comment on where it came from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leadroute.render.words import say
from leadroute.rulebook.yaml_text import mapped, remark, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from leadroute.engine.proposal import Draft, Proposed
    from leadroute.model.diagnostic import Place
    from leadroute.model.rulebook import Language, Rulebook

_AS_IS = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?|\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")
_LONGEST = 110


def example_lines(proposed: Iterable[Proposed], book: Rulebook) -> tuple[str, ...]:
    """The lines of all, not indented."""
    return tuple(line for one in proposed for line in _lines(one, book))


def head_line(language: Language) -> str:
    """What a new file of examples begins with."""
    return remark(say("test.head", language))


def origin_words(place: Place | None, language: Language) -> str:
    """Where a lead came from: the name of its file, its sheet and its row."""
    if place is None:
        return say("test.made_up", language)
    sheet = f" {place.sheet}" if place.sheet else ""
    name = place.file.replace("\\", "/").rpartition("/")[2]
    return say("test.from_row", language, file=f"{name}{sheet}", row=place.row)


def purpose_words(draft: Draft, book: Rulebook) -> str:
    """What a draft is for: a rule, the default, or a bound."""
    if bound := draft.bound:
        return say("test.for_bound", book.language, bound=f"{bound.field} {bound.operator} {bound.spelled}")
    if draft.target is None:
        return say("test.for_default", book.language)
    return say("test.for_rule", book.language, rule=book.rules[draft.target].name)


def _lines(one: Proposed, book: Rulebook) -> Iterator[str]:
    example, language = one.example, book.language
    told = (purpose_words(one.draft, book), origin_words(one.draft.place, language))
    yield remark(say("test.colon", language).join(told))
    flat = mapped((name, _value(text)) for name, text in example.lead.items())
    if len(flat) <= _LONGEST:
        yield f"- lead: {flat}"
    else:
        yield "- lead:"
        yield from (f"    {scalar(name)}: {_value(text)}" for name, text in example.lead.items())
    if example.now:
        yield f"  now: {example.now:%Y-%m-%d %H:%M}"
    yield f"  expect: {_expect(example.expect)}"


def _expect(expect: Mapping[str, tuple[str, ...]]) -> str:
    return mapped((key, _value(words[0])) for key, words in expect.items())


def _value(text: str) -> str:
    """Numbers and moments as people write them, any other text safely."""
    return text if _AS_IS.fullmatch(text) else scalar(text)
