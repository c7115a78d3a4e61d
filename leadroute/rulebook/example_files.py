"""Files of examples beside a rulebook: nothing but ``examples:``, read with the names the rulebook knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.diagnostic import has_errors
from leadroute.model.fields import DERIVED, FIELDS
from leadroute.rulebook.nodes import Keyed
from leadroute.rulebook.part import Part, entries
from leadroute.rulebook.parts import examples
from leadroute.rulebook.parts.fields import spellings
from leadroute.rulebook.reading import Reading
from leadroute.rulebook.source import read

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Example, Rulebook

_KEY = "examples"


def parse_examples(data: bytes, file: str, book: Rulebook) -> tuple[tuple[Example, ...], tuple[Diagnostic, ...]]:
    """Read a file of examples; none when there is an error among the diagnostics. Never raises, opens nothing."""
    source = read(data, file)
    if source.root is None:
        return (), source.found.all
    reading = Reading(
        source.found,
        kinds={**FIELDS, **DERIVED, **{spec.name: spec.kind for spec in book.fields}},
        spellings=spellings(book.fields),
        pools=dict.fromkeys(book.pools),
        rules=dict.fromkeys(rule.name for rule in book.rules),
    )
    for entry in entries(reading, source.root):
        if entry.key.value != _KEY:
            source.found.error("LR229", entry.key.at)
    given = {entry.key.value: entry.value for entry in source.root.entries} if isinstance(source.root, Keyed) else {}
    made = Part(reading, source.root.at, given).take(_KEY, examples.examples, ())
    found = source.found.all
    return (() if has_errors(found) else made), found
