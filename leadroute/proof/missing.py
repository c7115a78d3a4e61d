"""What a rule makes of what is unknown: of a blank, or of a range of numbers that may be above a limit or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.rulebook import All, NoneOf, OnMissing, Test
from leadroute.rulebook.references import tests_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.model.rulebook import Condition, Rule

_RESOLVED = {OnMissing.MATCH: True, OnMissing.NO_MATCH: False}


def takes_unknown(rule: Rule) -> bool:
    """Whether a rule also takes leads of which its conditions are unknown."""
    asked = any(test.on_missing is OnMissing.REVIEW for test in tests_of(rule.when))
    return asked or rule.on_missing is not OnMissing.NO_MATCH


def counts_unknown(test: Test, *, maybe: bool) -> bool:
    """Whether a test counts as met where it is unknown; ``maybe``: what holds unless the test says so itself."""
    return _RESOLVED.get(test.on_missing, maybe) if test.on_missing else maybe


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a test counts in a rule.

    ``unknown``: the rule rather takes a lead of which the test is unknown; ``denied``: one of which it fails;
    ``needed``: none of which it does not count as met.
    """

    test: Test
    unknown: bool
    denied: bool
    needed: bool


def leanings(rule: Rule) -> Iterator[Leaning]:
    """Every test of a rule, and how it counts."""
    return _leanings(rule.when, maybe=takes_unknown(rule), denied=False, needed=True)


def _leanings(condition: Condition, *, maybe: bool, denied: bool, needed: bool) -> Iterator[Leaning]:
    if isinstance(condition, Test):
        yield Leaning(condition, counts_unknown(condition, maybe=maybe) is not denied, denied, needed)
        return
    turned, needed = isinstance(condition, NoneOf), needed and isinstance(condition, All)
    for part in condition.parts:
        yield from _leanings(part, maybe=maybe is not turned, denied=denied is not turned, needed=needed)
