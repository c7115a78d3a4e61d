"""The JSON Schema of a rulebook, for editors: completion, and a word under the pointer in both languages.

It is made from the key tables (``keys.PARTS``) and the operators, so it cannot know other words than the reader does.
It is wider than the reader where only the reader can tell (names of pools, kinds of fields, whether a date is one):
what it refuses is wrong, what it lets pass is for ``leadroute check``. Draft 2020-12, https://json-schema.org.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.rulebook.keys import PARTS
from leadroute.rulebook.schema.conditions import CONDITION, TEST
from leadroute.rulebook.schema.parts import part

if TYPE_CHECKING:
    from leadroute.rulebook.schema.forms import Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ROOT = "rulebook"


def schema() -> Schema:
    """The whole schema."""
    return {
        "$schema": DIALECT,
        "title": "leadroute rulebook / 规则手册",
        **part(_ROOT),
        "$defs": {"condition": CONDITION, "test": TEST, **{name: part(name) for name in PARTS if name != _ROOT}},
    }
