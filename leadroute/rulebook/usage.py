"""A rulebook against leads it was tried on: values that never occur, rules without a hit, blanks where a rule looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.fields import Kind
from leadroute.rulebook.near import near
from leadroute.rulebook.places import is_place
from leadroute.rulebook.references import tests_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leadroute.model.rulebook import Operand, Rulebook, Test

_MANY_BLANK = 0.2
_MEASURED = frozenset({Kind.NUMBER, Kind.DATE})


@dataclass(frozen=True, slots=True)
class Usage:
    """What came of a trial.

    ``keys`` holds by field what its values are compared by, mapped to how they are written; ``hits`` the leads each
    rule decided, ``default`` those that none did, ``missing`` for (rule, field) how often the rule was undecided
    because the field was blank; ``met`` are the rules whose conditions any lead meets, whoever decided it.
    """

    leads: int
    keys: Mapping[str, Mapping[str, str]]
    hits: tuple[int, ...]
    default: int
    missing: Mapping[tuple[int, str], int]
    met: frozenset[int] = frozenset()


def check_usage(book: Rulebook, aligned: Rulebook, usage: Usage) -> tuple[Diagnostic, ...]:
    """Everything about a trial a manager should know; ``aligned`` is the same rulebook as the engine compares it."""
    if not usage.leads:
        return ()
    return (*_never_seen(book, aligned, usage), *_no_hit(book, usage), *_default(book, usage), *_blank(book, usage))


def _never_seen(book: Rulebook, aligned: Rulebook, usage: Usage) -> Iterator[Diagnostic]:
    """The name of a place is spelled rightly; these leads just have none there, so nothing else is proposed."""
    told: set[tuple[str, str]] = set()
    for test, text, key in _named(book, aligned):
        seen, kind = usage.keys.get(test.field, {}), book.kind_of(test.field)
        if not seen or key in seen or (test.field, key) in told or kind in _MEASURED:
            continue
        told.add((test.field, key))
        args = facts(field=test.field, value=text)
        if is_place(kind, key):
            yield Diagnostic("LR830", Severity.NOTE, test.place, args)
        else:
            yield Diagnostic("LR830", Severity.WARNING, test.place, args, near(text, seen.values()))


def _named(book: Rulebook, aligned: Rulebook) -> Iterator[tuple[Test, str, str]]:
    """Each value a condition of a rule names, as it is written and as it is compared."""
    for rule, same in zip(book.rules, aligned.rules, strict=True):
        for test, compared in zip(tests_of(rule.when), tests_of(same.when), strict=True):
            yield from ((test, text, key) for text, key in _values(test, compared.operand))


def _values(test: Test, compared: Operand) -> Iterator[tuple[str, str]]:
    if test.operator in {"eq", "in", "ne", "not_in"}:
        written = test.operand if isinstance(test.operand, tuple) else (test.operand,)
        keys = compared if isinstance(compared, tuple) else (compared,)
        yield from ((str(text), str(key)) for text, key in zip(written, keys, strict=True))


def _no_hit(book: Rulebook, usage: Usage) -> Iterator[Diagnostic]:
    """Rules whose leads all went to earlier ones are told with the figures of those."""
    for at, (rule, hits) in enumerate(zip(book.rules, usage.hits, strict=True)):
        if not hits and rule.enabled and at not in usage.met:
            yield Diagnostic("LR831", Severity.NOTE, rule.place, facts(name=rule.name, count=usage.leads))


def _default(book: Rulebook, usage: Usage) -> Iterator[Diagnostic]:
    share = usage.default / usage.leads
    if share > book.fairness.default_rate:
        limit = f"{100 * book.fairness.default_rate:g}%"
        args = facts(count=usage.default, leads=usage.leads, share=f"{100 * share:.1f}%", limit=limit)
        yield Diagnostic("LR832", Severity.WARNING, book.default.place, args)


def _blank(book: Rulebook, usage: Usage) -> Iterator[Diagnostic]:
    """Of the leads put to a rule: those that no rule above it took."""
    for (at, field), count in sorted(usage.missing.items()):
        asked = usage.leads - sum(usage.hits[:at])
        share = count / asked
        if share >= _MANY_BLANK:
            rule = book.rules[at]
            place = next((test.place for test in tests_of(rule.when) if test.field == field), rule.place)
            args = facts(name=rule.name, field=field, count=count, asked=asked, share=f"{100 * share:.0f}%")
            yield Diagnostic("LR833", Severity.NOTE, place, args)
