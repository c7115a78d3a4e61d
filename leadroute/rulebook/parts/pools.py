"""``pools:`` by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rep import Caps
from leadroute.model.rulebook import ALL_REPS, OPEN_POOL, Members, Pool, Ramp, Strategy, WeightSource
from leadroute.rulebook import amounts, scalars
from leadroute.rulebook.nodes import Keyed
from leadroute.rulebook.part import entries, open_part
from leadroute.rulebook.parts.demands import demands
from leadroute.rulebook.parts.members import members, weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction

    from leadroute.rulebook.nodes import Entry, Node
    from leadroute.rulebook.part import Part
    from leadroute.rulebook.reading import Reading


def names(reading: Reading, node: Node) -> tuple[str, ...]:
    """The names of the pools, before anything in them is read."""
    keys = [entry.key for entry in entries(reading, node)]
    for key in keys:
        if key.value in {ALL_REPS, OPEN_POOL}:
            reading.found.error("LR150", key.at, word=key.value)
    return tuple(key.value.strip() for key in keys)


def pools(reading: Reading, node: Node) -> Mapping[str, Pool]:
    """Read all pools, in the order of writing."""
    # What is no mapping has been reported with the names.
    lines = node.entries if isinstance(node, Keyed) else ()
    return {entry.key.value.strip(): _pool(reading, entry) for entry in lines}


def _pool(reading: Reading, entry: Entry) -> Pool:
    part = open_part(reading, entry.value, "pools")
    who = part.take("members", members, Members(everybody=True))
    source, given = _weights(part, who)
    plain = Pool(entry.key.value, who)
    return Pool(
        name=entry.key.value.strip(),
        members=who,
        strategy=part.take("strategy", scalars.choice(Strategy), plain.strategy),
        weights=source,
        given=given,
        ramp=part.take("ramp", _ramp, None),
        caps=part.take("caps", _caps("caps"), plain.caps),
        total=part.take("total", _caps("total"), plain.total),
        when_full=part.take("when_full", _targets, ()),
        require=part.take("require", demands, ()),
        prefer=part.take("prefer", demands, ()),
        others=part.take("others", scalars.share, plain.others),
        minimum=part.take("minimum", scalars.whole, plain.minimum),
        hash_by=part.take("hash_by", scalars.field, plain.hash_by),
        place=reading.found.place(entry.key.at),
    )


def _weights(part: Part, who: Members) -> tuple[WeightSource, Mapping[str, Fraction]]:
    node = part.given.get("weights")
    read = weights(part.reading, node, who.named) if node else None
    return read or (WeightSource.ROSTER, {})


def _targets(reading: Reading, node: Node) -> tuple[str, ...]:
    found = (reading.known_target(one) for one in scalars.nodes(reading, node))
    return tuple(name for name in found if name)


def _caps(name: str) -> Callable[[Reading, Node], Caps]:
    def read(reading: Reading, node: Node) -> Caps:
        part = open_part(reading, node, name)
        return Caps(
            open=part.take("open", scalars.whole, None),
            day=part.take("day", scalars.whole, None),
            week=part.take("week", scalars.whole, None),
            month=part.take("month", scalars.whole, None),
        )

    return read


def _ramp(reading: Reading, node: Node) -> Ramp | None:
    part = open_part(reading, node, "ramp")
    every, shares = part.take("every", scalars.duration, None), part.take("shares", _shares, ())
    if every is not None and not every:
        reading.found.error("LR144", part.given["every"].at, number=0)
    return Ramp(every, shares) if every and shares else None


def _shares(reading: Reading, node: Node) -> tuple[Fraction, ...]:
    read = (_share(reading, one.value, one) for one in scalars.nodes(reading, node))
    return tuple(one for one in read if one is not None)


def _share(reading: Reading, text: str, node: Node) -> Fraction | None:
    """Exactly: ``50%`` and ``0.5`` are 1/2."""
    weight = amounts.to_weight(text.replace("%", ""))
    value = scalars.share(reading, node)
    if weight is None or value is None:
        return None
    return weight / 100 if "%" in text else weight
