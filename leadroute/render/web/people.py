"""The people behind the stations: by name with a roster, else as the rulebook names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.eligible import members_of
from leadroute.model.rulebook import AssignRep
from leadroute.render.plain.pools import members_words
from leadroute.render.web.parts import DIRECT, Edge, Node, station_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.flow import Flow, Station
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.render.plain.conditions import Speaker

_MOST = 30
"""Of more reps only those with the most leads are drawn one by one."""
_REST = "rest"

Member = tuple["Station", str, str, int]
"""A station, the key and title of somebody behind it, and the position on the roster (-1: not known)."""


def members_of_stations(
    book: Rulebook, roster: Roster | None, stations: tuple[Station, ...], found: Flow | None, speaker: Speaker
) -> Iterator[Member]:
    """Who stands behind each station: by the roster, else as the rulebook says; and who got leads anyway."""
    known: set[tuple[Station, str]] = set()
    for station in stations:
        for key, title, at in _behind(book, roster, station, speaker):
            known.add((station, key))
            yield station, key, title, at
    for station, at in found.on if found and roster else ():
        if (station, f"rep:{at}") not in known and roster:
            yield station, f"rep:{at}", _rep(roster, at), at


def _behind(
    book: Rulebook, roster: Roster | None, station: Station, speaker: Speaker
) -> Iterator[tuple[str, str, int]]:
    pool = book.pools.get(station[1])
    named = [action.rep for rule in book.rules if rule.enabled and isinstance(action := rule.action, AssignRep)]
    if roster is not None:
        found = members_of(pool.members, roster) if pool else map(roster.find, named) if station == DIRECT else ()
        yield from ((f"rep:{at}", _rep(roster, at), at) for at in dict.fromkeys(found) if at is not None)
    elif pool and not pool.members.where and pool.members.named:
        yield from ((f"named:{who}", who, -1) for who in pool.members.named)
    elif pool:
        yield f"who:{members_words(pool.members, speaker)}", members_words(pool.members, speaker), -1
    elif station == DIRECT:
        yield from ((f"named:{who}", who, -1) for who in dict.fromkeys(named))


def people(
    members: list[Member], roster: Roster | None, found: Flow | None, speaker: Speaker
) -> tuple[tuple[Node, ...], dict[str, str]]:
    """The boxes of people, and for each key the box it is drawn in."""
    named = {key: (title, at) for _, key, title, at in members}
    hits = {key: found.of_rep(at) if found and roster else None for key, (_, at) in named.items()}
    shown = set(sorted(named, key=lambda key: -(hits[key] or 0))[:_MOST]) if len(named) > _MOST + 1 else set(named)
    nodes = [Node(key, named[key][0], hits=hits[key]) for key in _in_order(members, found) if key in shown]
    rest = [key for key in named if key not in shown]
    if rest:
        total = sum(hits[key] or 0 for key in rest) if found else None
        nodes.append(Node(_REST, speaker.say("more_reps", count=len(rest)), hits=total))
    return tuple(nodes), {key: key if key in shown else _REST for key in named}


def _in_order(members: list[Member], found: Flow | None) -> list[str]:
    """People beside the stations they stand behind (or got leads from), so that few bands cross."""
    stations = {station: at for at, station in enumerate(dict.fromkeys(station for station, *_ in members))}
    sums: dict[str, tuple[int, int]] = {}
    for station, key, _, at in members:
        weight = 1 + 1000 * (found.on.get((station, at), 0) if found else 0)
        total, weights = sums.get(key, (0, 0))
        sums[key] = (total + weight * stations[station], weights + weight)
    return sorted(sums, key=lambda key: sums[key][0] / sums[key][1])


def _rep(roster: Roster, at: int) -> str:
    rep = roster.reps[at]
    return f"{rep.name} {rep.id}" if rep.name and rep.name != rep.id else rep.id


def bands(members: list[Member], merged: dict[str, str], found: Flow | None) -> Iterator[Edge]:
    """From stations to people; those drawn in one box share a band."""
    sums: dict[tuple[Station, str], int] = {}
    for station, key, _, at in members:
        way = (station, merged[key])
        sums[way] = sums.get(way, 0) + (found.on.get((station, at), 0) if found else 0)
    for (station, key), hits in sums.items():
        yield Edge(station_key(station), key, station_key(station), hits if found else None)
