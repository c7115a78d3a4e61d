"""A proposed rulebook as text, every choice with a comment that says what it goes by."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from leadroute.render.starting.sharing import pool_lines, rule_lines
from leadroute.render.starting.telling import named, note
from leadroute.render.words import say
from leadroute.rulebook.yaml_text import listed, mapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.model.rulebook import Language
    from leadroute.model.survey import Survey
    from leadroute.rulebook.points import Points
    from leadroute.rulebook.propose import Proposal

_SAME = (("phone",), ("email",), ("company", "contact"))
_PLACES = ("city", "tel", "address")


def rulebook_text(survey: Survey, proposal: Proposal, language: Language) -> str:
    """The whole rulebook."""
    parts = (
        _head(survey, language),
        _columns(survey, language),
        _infer(survey, proposal, language),
        _duplicates(survey, language),
        _customers(survey, language),
        _score(proposal, language),
        pool_lines(survey, proposal, language),
        rule_lines(survey, proposal, language),
        _output(language),
    )
    blocks = (list(part) for part in parts)
    return "\n".join(chain.from_iterable((*block, "") for block in blocks if block)).rstrip("\n") + "\n"


def _head(survey: Survey, language: Language) -> Iterator[str]:
    yield "# yaml-language-server: $schema=leadroute.schema.json"
    yield note("head", language)
    if survey.leads:
        yield note("leads", language, files=named(survey.leads, language), rows=f"{survey.rows:,}")
    if survey.roster:
        teams = sum(bool(team.name) for team in survey.teams)
        yield note("roster", language, file=survey.roster, people=survey.people, teams=teams)
    yield note("then", language)
    yield "leadroute: 1"
    yield f"language: {language.value}"
    yield note("timezone", language)
    yield f"timezone: {say('draft.zone', language)}"


def _columns(survey: Survey, language: Language) -> Iterator[str]:
    """What the columns of the files are; no part of the rulebook is needed for that."""
    known = [field for field in survey.fields if field.header]
    if known:
        yield note("columns", language, rows=f"{survey.rows:,}")
    for field in known:
        yield note("column", language, header=field.header, field=field.name, filled=f"{field.filled:,}")
    if survey.unknown:
        yield note("unknown", language, headers=named(survey.unknown, language))


def _infer(survey: Survey, proposal: Proposal, language: Language) -> Iterator[str]:
    given = [name for name in _PLACES if survey.field(name)]
    if proposal.ground and proposal.ground.field == "province" and given:
        yield note("infer", language)
        yield "infer:"
        yield f"  province: {listed(given)}"


def _duplicates(survey: Survey, language: Language) -> Iterator[str]:
    lines = [line for line in _SAME if all(not survey.leads or survey.field(name) for name in line)]
    if lines:
        yield note("duplicates", language)
        yield "duplicates:"
        yield f"  same_when: [{', '.join(map(listed, lines))}]"


def _customers(survey: Survey, language: Language) -> Iterator[str]:
    if survey.customers:
        yield note("customers", language, file=survey.customers, rows=f"{survey.owned:,}")
        yield "customers:"
        yield note("owner_away", language, "  ")
        yield "  owner_away: deputy"
        yield note("conflict", language, "  ")
        yield "  conflict: review"


def _score(proposal: Proposal, language: Language) -> Iterator[str]:
    if not proposal.score:
        return
    total = sum(points.add for points in proposal.score)
    yield note("score", language)
    yield "score:"
    yield "  points:"
    for points in proposal.score:
        yield from _points(points, language)
    yield note("grades", language, "  ", total=total)
    yield f"  grades: {{A: {_part(total, 60)}, B: {_part(total, 30)}}}"
    yield note("lanes", language)
    yield "lanes:"
    yield f"  - {mapped([('name', say('draft.lane', language)), ('when', mapped([('grade', 'A')]))])}"


def _points(points: Points, language: Language) -> Iterator[str]:
    field, rows = say(f"field.{points.field}", language), f"{points.rows:,}"
    if points.words:
        yield note("words", language, "    ", field=field, rows=rows)
        test = mapped([("contains", listed(points.words))])
    else:
        yield note("bound", language, "    ", field=field, rows=rows)
        test = mapped([("gte", str(points.at_least))])
    when = mapped([(points.field, test)])
    yield f"    - {mapped([('name', field), ('add', str(points.add)), ('when', when)])}"


def _part(total: int, percent: int) -> int:
    """A part of the points, in fives."""
    return round(total * percent / 500) * 5


def _output(language: Language) -> Iterator[str]:
    yield note("output", language)
    yield "output:"
    yield f"  follow_up: {listed(say('draft.follow_up', language).split('|'))}"
    yield "  due: 24h"
