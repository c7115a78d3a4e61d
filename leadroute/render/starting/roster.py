"""A roster to fill in: the columns a run knows, dropdowns, one line to show how, and a sheet for leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from leadroute.render.words import say
from leadroute.tables.sheet import Sheet, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from leadroute.model.rulebook import Language, Rulebook

_COLUMNS = (
    "id", "name", "email", "mobile", "team", "level", "weight", "cap_day", "cap_open", "status", "hired_on", "skills",
    "provinces", "countries", "deputy",
)  # fmt: skip
_LEAVE = ("id", "leave_start", "leave_end", "reason")
_BLANK = 200
"""Empty rows that have dropdowns."""


def roster_template(book: Rulebook) -> Workbook:
    """A roster with the teams the rulebook asks for; its lines are examples, and inactive."""
    language = book.language
    teams = _asked(book, "team") or (say("roster.a_team", language),)
    people = [_person(number, team, language) for number, team in enumerate(teams, start=1)]
    choices = {
        "team": teams,
        "level": tuple(dict.fromkeys((*_words("roster.levels", language), *_asked(book, "level")))),
        "status": _words("roster.statuses", language),
    }
    leave = [{"id": "R001", "leave_start": "2026-10-01", "leave_end": "2026-10-07", "reason": _of("holiday", language)}]
    return Workbook(
        (
            Sheet(
                "roster",
                _of("title", language),
                _frame(_COLUMNS, people, language),
                choices={_header(name, language): values for name, values in choices.items()},
            ),
            Sheet("leave", _of("leave", language), _frame(_LEAVE, leave, language)),
        )
    )


def _asked(book: Rulebook, attribute: str) -> tuple[str, ...]:
    """The values of an attribute that pools ask for, in their order."""
    wanted = (entry for pool in book.pools.values() for entry in pool.members.where)
    return tuple(dict.fromkeys(value for name, values in wanted if name == attribute for value in values))


def _person(number: int, team: str, language: Language) -> dict[str, str]:
    who = f"R{number:03}"
    return {
        "id": who,
        "name": say("roster.example", language, number=number),
        "email": f"{who.lower()}@example.com",
        "team": team,
        "level": _words("roster.levels", language)[0],
        "weight": "1",
        "status": _words("roster.statuses", language)[1],
    }


def _frame(columns: Iterable[str], rows: list[dict[str, str]], language: Language) -> pd.DataFrame:
    """Rows under their headers, and blank ones to be filled in."""
    return pd.DataFrame({_header(name, language): list(_cells(name, rows)) for name in columns}, dtype=object)


def _cells(name: str, rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    yield from (row.get(name, "") for row in rows)
    yield from [""] * _BLANK


def _header(name: str, language: Language) -> str:
    return _of(name, language)


def _of(name: str, language: Language) -> str:
    return say(f"roster.{name}", language)


def _words(key: str, language: Language) -> tuple[str, ...]:
    return tuple(say(key, language).split("|"))
