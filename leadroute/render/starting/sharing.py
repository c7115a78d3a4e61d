"""The part of a proposed rulebook that shares leads out: pools, rules, the default; and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fields import REACH_FIELDS
from leadroute.model.fold import fold
from leadroute.render.starting.telling import named, note, values_told
from leadroute.render.words import say
from leadroute.rulebook.yaml_text import listed, mapped, remark, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.model.rulebook import Language
    from leadroute.model.survey import Survey
    from leadroute.rulebook.propose import Ground, Proposal, Territory


def pool_names(proposal: Proposal, language: Language) -> dict[str, str]:
    """A pool for each team, no two called the same, and none as a pool that is always there."""
    found: dict[str, str] = {}
    for team in (*(share.team for share in proposal.territories), *proposal.idle):
        name = team if fold(team).endswith(say("draft.ends", language)) else say("draft.pool", language, team=team)
        while fold(name) in map(fold, found.values()):
            name = f"{name} 2"
        found[team] = name
    return found


def reach(survey: Survey) -> tuple[str, ...]:
    """The fields by which the leads can be reached; all there are where no leads were given."""
    return tuple(name for name in REACH_FIELDS if not survey.leads or survey.field(name))


def pool_lines(survey: Survey, proposal: Proposal, language: Language) -> Iterator[str]:
    """A pool for each team that has a territory; the others stand there as comments."""
    pools, people = pool_names(proposal, language), {team.name: team.people for team in survey.teams}
    if proposal.territories:
        yield note("pools", language)
        yield "pools:"
    for share in proposal.territories:
        yield note("team", language, "  ", team=share.team, people=people.get(share.team, 0))
        yield f"  {scalar(pools[share.team])}:"
        yield f"    members: {mapped([('team', scalar(share.team))])}"
    if proposal.idle:
        yield note("idle" if proposal.ground else "all_teams", language, "  " if proposal.territories else "")
    for team in proposal.idle if proposal.territories else ():
        yield remark(f"{scalar(pools[team])}: {mapped([('members', mapped([('team', scalar(team))]))])}", "  ")


def rule_lines(survey: Survey, proposal: Proposal, language: Language) -> Iterator[str]:
    """The rules and the default."""
    pools = pool_names(proposal, language)
    yield note("rules", language)
    if proposal.territories:
        yield note("shared", language)
    rules = [
        *_unreachable(survey, language),
        *(line for share in proposal.territories for line in _share(share, proposal, pools[share.team], language)),
        *_answered(proposal, language),
        *_turns(proposal, language),
    ]
    yield from ["rules:", *rules] if rules else []
    yield ""
    if proposal.uncovered and not proposal.everybody:
        yield note("uncovered", language, values=values_told(proposal.uncovered, language))
    yield note("default", language)
    yield "default: open_pool"


def _rule(name: str, *lines: str) -> list[str]:
    return [f"  - name: {scalar(name)}", *(f"    {line}" for line in lines)]


def _unreachable(survey: Survey, language: Language) -> Iterator[str]:
    fields = reach(survey)
    if fields:
        yield note("unreachable", language, "  ", rows=f"{survey.unreachable:,}")
        empty = mapped((field, mapped([("empty", "true")])) for field in fields)
        reason = scalar(say("draft.no_contact_why", language))
        yield from _rule(say("draft.no_contact", language), f"when: {empty}", f"open_pool: {reason}")


def _share(share: Territory, proposal: Proposal, pool: str, language: Language) -> Iterator[str]:
    ground = proposal.ground
    if ground:
        seen = [value for value in share.values if value.rows]
        told = values_told(seen, language) if seen else say("draft.none", language)
        facts = {"field": say(f"field.{ground.field}", language), "count": len(share.values), "values": told}
        yield note("share", language, "  ", rows=f"{share.rows:,}", **facts)
        when = mapped([(ground.field, listed(value.text for value in share.values))])
        assign = mapped([("pool", scalar(pool)), ("prefer", _has(ground))])
        yield from _rule(pool, f"when: {when}", f"assign: {assign}")


def _answered(proposal: Proposal, language: Language) -> Iterator[str]:
    """One rule for everybody's own places, where no team has them."""
    ground = proposal.ground
    if ground and proposal.personal:
        field = say(f"field.{ground.field}", language)
        yield note("answered", language, "  ", field=field, column=say(f"roster.{ground.attribute}", language))
        when = mapped([(ground.field, mapped([("in_rep", ground.attribute)]))])
        assign = mapped([("pool", "all"), ("require", _has(ground))])
        yield from _rule(say("draft.own", language), f"when: {when}", f"assign: {assign}")


def _turns(proposal: Proposal, language: Language) -> Iterator[str]:
    if proposal.everybody:
        rest = named([value.text for value in proposal.uncovered], language)
        yield note("rest" if rest else "turns", language, "  ", values=rest)
        yield from _rule(say("draft.in_turn", language), "assign: all")


def _has(ground: Ground) -> str:
    return mapped([(ground.attribute, mapped([("has", ground.field)]))])
