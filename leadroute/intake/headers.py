"""Which column is which field: headers as people write them against the names a field is known by."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from leadroute.intake import aliases

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from leadroute.model.rulebook import FieldSpec

Kind = Literal["lead", "rep", "leave", "roster"]
"""What a table holds; ``roster`` is a table of reps or of their leave."""

Aliases = dict[str, tuple[str, int]]
"""Normalised name → (field, rank); the least rank is the best name of a field, below 0 are names the rulebook gives."""

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_HINT = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_JOINTS = re.compile(r"[\s_\-*:]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Match:
    """Headers and their fields: ``fields`` by header; ``rivals`` as (field, header used, header left aside)."""

    fields: Mapping[str, str]
    rivals: tuple[tuple[str, str, str], ...] = ()


def normalise(header: str) -> str:
    """Return a header as it is compared: ``*手机号（必填）`` → ``手机号``, ``FirstName`` → ``first name``."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", header)).strip()
    bare = _HINT.sub(" ", text).strip(" *:") or text
    return _JOINTS.sub(" ", _CAMEL.sub(" ", bare)).strip().casefold()


def known_names(kind: Kind, own: Sequence[FieldSpec] = ()) -> Aliases:
    """All names of all fields of a kind of table; the rulebook's ``own`` come first."""
    found: Aliases = {}
    for table in _TABLES[kind]:
        for field, names in table.items():
            for rank, name in enumerate((field, *names)):
                found.setdefault(normalise(name), (field, rank))
    for spec in own:
        found[normalise(spec.name)] = (spec.name, 0)
        for place, name in enumerate(spec.aliases):
            found[normalise(name)] = (spec.name, place - len(spec.aliases))
    return found


def fit(kind: Kind, own: Sequence[FieldSpec] = ()) -> Callable[[Sequence[str]], float]:
    """Return the scorer of header rows for ``files.read``: how many different fields a row names."""
    names = known_names(kind, own)

    def score(cells: Sequence[str]) -> float:
        known = {names[name][0] for cell in cells if (name := normalise(cell)) in names}
        filled = sum(bool(cell.strip()) for cell in cells)
        return len(known) + len(known) / filled if known else 0.0

    return score


def match(headers: Sequence[str], names: Aliases) -> Match:
    """Give each header its field; where several name one field the best name wins and the others are rivals.

    A name the rulebook gives has no built-in rivals: somebody chose it.
    """
    found = [(names[name], at) for at, header in enumerate(headers) if (name := normalise(header)) in names]
    found = _phones(found)
    taken: dict[str, int] = {}
    rivals, chosen = [], set()
    for (field, rank), at in sorted(found, key=lambda entry: (entry[0][1], entry[1])):
        if field not in taken:
            taken[field] = at
            chosen |= {field} if rank < 0 else set()
        elif rank < 0 or field not in chosen:
            rivals.append((field, headers[taken[field]], headers[at]))
    by_place = sorted(taken.items(), key=lambda entry: entry[1])
    return Match({headers[at]: field for field, at in by_place}, tuple(rivals))


Found = list[tuple[tuple[str, int], int]]


def _phones(found: Found) -> Found:
    """Without a header that says *mobile*, the best one that says *phone* is the phone of the lead."""
    if any(field == "phone" and rank for (field, rank), _ in found):
        # a bare "phone" beside a mobile is a telephone
        return [(("tel", 0) if name == ("phone", 0) else name, at) for name, at in found]
    generic = [(rank, at) for (field, rank), at in found if field == "tel"]
    if not generic or any(field == "phone" for (field, _), _ in found):
        return found
    best = min(generic)
    return [(("phone", 0) if name == ("tel", best[0]) and at == best[1] else name, at) for name, at in found]


_TABLES: Mapping[Kind, tuple[dict[str, tuple[str, ...]], ...]] = {
    "lead": (aliases.LEADS,),
    "rep": (aliases.REPS,),
    "leave": (aliases.LEAVE,),
    "roster": (aliases.REPS, aliases.LEAVE),
}
