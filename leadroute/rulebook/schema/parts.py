"""The parts of a rulebook: their keys, each with what it takes and what it means in both languages."""

from __future__ import annotations

from leadroute.model.fields import FIELDS
from leadroute.rulebook.keys import PARTS, Form, Key
from leadroute.rulebook.schema.forms import (
    FORMS,
    NUMBER,
    TEXT,
    Schema,
    any_of,
    list_of,
    mapping_of,
    ref,
    some,
    words,
)

_ACTIONS = ("assign", "review", "open_pool", "reject")
_NOTHING: Schema = {"type": "null"}
_RATIO: Schema = {"type": "string", "pattern": r"^\s*\d+(\.\d+)?(\s*:\s*\d+(\.\d+)?)+\s*$"}


def part(name: str) -> Schema:
    """The schema of one part."""
    keys = PARTS[name]
    if name == "infer":  # a field may be called by any of its names
        return mapping_of(some(TEXT), {key.name: {**_described(name, key), **some(words(key.choices))} for key in keys})
    return {
        "type": "object",
        "properties": {key.name: _described(name, key) for key in keys},
        "additionalProperties": False,
        **_required(name, keys),
    }


def _required(name: str, keys: tuple[Key, ...]) -> Schema:
    """Keys that must be there; of the actions of a rule exactly one."""
    needed = [key.name for key in keys if key.required]
    always: Schema = {"required": [*needed]} if needed else {}
    if name not in {"rules", "default"}:
        return always
    return {**always, "oneOf": [{"required": [action]} for action in _ACTIONS]}


def _described(name: str, key: Key) -> Schema:
    usual = f" ({key.default})" if key.default else ""
    return {"description": f"{key.en}{usual}\n{key.zh}", **_shape(name, key)}


def _shape(name: str, key: Key) -> Schema:
    if special := _SHAPES.get((name, key.name)) or _SHAPES.get(("", key.name)):
        return special
    if key.form is Form.CHOICE:
        return {"enum": [*key.choices]}
    if key.form is Form.MAPPINGS:
        return any_of(list_of(ref(key.name)), _NOTHING)
    if key.form is Form.MAPPING:
        return any_of(ref(key.name), _NOTHING)
    if key.form in {Form.FIELDS, Form.TEXTS} and key.choices:
        return some({"enum": [*key.choices]})
    return FORMS[key.form]


def _choices(part_name: str, key_name: str) -> Schema:
    return {"enum": [word for key in PARTS[part_name] if key.name == key_name for word in key.choices]}


_SHAPES: dict[tuple[str, str], Schema] = {
    ("rulebook", "leadroute"): {"enum": [1, "1"]},
    ("rulebook", "fields"): mapping_of(any_of(some(TEXT), ref("fields"), _NOTHING)),
    ("rulebook", "columns"): mapping_of(words(("ignore", *FIELDS))),
    ("rulebook", "fairness"): any_of(_choices("rulebook", "fairness"), ref("fairness")),
    ("rulebook", "pools"): mapping_of(any_of(ref("pools"), _NOTHING)),
    ("rulebook", "rules"): any_of(list_of(any_of(ref("rules"), ref("rule_table"))), ref("rule_table"), _NOTHING),
    ("rulebook", "default"): any_of(TEXT, ref("default")),
    ("fairness", "catch_up"): any_of(_choices("fairness", "catch_up"), ref("catch_up")),
    ("duplicates", "same_when"): list_of(some(words(FIELDS))),
    ("score", "limits"): mapping_of(NUMBER),
    ("score", "grades"): mapping_of(NUMBER),
    ("pools", "members"): any_of({"const": "all"}, some(TEXT), mapping_of(some(TEXT))),
    ("pools", "weights"): any_of(_choices("pools", "weights"), _RATIO, mapping_of(NUMBER)),
    ("examples", "lead"): mapping_of(any_of(TEXT, _NOTHING), {name: any_of(TEXT, _NOTHING) for name in FIELDS}),
    ("", "assign"): any_of(TEXT, ref("assign")),
    ("", "review"): any_of(TEXT, ref("review")),
    ("", "open_pool"): TEXT,
    ("", "reject"): TEXT,
}
"""What depends on the key, or is written in more than one way: (part, key); the part is blank where it is always so."""
