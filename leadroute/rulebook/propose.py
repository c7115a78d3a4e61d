"""Propose how leads are shared out, from what was found: values only, the words are put to them elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.survey import Split, ValueFound
from leadroute.rulebook.points import Points, points

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from leadroute.model.survey import FieldFound, Survey, TeamFound


@dataclass(frozen=True, slots=True)
class Ground:
    """What leads are shared out by: a field of theirs, and the attribute of reps that answers it."""

    field: str
    attribute: str


GROUNDS = {
    Split.PROVINCE: (Ground("province", "provinces"), Ground("country", "countries")),
    Split.TEAM: (Ground("industry", "industries"), Ground("product", "products"), Ground("country", "countries")),
    Split.ALL: (),
}
"""What each way of sharing out may go by, the usual one first."""


@dataclass(frozen=True, slots=True)
class Territory:
    """What a team takes: the values, those the leads have first, with the rows that have them."""

    team: str
    values: tuple[ValueFound, ...]

    @property
    def rows(self) -> int:
        """How many leads are in it."""
        return sum(value.rows for value in self.values)


@dataclass(frozen=True, slots=True)
class Proposal:
    """How leads are to be shared out.

    Leads with a value of ``own`` go to those who answer for it, whatever their team: all values where no teams share
    them out, else those of people without a team. Without a ``ground`` all take turns. ``idle`` are teams that nothing
    is asked of, ``uncovered`` values of leads that nobody answers for. ``score`` may be empty.
    """

    wanted: Split
    ground: Ground | None = None
    territories: tuple[Territory, ...] = ()
    own: tuple[ValueFound, ...] = ()
    idle: tuple[str, ...] = ()
    uncovered: tuple[ValueFound, ...] = ()
    score: tuple[Points, ...] = ()

    @property
    def personal(self) -> bool:
        """Do some leads go to those who answer for them, whatever their team? A roster yet to be filled in will say."""
        return self.ground is not None and bool(self.own or not self.territories)

    @property
    def everybody(self) -> bool:
        """Do all take turns, at least in what no team takes?"""
        return self.ground is None or self.wanted is Split.TEAM


def propose(survey: Survey, wanted: Split | None = None) -> Proposal:
    """Propose for what was found; without a wish the first way that it allows."""
    if wanted is None:
        fit = (split for split in (Split.PROVINCE, Split.TEAM) if _ground(survey, split))
        wanted = next(fit, Split.ALL)
    ground, score = _ground(survey, wanted), points(survey)
    teams = [team for team in survey.teams if team.name]
    if ground is None:
        return Proposal(wanted, idle=tuple(team.name for team in teams), score=score)
    shares = _shares(survey, teams, ground) if len(teams) > 1 else ()
    taken = {share.team for share in shares}
    idle = tuple(team.name for team in teams if shares and team.name not in taken)
    shared = {value.key for share in shares for value in share.values}
    answered = {key for team in survey.teams for key in team.of(ground.attribute)}
    own = _known(survey, ground, answered - shared)
    return Proposal(wanted, ground, shares, own, idle, _uncovered(survey, answered, ground), score)


def _ground(survey: Survey, split: Split) -> Ground | None:
    """What the leads have and the roster answers, best for most rows; with no roster yet the first the leads have."""
    found = [ground for ground in GROUNDS[split] if not survey.leads or survey.field(ground.field)]
    if survey.roster:
        found = [ground for ground in found if any(team.of(ground.attribute) for team in survey.teams)]
    elif split is Split.TEAM:  # what nobody knows about yet cannot be told apart
        found = []
    best = max(found, key=lambda ground: _reached(survey, ground), default=None)
    return best if best and (not survey.leads or not survey.roster or _reached(survey, best)) else None


def _reached(survey: Survey, ground: Ground) -> int:
    keys = {key for team in survey.teams for key in team.of(ground.attribute)}
    return sum(value.rows for value in _values(survey.field(ground.field)) if value.key in keys)


def _shares(survey: Survey, teams: list[TeamFound], ground: Ground) -> tuple[Territory, ...]:
    """Each value to the team with most people for it, of equals to the one that is there for more values."""
    owners: dict[str, str] = {}
    most: Counter[str] = Counter()
    for team in sorted(teams, key=lambda one: -len(one.of(ground.attribute))):
        for key, people in team.of(ground.attribute).items():
            if people > most[key]:
                owners[key], most[key] = team.name, people
    shares = (
        Territory(team.name, _known(survey, ground, {key for key, owner in owners.items() if owner == team.name}))
        for team in teams
    )
    return tuple(share for share in shares if share.values)


def _known(survey: Survey, ground: Ground, keys: AbstractSet[str]) -> tuple[ValueFound, ...]:
    """These values, those the leads have first."""
    seen = {value.key: value for value in _values(survey.field(ground.field)) if value.key in keys}
    return (*seen.values(), *(ValueFound(key, key, 0) for key in sorted(keys - seen.keys())))


def _uncovered(survey: Survey, answered: AbstractSet[str], ground: Ground) -> tuple[ValueFound, ...]:
    """What leads have and nobody answers for; a roster that is to be written yet will answer for all."""
    found = _values(survey.field(ground.field)) if survey.roster else ()
    return tuple(value for value in found if value.key not in answered)


def _values(field: FieldFound | None) -> tuple[ValueFound, ...]:
    return field.values if field else ()
