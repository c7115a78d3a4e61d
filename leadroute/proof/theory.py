"""What parts of a text have to do with each other: who has 机械制造 has 制造; nothing begins with both A and B.

The search takes pieces about unseen texts as independent. What it finds is held against these facts, and each that is
broken is added to what it must obey.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from leadroute.proof.logic import Among, some

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from leadroute.proof.logic import Statement
    from leadroute.proof.values import Piece

_NO, _YES = 1, 2


def broken(atoms: Mapping[Piece, int], held: Mapping[Piece, bool]) -> Iterator[Statement]:
    """The facts that a choice of pieces, all of one field, does not obey."""
    true = [piece for piece, holds in held.items() if holds]
    for one, other in combinations(true, 2):
        if _exclude(one, other):
            yield some((Among(atoms[one], _NO), Among(atoms[other], _NO)))
    for piece, holds in held.items():
        for one in () if holds else true:
            if _implies(one, piece):
                yield some((Among(atoms[one], _NO), Among(atoms[piece], _YES)))


def spelled(held: Mapping[Piece, bool]) -> Iterable[str]:
    """Texts of which these pieces may hold, made of their parts."""
    true = [piece for piece, holds in held.items() if holds]
    first = max((str(p.operand) for p in true if p.operator == "starts_with"), key=len, default="")
    last = max((str(p.operand) for p in true if p.operator == "ends_with"), key=len, default="")
    within = [str(p.operand) for p in true if p.operator == "contains"]
    domain = max((str(p.operand) for p in true if p.operator == "domain_in"), key=len, default="")
    tail = f"@{domain}" if domain else last
    for between in ("", " ", "-"):
        yield between.join(part for part in (first, *within, tail) if part)
        yield between.join(part for part in (first, *reversed(within), tail) if part)


def _implies(one: Piece, other: Piece) -> bool:
    whole, part = str(one.operand), str(other.operand)
    match one.operator, other.operator:
        case (("contains" | "starts_with" | "ends_with" | "domain_in"), "contains"):
            return part in whole
        case "starts_with", "starts_with":
            return whole.startswith(part)
        case (("ends_with" | "domain_in"), "ends_with"):
            return whole.endswith(part)
        case "domain_in", "domain_in":
            return whole.endswith(f".{part}")
        case "ends_with", "domain_in":
            return whole.endswith((f".{part}", f"@{part}"))
        case _:
            return False


def _exclude(one: Piece, other: Piece) -> bool:
    first, second = str(one.operand), str(other.operand)
    match one.operator, other.operator:
        case "starts_with", "starts_with":
            return not (first.startswith(second) or second.startswith(first))
        case (("ends_with" | "domain_in"), "ends_with"):
            return not (first.endswith(second) or second.endswith(first))
        case "ends_with", "domain_in":
            return _exclude(other, one)
        case "domain_in", "domain_in":
            return not (first.endswith(f".{second}") or second.endswith(f".{first}"))
        case _:
            return False
