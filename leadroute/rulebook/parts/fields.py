"""``fields:``: fields of your own, and more header names for the built-in ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fields import FIELDS, Kind
from leadroute.model.rulebook import FieldSpec
from leadroute.rulebook import scalars
from leadroute.rulebook.nodes import Keyed, Scalar
from leadroute.rulebook.part import entries, open_part
from leadroute.rulebook.spellings import SPELLINGS
from leadroute.rulebook.words import COMBINERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.rulebook.nodes import Entry, Node
    from leadroute.rulebook.reading import Reading


def fields(reading: Reading, node: Node) -> tuple[FieldSpec, ...]:
    """Read all field specifications."""
    specs = tuple(_spec(reading, entry) for entry in entries(reading, node))
    _refuse_shared(reading, node, specs)
    return specs


def spellings(specs: Iterable[FieldSpec]) -> dict[str, str]:
    """Every other name of a field → the field: the built-in Chinese names, then the rulebook's own."""
    return {**SPELLINGS, **{alias: spec.name for spec in specs for alias in spec.aliases}}


def _spec(reading: Reading, entry: Entry) -> FieldSpec:
    name = _name(reading, entry.key)
    place, usual = reading.found.place(entry.key.at), FIELDS.get(name, Kind.TEXT)
    if not isinstance(entry.value, Keyed):
        missing = isinstance(entry.value, Scalar) and entry.value.missing
        return FieldSpec(name, usual, () if missing else scalars.texts(reading, entry.value) or (), place)
    part = open_part(reading, entry.value, "fields")
    kind = part.take("type", scalars.choice(Kind), usual)
    return FieldSpec(name, kind, part.take("aliases", scalars.texts, ()), place)


def _name(reading: Reading, key: Scalar) -> str:
    """A usual header of a built-in field means that field; the words of conditions name no field.

    Chinese headers are Chinese names of the field; an English one (``stage`` is the status) may be meant as a name.
    """
    if key.value in COMBINERS:
        reading.found.error("LR150", key.at, word=key.value)
    word = key.value.strip()
    name = SPELLINGS.get(word, word)
    if name != word and word.isascii():
        reading.found.warning("LR227", key.at, word=word, field=name)
    return name


def _refuse_shared(reading: Reading, node: Node, specs: tuple[FieldSpec, ...]) -> None:
    owner: dict[str, str] = {}
    lines = node.entries if isinstance(node, Keyed) else ()
    for spec, entry in zip(specs, lines, strict=True):
        for alias in spec.aliases:
            if owner.setdefault(alias, spec.name) != spec.name:
                reading.found.error("LR223", entry.key.at, alias=alias, first=owner[alias], second=spec.name)
