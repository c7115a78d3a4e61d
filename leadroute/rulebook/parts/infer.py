"""``infer:``: which blank fields are inferred, and from what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fields import INFERABLE
from leadroute.model.rulebook import Infer
from leadroute.rulebook import scalars
from leadroute.rulebook.part import entries

if TYPE_CHECKING:
    from leadroute.rulebook.nodes import Entry, Node, Scalar
    from leadroute.rulebook.reading import Reading


def infer(reading: Reading, node: Node) -> Infer:
    """Read all targets, each with its sources in order; fields may be called by any of their names."""
    read = (_target(reading, entry) for entry in entries(reading, node))
    return Infer({target: sources for target, sources in read if sources}, reading.found.place(node.at))


def _target(reading: Reading, entry: Entry) -> tuple[str, tuple[str, ...]]:
    target = _meant(reading, entry.key)
    if target not in INFERABLE:
        reading.unknown("LR280", entry.key, INFERABLE)
        return "", ()
    found: dict[str, Scalar] = {}
    for one in scalars.nodes(reading, entry.value):
        source = _meant(reading, one)
        if source not in INFERABLE[target]:
            words = ", ".join(INFERABLE[target])
            reading.found.error("LR281", one.at, field=target, word=one.value, words=words)
        elif source in found:
            reading.found.warning("LR282", one.at, also=found[source].at, word=one.value)
        else:
            found[source] = one
    return target, tuple(found)


def _meant(reading: Reading, name: Scalar) -> str:
    """The field that is called so."""
    word = name.value.strip()
    return word if word in reading.kinds else reading.spellings.get(word, word)
