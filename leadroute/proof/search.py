"""Is there a lead of which all these statements hold? A backtracking search over the cells of the axes.

Statements about one axis narrow it at once, a choice that is left with one part is made, and of the open choices the
one with the fewest parts is tried first (unit propagation and branching as in a DPLL solver, over axes of many values).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from operator import is_
from typing import TYPE_CHECKING

from leadroute.proof.logic import FAILS, HOLDS, Among, Every, Some

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.proof.logic import Statement

Box = tuple[int, ...]
"""For each axis the cells that are left: any choice among them makes all statements hold."""


class Answer(Enum):
    """What the search says when it has no lead to show."""

    IMPOSSIBLE = 0
    UNDECIDED = 1


@dataclass(slots=True)
class Effort:
    """How many steps the search may still take, so that a hard question costs a known time and no clock decides."""

    left: int

    def spend(self) -> bool:
        """Take one step; ``False`` when none is left."""
        self.left -= 1
        return self.left >= 0


def solve(domains: Sequence[int], statements: Sequence[Statement], effort: Effort) -> Box | Answer:
    """Find cells for which all statements hold, prove that there are none, or give up.

    An axis whose domain is 0 is one of which nothing is known: no statement about it holds, nor its denial.
    """
    stack: list[tuple[list[int], list[Statement]]] = [(list(domains), list(statements))]
    while stack:
        if not effort.spend():
            return Answer.UNDECIDED
        left, open_ = stack.pop()
        choices = _settle(left, open_)
        if choices is None:
            continue
        if not choices:
            return tuple(left)
        at = min(range(len(choices)), key=lambda each: len(choices[each].parts))
        chosen = choices.pop(at)
        stack.extend(reversed(_branches(left, choices, chosen)))
    return Answer.IMPOSSIBLE


def _branches(left: list[int], others: list[Some], chosen: Some) -> list[tuple[list[int], list[Statement]]]:
    """One state for each part of a choice; what an earlier one has tried the later ones need not try again."""
    found: list[tuple[list[int], list[Statement]]] = []
    domains = list(left)
    for part in chosen.parts:
        found.append((list(domains), [part, *others]))
        if isinstance(part, Among):
            domains[part.axis] &= ~part.cells
    return found


def _settle(domains: list[int], open_: Sequence[Statement]) -> list[Some] | None:
    """Narrow the domains as far as the statements force it; the choices that stay open, ``None`` if nothing is left."""
    while True:
        choices: list[Some] = []
        before = list(domains)
        queue = list(open_)
        while queue:
            one = _reduced(queue.pop(), domains)
            if one is FAILS:
                return None
            if isinstance(one, Among):
                domains[one.axis] &= one.cells
            elif isinstance(one, Every):
                queue.extend(one.parts)
            else:
                choices.append(one)
        if domains == before:
            return choices
        open_ = choices


def _reduced(statement: Statement, domains: list[int]) -> Statement:
    """What is left of a statement: parts that are decided by the domains go."""
    if isinstance(statement, Among):
        hit = domains[statement.axis] & statement.cells
        if not hit:
            return FAILS
        return HOLDS if hit == domains[statement.axis] else statement
    settled, idle = (FAILS, HOLDS) if isinstance(statement, Every) else (HOLDS, FAILS)
    parts = statement.parts
    kept: list[Statement] = []
    for part in parts:
        found = _reduced(part, domains)
        if found is settled:
            return settled
        if found is not idle:
            kept.append(found)
    if len(kept) == 1:
        return kept[0]
    # The same object where nothing changed: most statements stay as they are most of the time.
    same = len(kept) == len(parts) and all(map(is_, kept, parts))
    return statement if same else type(statement)(tuple(kept)) if kept else idle
