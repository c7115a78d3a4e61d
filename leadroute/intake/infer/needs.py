"""What inferring needs beside the leads. Cheap to import: a rulebook is checked without any table library."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Severity, facts

if TYPE_CHECKING:
    from leadroute.model.rulebook import Rulebook

LIBRARY = "phone"
"""The optional library of Chinese number ranges."""


def asks_for_mobiles(book: Rulebook) -> str:
    """The first field that the rulebook wants inferred from the number range of a mobile, ``""`` for none."""
    return next((field for field in ("province", "city") if "phone" in book.infer.sources.get(field, ())), "")


def missing_library(book: Rulebook, *, installed: bool | None = None) -> tuple[Diagnostic, ...]:
    """An error if the rulebook needs the library of number ranges and it is not there."""
    field = asks_for_mobiles(book)
    there = find_spec(LIBRARY) is not None if installed is None else installed
    if not field or there:
        return ()
    return (Diagnostic("LR561", Severity.ERROR, book.infer.place, facts(field=field)),)


def missing_customers(book: Rulebook, *, given: bool) -> tuple[Diagnostic, ...]:
    """A warning if companies are to be inferred and no customers file says whose domain is whose."""
    if given or "company" not in book.infer.sources:
        return ()
    return (Diagnostic("LR562", Severity.WARNING, book.infer.place),)
