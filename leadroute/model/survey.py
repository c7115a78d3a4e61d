"""What was found in the files somebody begins with: what a first rulebook is proposed from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Template(StrEnum):
    """Rulebooks to begin with that need no files."""

    B2B_CN = "b2b-cn"
    SAAS = "saas"
    FOREIGN_TRADE = "foreign-trade"
    SINGLE_TEAM = "single-team"


class Split(StrEnum):
    """By what leads are shared out: where they are, what a team knows about, or everybody in turn."""

    PROVINCE = "province"
    TEAM = "team"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ValueFound:
    """A value as it is shown, the text it is compared by, and the rows that have it."""

    text: str
    key: str
    rows: int


@dataclass(frozen=True, slots=True)
class FieldFound:
    """A field, the header it stands under, how many rows have a value, and the values, the most frequent first.

    ``header`` is that of the first file, "" for a field that follows from another (a city's province). ``distinct``
    counts all values. ``above`` rows, the upper quarter or so, are at or above ``bound`` (0: no numbers).
    """

    name: str
    header: str
    filled: int
    distinct: int
    values: tuple[ValueFound, ...] = ()
    bound: int = 0
    above: int = 0


@dataclass(frozen=True, slots=True)
class TeamFound:
    """A team: how many of its people are active, and for each attribute the values they have, with how many have them.

    ``sets`` holds texts as they are compared. People without a team are a team without a name.
    """

    name: str
    people: int
    sets: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()

    def of(self, attribute: str) -> dict[str, int]:
        """The values of an attribute, and how many people have each."""
        return dict(dict(self.sets).get(attribute, ()))


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything found.

    ``leads``, ``roster`` and ``customers`` are the names of files ("": none was given), ``rows`` counts leads,
    ``unreachable`` those without any way to reach them, ``owned`` the rows of the customers. ``unknown`` are headers
    that are no field.
    """

    leads: tuple[str, ...] = ()
    rows: int = 0
    unreachable: int = 0
    fields: tuple[FieldFound, ...] = ()
    unknown: tuple[str, ...] = ()
    roster: str = ""
    teams: tuple[TeamFound, ...] = ()
    customers: str = ""
    owned: int = 0

    def field(self, name: str) -> FieldFound | None:
        """A field, if it was found."""
        return next((one for one in self.fields if one.name == name), None)

    @property
    def people(self) -> int:
        """How many people are active."""
        return sum(team.people for team in self.teams)
