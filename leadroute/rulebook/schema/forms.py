"""What may stand after a key, by its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fields import DERIVED, FIELDS
from leadroute.rulebook.keys import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Json = str | int | bool | list["Json"] | dict[str, "Json"]
Schema = dict[str, Json]

TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""Editors read ``021`` and ``yes`` as YAML does; here they are what is written."""

NUMBER: Schema = {"type": ["number", "string"]}
"""``100万``, ``1,000`` and ``50%`` are numbers, too."""

FLAG: Schema = {"enum": [True, False, "true", "false", "yes", "Yes", "no", "No", "是", "否"]}


def ref(name: str) -> Schema:
    """What is described under ``$defs``."""
    return {"$ref": f"#/$defs/{name}"}


def any_of(*schemas: Schema) -> Schema:
    """One of several."""
    return {"anyOf": [*schemas]}


def list_of(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


def some(one: Schema) -> Schema:
    """One, or a list of them."""
    return any_of(one, {**list_of(one), "minItems": 1})


def mapping_of(values: Schema, known: Mapping[str, Schema] | None = None) -> Schema:
    """A mapping under names of your own; ``known`` names are offered."""
    offered: Schema = {"properties": {**known}} if known else {}
    return {"type": ["object", "null"], **offered, "additionalProperties": values}


def words(offered: Iterable[str]) -> Schema:
    """Words that are offered, and any other."""
    return any_of({"enum": [*offered]}, TEXT)


FIELD = words((*FIELDS, *DERIVED))
DEMAND = mapping_of(any_of(some(TEXT), ref("has")))

FORMS: dict[Form, Schema] = {
    Form.TEXT: TEXT,
    Form.TEXTS: some(TEXT),
    Form.FLAG: FLAG,
    Form.NUMBER: NUMBER,
    Form.WHOLE: NUMBER,
    Form.SHARE: NUMBER,
    Form.DURATION: NUMBER,
    Form.DATE: {"type": "string"},
    Form.DAYS: some({"type": "string"}),
    Form.HOURS: some({"type": "string"}),
    Form.WEEKDAYS: some(TEXT),
    Form.CONDITION: ref("condition"),
    Form.FIELD: FIELD,
    Form.FIELDS: some(FIELD),
    Form.POOL: TEXT,
    Form.POOLS: some(TEXT),
    Form.DEMAND: DEMAND,
}
"""Forms that mean the same under every key. What takes a mapping or an action depends on the key: see ``parts``."""
