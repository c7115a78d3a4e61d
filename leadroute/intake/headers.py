"""Which column is which field: headers as people write them against the names a field is known by."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from leadroute.intake import aliases
from leadroute.intake.normalise import normalise
from leadroute.intake.sources import SYSTEMS, recognise
from leadroute.model.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadroute.intake.sources import SourceSystem
    from leadroute.model.rulebook import ColumnSpec, FieldSpec

Kind = Literal["lead", "rep", "leave", "roster", "correction"]
"""What a table holds; ``roster`` is a table of reps or of their leave, ``correction`` one of leads and new owners."""


class By(IntEnum):
    """Who says which field a header is; of several that say different things the first is believed."""

    COLUMNS = 0
    """``columns:`` of the rulebook."""
    FIELDS = 1
    """A name or alias under ``fields:`` of the rulebook."""
    SYSTEM = 2
    """The source system the table was recognised as coming from."""
    BUILT_IN = 3
    """The names that are usual everywhere."""


class Name(NamedTuple):
    """What a header means: the field ("": none), who says so, and how good a name of the field it is (0: the best)."""

    field: str
    by: By
    rank: int


@dataclass(frozen=True, slots=True)
class Names:
    """All names of all fields of a kind of table.

    ``known`` goes by normalised name; ``columns`` by header as it stands in the file, folded: what the rulebook says
    of one column. ``systems`` are those the table may come from.
    """

    known: Mapping[str, Name]
    columns: Mapping[str, Name] = field(default_factory=dict)
    systems: tuple[SourceSystem, ...] = ()

    def of(self, header: str, system: SourceSystem | None = None) -> Name | None:
        """What a header means in a table from this system."""
        if chosen := self.columns.get(fold(header)):
            return chosen
        key = normalise(header)
        usual = self.known.get(key)
        if system and key in system.means and (usual is None or usual.by is By.BUILT_IN):
            meant, rank = system.means[key]
            return Name(meant, By.SYSTEM, rank)
        return usual


@dataclass(frozen=True, slots=True)
class Match:
    """Headers and their fields.

    ``fields`` by header; ``by`` tells who says so, also of the headers that are said to be no field; ``rivals`` as
    (field, header used, header left aside); ``system`` is where the table comes from, as far as that can be told.
    """

    fields: Mapping[str, str]
    by: Mapping[str, By] = field(default_factory=dict)
    rivals: tuple[tuple[str, str, str], ...] = ()
    system: SourceSystem | None = None


def known_names(kind: Kind, own: Sequence[FieldSpec] = (), columns: Sequence[ColumnSpec] = ()) -> Names:
    """All names of all fields of a kind of table, the rulebook's ``own`` fields and single ``columns`` among them."""
    found: dict[str, Name] = {}
    for table in _TABLES[kind]:
        for label, names in table.items():
            for rank, name in enumerate((label, *names)):
                found.setdefault(normalise(name), Name(label, By.BUILT_IN, rank))
    for spec in own:
        found[normalise(spec.name)] = Name(spec.name, By.BUILT_IN, 0)
        found |= {normalise(name): Name(spec.name, By.FIELDS, rank) for rank, name in enumerate(spec.aliases)}
    chosen = {fold(one.header): Name(one.field, By.COLUMNS, rank) for rank, one in enumerate(columns)}
    return Names(found, chosen, SYSTEMS if kind == "lead" else ())


@dataclass(frozen=True, slots=True)
class Fit:
    """The scorer of header rows for ``files.read``: how many different fields a row names.

    It can be pickled: where there is no fork, another process scores.
    """

    names: Names

    def __call__(self, cells: Sequence[str]) -> float:
        """Score the cells of a row."""
        system = recognise(cells, self.names.systems)
        known = {name.field for cell in cells if (name := self.names.of(cell, system))} - {""}
        filled = sum(bool(cell.strip()) for cell in cells)
        return len(known) + len(known) / filled if known else 0.0


def fit(kind: Kind, own: Sequence[FieldSpec] = (), columns: Sequence[ColumnSpec] = ()) -> Fit:
    """The scorer for a kind of table; two for the same names are equal."""
    return Fit(known_names(kind, own, columns))


def match(headers: Sequence[str], names: Names) -> Match:
    """Give each header its field; where several name one field the best name wins and the others are rivals.

    A name the rulebook gives has no built-in rivals: somebody chose it.
    """
    system = recognise(headers, names.systems)
    meant = [(name, at) for at, header in enumerate(headers) if (name := names.of(header, system))]
    taken: dict[str, tuple[int, By]] = {}
    rivals = []
    for name, at in sorted(_phones([one for one in meant if one[0].field]), key=lambda one: (*one[0][1:], one[1])):
        used, by = taken.setdefault(name.field, (at, name.by))
        if used != at and (name.by <= By.FIELDS or by > By.FIELDS):
            rivals.append((name.field, headers[used], headers[at]))
    fields = {headers[at]: label for label, (at, _) in sorted(taken.items(), key=lambda entry: entry[1])}
    said = {headers[at]: name.by for name, at in meant if headers[at] in fields or not name.field}
    return Match(fields, said, tuple(rivals), system)


Found = list[tuple[Name, int]]
_BARE = Name("phone", By.BUILT_IN, 0)


def _phones(found: Found) -> Found:
    """Without a header that says *mobile*, the best one that says *phone* is the phone of the lead."""
    if any(name.field == "phone" and name != _BARE for name, _ in found):
        # a bare "phone" beside a mobile is a telephone
        return [(name._replace(field="tel") if name == _BARE else name, at) for name, at in found]
    generic = [(name.by, name.rank, at) for name, at in found if name.field == "tel" and name.by > By.FIELDS]
    if not generic or any(name.field == "phone" for name, _ in found):
        return found
    *_, best = min(generic)
    return [(name._replace(field="phone") if at == best else name, at) for name, at in found]


_TABLES: Mapping[Kind, tuple[dict[str, tuple[str, ...]], ...]] = {
    "lead": (aliases.LEADS,),
    "rep": (aliases.REPS,),
    "leave": (aliases.LEAVE,),
    "roster": (aliases.REPS, aliases.LEAVE),
    "correction": (aliases.CORRECTIONS, aliases.LEADS),
}
