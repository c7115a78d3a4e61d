"""What the picture of a rulebook shows: rules, the stations they lead to, the reps behind those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.plan import DEFAULT, NOT_ASKED
from leadroute.model.rulebook import ALL_REPS, OPEN_POOL
from leadroute.render.plain.conditions import Speaker
from leadroute.render.web.parts import DIRECT, Drawing, Node, rule_key, station_key
from leadroute.render.web.people import bands, members_of_stations, people
from leadroute.render.web.ways import band, stations_of, ways
from leadroute.render.words import say

if TYPE_CHECKING:
    from leadroute.engine.flow import Flow, Station
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook


def drawing(book: Rulebook, roster: Roster | None = None, found: Flow | None = None) -> Drawing:
    """The picture of a rulebook; with a roster its people by name, with a flow the leads on each way."""
    speaker = Speaker(book)
    every = tuple(ways(book, found))
    stations = stations_of(book, every, found)
    members = [*members_of_stations(book, roster, stations, found, speaker)]
    reps, merged = people(members, roster, found, speaker)
    edges = (*(band(way, found) for way in every), *bands(members, merged, found))
    return Drawing(
        _rules(book, found, speaker),
        tuple(_station(station, found, speaker) for station in stations),
        reps,
        edges,
    )


def _rules(book: Rulebook, found: Flow | None, speaker: Speaker) -> tuple[Node, ...]:
    def hits(rule: int) -> int | None:
        return found.of_rule(rule) if found else None

    before = [Node(rule_key(NOT_ASKED), speaker.say("before"), hits=found.before)] if found and found.before else []
    rules = [
        Node(rule_key(at), f"{at + 1}. {rule.name}", "", hits(at), rule_key(at), rule.enabled)
        for at, rule in enumerate(book.rules)
    ]
    default = Node(rule_key(DEFAULT), speaker.say("name.default"), "", hits(DEFAULT), rule_key(DEFAULT))
    return (*before, *rules, default)


def _station(station: Station, found: Flow | None, speaker: Speaker) -> Node:
    outcome, name = station
    hits = found.of_station(station) if found else None
    pool = speaker.book.pools.get(name)
    if pool is None:
        title = speaker.say("direct") if station == DIRECT else say(f"outcome.{outcome.word}", speaker.language)
        return Node(station_key(station), title, "", hits)
    title = say("pool.all", speaker.language) if name == ALL_REPS else name
    note = say(f"strategy.{pool.strategy.value}", speaker.language)
    after = [one for one in pool.when_full if one != OPEN_POOL]
    if after:
        note = speaker.say("note_full", note=note, pools=say("sheet.listed", speaker.language).join(after))
    return Node(station_key(station), title, note, hits, f"p{[*speaker.book.pools].index(name) + 1}")
