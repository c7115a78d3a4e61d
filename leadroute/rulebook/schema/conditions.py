"""Conditions: all, any, none and not over ``field: {operator: operand}``."""

from __future__ import annotations

from leadroute.model.fields import DERIVED, FIELDS
from leadroute.model.operators import OPERATORS, Takes
from leadroute.model.rulebook import OnMissing
from leadroute.rulebook.schema.forms import FLAG, NUMBER, TEXT, Schema, any_of, list_of, ref, some
from leadroute.rulebook.words import COMBINERS

_OPERANDS: dict[Takes, Schema] = {
    Takes.VALUE: TEXT,
    Takes.VALUES: some(TEXT),
    Takes.NUMBER_OR_DATE: NUMBER,
    Takes.PAIR: {**list_of(NUMBER), "minItems": 2, "maxItems": 2},
    Takes.PATTERN: TEXT,
    Takes.FLAG: FLAG,
    Takes.TABLE: any_of(TEXT, ref("table")),
    Takes.ATTRIBUTE: TEXT,
    Takes.DURATION: NUMBER,
}
_TESTS: Schema = {
    "type": "object",
    "properties": {
        **{name: _OPERANDS[spec.takes] for name, spec in OPERATORS.items()},
        "on_missing": {"enum": [*OnMissing]},
    },
    "additionalProperties": False,
    "minProperties": 1,
}

TEST: Schema = any_of(some(TEXT), _TESTS)
"""``field: value``, ``field: [a, b]`` or ``field: {operator: operand, …}``."""

CONDITION: Schema = {
    "type": "object",
    "properties": {
        **{name: any_of(list_of(ref("condition")), ref("condition")) for name in COMBINERS},
        **{name: {**ref("test"), "description": kind.value} for name, kind in {**FIELDS, **DERIVED}.items()},
    },
    "additionalProperties": ref("test"),
}
"""Other names are fields of your own, or Chinese names of built-in ones."""
