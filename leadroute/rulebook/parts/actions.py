"""What a rule does: one of ``assign``, ``review``, ``open_pool``, ``reject``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rulebook import (
    OPEN_POOL,
    Action,
    AssignCustomerOwner,
    AssignPool,
    AssignRep,
    Reject,
    Review,
    ToOpenPool,
)
from leadroute.rulebook import scalars
from leadroute.rulebook.nodes import Keyed, Node, Scalar
from leadroute.rulebook.part import Part, open_part
from leadroute.rulebook.parts.demands import demands

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadroute.rulebook.reading import Reading

_WHO = ("pool", "rep", "owner")


def action(part: Part) -> Action | None:
    """Read the one action of a rule or of the default; none, or several, are a mistake."""
    named = [name for name in ACTIONS if name in part.given]
    read = [ACTIONS[name](part.reading, part.given[name]) for name in named]
    if not named:
        part.reading.found.error("LR203", part.at, actions=", ".join(ACTIONS))
    if len(named) > 1:
        part.reading.found.error("LR204", part.given[named[1]].at, actions=", ".join(named))
    return read[0] if read else None


def default(root: Part) -> Action:
    """``open_pool``, a pool, or a mapping as in a rule; its absence has been reported."""
    node = root.given.get("default")
    return (node and _default(root.reading, node)) or ToOpenPool()


def _default(reading: Reading, node: Node) -> Action | None:
    if isinstance(node, Keyed):
        return action(open_part(reading, node, "default"))
    name = scalars.target(reading, node)
    place = reading.found.place(node.at)
    if name is None:
        return None
    return ToOpenPool(place=place) if name == OPEN_POOL else AssignPool(name, place=place)


def _assign(reading: Reading, node: Node) -> Action | None:
    place = reading.found.place(node.at)
    if not isinstance(node, Keyed):
        name = scalars.target(reading, node)
        return AssignPool(name, place=place) if name and name != OPEN_POOL else ToOpenPool(place=place)
    part = open_part(reading, node, "assign")
    named = [who for who in _WHO if who in part.given]
    if len(named) != 1:
        reading.found.error("LR220", node.at, keys=", ".join(_WHO))
        return None
    _refuse_strangers(part, named[0])
    return _ASSIGN[named[0]](part)


def _refuse_strangers(part: Part, who: str) -> None:
    """``require`` and ``prefer`` go with a pool, ``otherwise`` with a person."""
    strangers = ("otherwise",) if who == "pool" else ("require", "prefer")
    for key in strangers:
        if key in part.given:
            part.reading.found.error("LR221", part.given[key].at, key=key, who=who)


def _to_pool(part: Part) -> Action | None:
    name = part.take("pool", scalars.pool, "")
    wanted, liked = part.take("require", demands, ()), part.take("prefer", demands, ())
    return AssignPool(name, wanted, liked, part.place) if name else None


def _to_rep(part: Part) -> Action | None:
    name = part.take("rep", scalars.text, "")
    otherwise = part.take("otherwise", scalars.target, OPEN_POOL)
    return AssignRep(name, otherwise, part.place) if name else None


def _to_owner(part: Part) -> Action | None:
    scalars.word_of(part.reading, part.given["owner"], ("customer",))
    return AssignCustomerOwner(part.take("otherwise", scalars.target, OPEN_POOL), part.place)


def _review(reading: Reading, node: Node) -> Action | None:
    place = reading.found.place(node.at)
    if not isinstance(node, Keyed):
        note = _note(reading, node)
        return None if note is None else Review(note, place=place)
    part = open_part(reading, node, "review")
    return Review(part.take("by", scalars.text, ""), part.take("suggest", scalars.text, ""), place)


def _open_pool(reading: Reading, node: Node) -> Action | None:
    note = _note(reading, node)
    return None if note is None else ToOpenPool(note, reading.found.place(node.at))


def _reject(reading: Reading, node: Node) -> Action | None:
    note = _note(reading, node)
    return None if note is None else Reject(note, reading.found.place(node.at))


def _note(reading: Reading, node: Node) -> str | None:
    """``true`` says nothing more; ``false`` would leave the rule without an action."""
    one = scalars.scalar(reading, node)
    if isinstance(one, Scalar) and one.plain and one.value.lower() == "false":
        reading.found.error("LR222", one.at)
        return None
    if one is None:
        return None
    return "" if one.plain and one.value.lower() == "true" else one.value.strip()


ACTIONS: dict[str, Callable[[Reading, Node], Action | None]] = {
    "assign": _assign,
    "review": _review,
    "open_pool": _open_pool,
    "reject": _reject,
}
"""Every action by its key."""

_ASSIGN: dict[str, Callable[[Part], Action | None]] = {"pool": _to_pool, "rep": _to_rep, "owner": _to_owner}
