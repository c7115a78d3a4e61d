"""``columns:``: what single columns of the files are, by their headers as they stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fields import DERIVED
from leadroute.model.fold import fold
from leadroute.model.rulebook import ColumnSpec
from leadroute.rulebook import scalars
from leadroute.rulebook.part import entries
from leadroute.rulebook.spellings import SPELLINGS

if TYPE_CHECKING:
    from leadroute.rulebook.nodes import Entry, Node, Scalar
    from leadroute.rulebook.reading import Reading

IGNORE = "ignore"
"""Stands for the field of a column that is none."""


def columns(reading: Reading, node: Node) -> tuple[ColumnSpec, ...]:
    """Read all entries; a header given twice (case, width and blanks do not count) is refused."""
    lines = entries(reading, node)
    _refuse_doubled(reading, lines)
    return tuple(spec for entry in lines if (spec := _spec(reading, entry)))


def _spec(reading: Reading, entry: Entry) -> ColumnSpec | None:
    one = scalars.scalar(reading, entry.value)
    if one is None:
        return None
    field = "" if one.value.strip() == IGNORE else reading.known_field(one, "LR270", (IGNORE,))
    if field is None:
        return None
    if field in DERIVED:
        reading.found.error("LR271", one.at, field=field)
    _warn_of_alias(reading, entry.key, field)
    return ColumnSpec(entry.key.value.strip(), field, reading.found.place(entry.key.at))


def _warn_of_alias(reading: Reading, header: Scalar, field: str) -> None:
    """The header is an alias of another field under ``fields``, too: what stands here is believed."""
    other = reading.spellings.get(header.value.strip())
    if other not in {None, field, SPELLINGS.get(header.value.strip())}:
        reading.found.warning("LR272", header.at, header=header.value, field=field or IGNORE, other=other)


def _refuse_doubled(reading: Reading, lines: tuple[Entry, ...]) -> None:
    first: dict[str, Entry] = {}
    for entry in lines:
        earlier = first.setdefault(fold(entry.key.value), entry)
        if earlier is not entry:
            reading.found.error("LR273", entry.key.at, also=earlier.key.at, header=entry.key.value)
