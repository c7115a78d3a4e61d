"""``duplicates:`` and ``customers:``: who is already known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rulebook import Conflict, CustomerPolicy, Duplicates, Keep, OwnerAway
from leadroute.rulebook import scalars
from leadroute.rulebook.nodes import Scalar
from leadroute.rulebook.part import Part, items, open_part

if TYPE_CHECKING:
    from leadroute.rulebook.nodes import Node
    from leadroute.rulebook.reading import Reading


def duplicates(reading: Reading, node: Node) -> Duplicates:
    """Read when two rows are one lead."""
    part, plain = open_part(reading, node, "duplicates"), Duplicates()
    shared = part.take("shared", _shared, (plain.shared_companies, plain.shared_names))
    return Duplicates(
        same_when=part.take("same_when", _lines, plain.same_when),
        keep=part.take("keep", scalars.choice(Keep), plain.keep),
        fill_blanks=part.take("fill_blanks", scalars.flag, plain.fill_blanks),
        one_rep_per_company=part.take("one_rep_per_company", scalars.flag, plain.one_rep_per_company),
        review_above=part.take("review_above", scalars.whole, plain.review_above),
        shared_companies=shared[0],
        shared_names=shared[1],
        place=part.place,
    )


def customers(reading: Reading, node: Node) -> CustomerPolicy:
    """Read what a lead of an existing customer gets."""
    part, plain = open_part(reading, node, "customers"), CustomerPolicy()
    return CustomerPolicy(
        match=part.take("match", scalars.fields, plain.match),
        owner_away=part.take("owner_away", scalars.choice(OwnerAway), plain.owner_away),
        conflict=part.take("conflict", scalars.choice(Conflict), plain.conflict),
        charge=part.take("charge", scalars.flag, plain.charge),
        place=part.place,
    )


def _lines(reading: Reading, node: Node) -> tuple[tuple[str, ...], ...] | None:
    """``[[phone], [company, contact]]``; a bare ``phone`` is a line of its own."""
    if isinstance(node, Scalar) and node.missing:
        reading.found.error("LR134", node.at)
    read = (scalars.fields(reading, item) for item in items(reading, node))
    return tuple(line for line in read if line) or None


def _shared(reading: Reading, node: Node) -> tuple[int, int]:
    part: Part = open_part(reading, node, "shared")
    return part.take("companies", scalars.whole, 3), part.take("names", scalars.whole, 3)
