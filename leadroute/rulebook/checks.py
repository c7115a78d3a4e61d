"""Mistakes no single part can see: doubled names, circles, what nobody uses, what nothing reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.diagnostic import has_errors
from leadroute.model.rulebook import ALWAYS, Rulebook
from leadroute.rulebook.nodes import Keyed, Listed, Node
from leadroute.rulebook.references import pools_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.model.diagnostic import Place
    from leadroute.rulebook.findings import Findings


def check(book: Rulebook, found: Findings) -> None:
    """Run every check; the doubtful is told only of a rulebook without errors, whose parts are all there."""
    for each in (_doubled_rules, _circles):
        each(book, found)
    for each in () if has_errors(found.all) else (_unused_pools, _unreachable):
        each(book, found)


def rule_names(node: Node | None) -> tuple[str, ...]:
    """The names of the rules, before anything in them is read."""
    items = node.items if isinstance(node, Listed) else ()
    entries = [entry for item in items if isinstance(item, Keyed) for entry in item.entries]
    return tuple(str(getattr(one.value, "value", "")).strip() for one in entries if one.key.value == "name")


def _doubled_rules(book: Rulebook, found: Findings) -> None:
    first: dict[str, Place] = {}
    for rule in book.rules:
        if rule.name and rule.name in first:
            found.error("LR205", found.span(rule.place), also=found.span(first[rule.name]), name=rule.name)
        first.setdefault(rule.name, rule.place)


def _circles(book: Rulebook, found: Findings) -> None:
    """Walk every chain once; a pool met again on the way that led to it closes a circle."""
    done: set[str] = set()
    for start in book.pools:
        if start in done:
            continue
        way = dict.fromkeys([start])
        ahead = [_next(book, start)]
        while way:
            after = next(ahead[-1], None)
            if after is None:
                ahead.pop()
                done.add(way.popitem()[0])
            elif after in way:
                circle = list(way)[list(way).index(after) :]
                found.error("LR212", found.span(book.pools[after].place), way=" → ".join((*circle, after)))
            elif after not in done:
                way[after] = None
                ahead.append(_next(book, after))


def _next(book: Rulebook, name: str) -> Iterator[str]:
    return (after for after in book.pools[name].when_full if after in book.pools)


def _unused_pools(book: Rulebook, found: Findings) -> None:
    used = pools_named(book)
    for name, pool in book.pools.items():
        if name not in used:
            found.warning("LR213", found.span(pool.place), name=name)


def _unreachable(book: Rulebook, found: Findings) -> None:
    catch_all = None
    for rule in book.rules:
        if catch_all:
            found.warning(
                "LR214", found.span(rule.place), also=found.span(catch_all.place), name=rule.name, first=catch_all.name
            )
        always = rule.when == ALWAYS and rule.enabled and not (rule.start or rule.end or rule.weekdays)
        if always and not rule.max_age and not catch_all:
            catch_all = rule
