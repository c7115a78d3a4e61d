"""Every word a rulebook may use as a key, for telling a key from text."""

from __future__ import annotations

from leadroute.model.fields import DERIVED, FIELDS
from leadroute.model.operators import OPERATORS
from leadroute.rulebook.keys import PARTS

COMBINERS = ("all", "any", "none", "not")
"""Keys of a condition that hold further conditions."""

SPOKEN: frozenset[str] = frozenset(
    {*FIELDS, *DERIVED, *OPERATORS, *COMBINERS, *(key.name for keys in PARTS.values() for key in keys)}
)
"""Keys of all parts, fields, operators and combiners."""
