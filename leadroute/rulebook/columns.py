"""A rulebook against the columns at hand: fields no lead file has, attributes the roster lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.fields import DERIVED
from leadroute.model.fold import fold
from leadroute.model.rulebook import AssignPool
from leadroute.rulebook.near import near
from leadroute.rulebook.references import tests

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.model.rulebook import ColumnSpec, Demand, Rulebook

SINGLE = ("team", "level", "id", "name")
"""Attributes every rep has, one value each."""


def check_columns(
    book: Rulebook, present: frozenset[str], roster_sets: frozenset[str] | None
) -> tuple[Diagnostic, ...]:
    """Warn, once a field or attribute, where it is first used.

    Args:
        book: the rulebook.
        present: the fields at least one lead file has.
        roster_sets: the many-valued attributes of the roster (keys of ``Rep.sets``); ``None`` without a roster.
    """
    return (*_fields(book, present), *(() if roster_sets is None else _attributes(book, roster_sets)))


def check_headers(book: Rulebook, present: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Name the entries of ``columns`` whose header no file has.

    A warning only where a header of the files looks like it: a rulebook for several exports is often run on one.
    """
    given = {fold(spec.header) for spec in book.columns}
    free = sorted(header for header in present if fold(header) not in given)
    missing = given - set(map(fold, present))
    return tuple(_missing(spec, free) for spec in book.columns if spec.field and fold(spec.header) in missing)


def _missing(spec: ColumnSpec, free: list[str]) -> Diagnostic:
    alike = near(spec.header, free)
    return Diagnostic(
        "LR409", Severity.WARNING if alike else Severity.NOTE, spec.place, facts(header=spec.header), alike
    )


def _fields(book: Rulebook, present: frozenset[str]) -> Iterator[Diagnostic]:
    told: set[str] = set()
    for test in tests(book):
        if test.field not in present and test.field not in DERIVED and test.field not in told:
            told.add(test.field)
            args = facts(field=test.field)
            yield Diagnostic("LR401", Severity.WARNING, test.place, args, near(test.field, sorted(present)))


def _attributes(book: Rulebook, roster_sets: frozenset[str]) -> Iterator[Diagnostic]:
    used = [(str(test.operand), test.place) for test in tests(book) if test.operator == "in_rep"]
    used += [(demand.attribute, demand.place) for demand in _demands(book)]
    told: set[str] = set()
    for name, place in used:
        if name not in roster_sets and name not in SINGLE and name not in told:
            told.add(name)
            args = facts(name=name, names=", ".join(sorted(roster_sets)) or "-")
            yield Diagnostic("LR408", Severity.WARNING, place, args, near(name, sorted(roster_sets)))


def _demands(book: Rulebook) -> Iterator[Demand]:
    for pool in book.pools.values():
        yield from (*pool.require, *pool.prefer)
    for rule in book.rules:
        if isinstance(rule.action, AssignPool):
            yield from (*rule.action.require, *rule.action.prefer)
