"""The cells that say what a rule does, to the one action YAML would name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from leadroute.model.fields import Kind
from leadroute.model.pool import ALL_REPS, OPEN_POOL
from leadroute.rulebook.decision.meanings import Demanded
from leadroute.rulebook.decision.nodes import keyed, listed, mapping, word
from leadroute.rulebook.decision.page import LOST
from leadroute.rulebook.decision.pieces import part, pieces
from leadroute.rulebook.decision.words import CROSS, EVERYBODY, NO, TARGETS, VERBS, YES, Role, narrow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leadroute.rulebook.decision.headers import Column
    from leadroute.rulebook.decision.page import Page
    from leadroute.rulebook.nodes import Node, Scalar
    from leadroute.rulebook.reading import Reading

    Pair = tuple[str, Node]

_VERB = re.compile(
    rf"({'|'.join(sorted(map(re.escape, VERBS), key=len, reverse=True))})(?:\s*[:→]\s*|\s+|$)", re.IGNORECASE
)
_HAS = re.compile(r"(?:has\s+|同\s*)(?=.)", re.IGNORECASE)
_ASSIGN = "assign"
_DETAILS = {Role.TARGET: "pool", Role.REP: "rep", Role.OTHERWISE: "owner"}
_BESIDE = {_ASSIGN: frozenset({"require", "prefer", "otherwise"}), "review": frozenset({"suggest"})}
"""What may stand in further columns, by action."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one cell says a rule does: an action, of ``assign`` to whom, and the words about it (``None``: none)."""

    key: str
    at: Scalar
    who: str = ""
    detail: Scalar | None = None


def action(page: Page, row: int, columns: Sequence[Column], name: Scalar) -> Pair | None:
    """The one action of a row; none, or several, are a mistake."""
    claims = [claim for column in columns if (claim := _claim(page, row, column))]
    told = [claim for claim in claims if claim.detail] or claims[:1]
    found = page.reading.found
    if not claims and any(_is_lost(page, row, column) for column in columns):
        pass  # what stands there has been told to be no value
    elif not claims:
        heads = (column.head.value for column in columns if column.meaning in TARGETS)
        found.error("LR256", name.at, names=", ".join(heads))
    elif len({claim.key for claim in claims}) > 1 or len(told) > 1:
        found.error("LR257", claims[1].at.at, also=claims[0].at.at)
    elif told[0].key == _ASSIGN and not told[0].detail:
        found.error("LR244", told[0].at.at)
    else:
        return _made(told[0], _beside(page, row, columns, told[0].key))
    return None


def _is_lost(page: Page, row: int, column: Column) -> bool:
    return column.meaning in TARGETS and page.cell(row, column.number).kind in LOST


def _claim(page: Page, row: int, column: Column) -> _Claim | None:
    text, role = page.scalar(row, column.number), column.meaning
    if not text.value or role not in TARGETS or not page.has_value(row, column.number):
        return None
    if role is Role.TARGET:
        return _spoken(page.reading, text)
    if role is Role.REP:
        return _Claim(_ASSIGN, text, "rep", text)
    return _flagged(page.reading, str(role), text)


def _flagged(reading: Reading, key: str, text: Scalar) -> _Claim | None:
    """Yes, no, or a word about it: who reviews, why nobody is to call."""
    said = text.value.casefold()
    if said in CROSS:
        reading.found.error("LR139", text.at, word=text.value)
    return None if said in NO | CROSS else _Claim(key, text, detail=None if said in YES else text)


def _spoken(reading: Reading, text: Scalar) -> _Claim:
    """A pool, or a verb such as 复核, with or without what belongs to it."""
    if text.value in reading.pools or text.value == ALL_REPS:
        return _Claim(_ASSIGN, text, "pool", text)
    if text.value.casefold() in EVERYBODY:
        return _Claim(_ASSIGN, text, "pool", replace(text, value=ALL_REPS))
    hit = _VERB.match(narrow(text.value))
    if hit is None:
        reading.unknown("LR242", text, chain(reading.pools, (ALL_REPS, OPEN_POOL)))
        return _Claim(_ASSIGN, text, "pool", replace(text, value=ALL_REPS))
    return _verb(reading, VERBS[hit[1].lower()], text, part(text, hit.end(), len(text.value)))


def _verb(reading: Reading, role: Role, text: Scalar, rest: Scalar) -> _Claim:
    if role is Role.OTHERWISE:
        return _Claim(_ASSIGN, text, "owner", replace(text, value="customer"))
    if role is Role.TARGET and rest.value:
        return _spoken(reading, rest)
    detail = rest if rest.value else None
    return _Claim(_ASSIGN if role in _DETAILS else str(role), text, _DETAILS.get(role, ""), detail)


def _beside(page: Page, row: int, columns: Sequence[Column], key: str) -> list[Pair]:
    """What further columns say of the action; what does not go with it is a mistake."""
    pairs = []
    for column in columns:
        pair = _further(page, row, column)
        if pair and pair[0] not in _BESIDE.get(key, ()):
            page.reading.found.error("LR245", page.scalar(row, column.number).at, header=column.head.value)
        elif pair:
            pairs.append(pair)
    return pairs


def _further(page: Page, row: int, column: Column) -> Pair | None:
    text, said = page.scalar(row, column.number), column.meaning
    if not text.value or not page.has_value(row, column.number):
        return None
    if isinstance(said, Demanded):
        return said.key, keyed((said.attribute, _demand(text)), text.at)
    if said is Role.OTHERWISE:
        return "otherwise", _pool(text)
    return ("suggest", text) if said is Role.SUGGEST else None


def _pool(text: Scalar) -> Scalar:
    said = text.value.casefold()
    if VERBS.get(said) is Role.OPEN_POOL:
        return replace(text, value=OPEN_POOL)
    return replace(text, value=ALL_REPS) if said in EVERYBODY else text


def _demand(text: Scalar) -> Node:
    """Values, one of which reps must have; ``同省份`` is the lead's own value."""
    if hit := _HAS.match(text.value):
        return keyed(("has", part(text, hit.end(), len(text.value))), text.at)
    return listed((one.text for one in pieces(text, Kind.TEXT)), text.at)


def _made(claim: _Claim, beside: Sequence[Pair]) -> Pair:
    """The action with everything other columns say of it."""
    at = claim.at.at
    if claim.key == _ASSIGN and claim.detail:
        return _ASSIGN, mapping([(claim.who, claim.detail), *_grouped(beside)], at)
    if beside:
        by = [("by", claim.detail)] if claim.detail else []
        return claim.key, mapping([*by, *beside], at)
    return claim.key, claim.detail or word("true", at)


def _grouped(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Demands of several columns under one key."""
    for key in dict.fromkeys(key for key, _ in pairs):
        values = [value for other, value in pairs if other == key]
        yield key, values[0] if len(values) == 1 else mapping(_entries(values), values[0].at)


def _entries(values: Sequence[Node]) -> Iterator[Pair]:
    for value in values:
        yield from ((entry.key.value, entry.value) for entry in getattr(value, "entries", ()))
