"""The rules in their order: what each takes and leaves, and which earlier ones are in its way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from leadroute.model.rulebook import All
from leadroute.proof.claims import Covered, Never
from leadroute.proof.least import least
from leadroute.proof.logic import FAILS, Among, Every, denied

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from leadroute.model.rulebook import Condition, Rule
    from leadroute.proof.logic import Statement
    from leadroute.proof.reach import Oracle
    from leadroute.proof.world import World


@dataclass
class Order:
    """The rules of a world, and whom to ask about them."""

    oracle: Oracle

    @property
    def world(self) -> World:
        """The world of the rules."""
        return self.oracle.world

    @cached_property
    def takes(self) -> tuple[Statement, ...]:
        """What each rule takes."""
        return tuple(self.world.takes(rule) for rule in self.world.book.rules)

    @cached_property
    def leaves(self) -> tuple[Statement, ...]:
        """What each rule leaves to those behind it."""
        full = self.world.full
        return tuple(denied(one, full) for one in self.takes)

    def left_by(self, rules: Iterable[int]) -> list[Statement]:
        """What several rules leave."""
        return [self.leaves[each] for each in rules]

    def near(self, statement: Statement, rules: Iterable[int]) -> list[int]:
        """Those of the rules that may take such a lead, as far as their plain conditions tell."""
        mine = _plain(statement)
        return [each for each in rules if self.takes[each] != FAILS and _meet(mine, self._boxes[each])]

    def why(self, at: int, earlier: Sequence[int]) -> Never | Covered:
        """The least that is in the way of a rule: parts of the rule itself, or earlier rules."""
        if self.oracle.impossible([self.takes[at]]):
            return Never(at, self._excluding(at))
        return Covered(at, self.needed(self.takes[at], earlier))

    def needed(self, mine: Statement, earlier: Sequence[int]) -> tuple[int, ...]:
        """Earlier rules that together leave nothing of a statement, and none of which can be spared."""
        wide = [one for one in earlier if self._may_cover(mine, one)]
        alone = next((one for one in wide if self.oracle.impossible([mine, self.leaves[one]])), None)
        if alone is not None:
            return (alone,)
        return least(earlier, lambda some: self.oracle.impossible([mine, *self.left_by(some)]))

    def _excluding(self, at: int) -> tuple[Condition, ...]:
        """Parts of a rule's conditions that exclude each other, and none of which can be spared."""
        rule = self.world.book.rules[at]
        return least(parts_of(rule.when), lambda some: self._excludes(rule, some))

    def _excludes(self, rule: Rule, parts: Sequence[Condition]) -> bool:
        """Whether no lead meets these parts of a rule."""
        return self.oracle.impossible([self.world.takes(replace(rule, when=All(tuple(parts))))])

    def _may_cover(self, statement: Statement, each: int) -> bool:
        """Whether one rule may take all of these leads, as far as plain conditions tell."""
        mine = _plain(statement)
        full = self.world.full
        return not any(mine.get(axis, full[axis]) & ~cells for axis, cells in self._boxes[each].items())

    @cached_property
    def _boxes(self) -> tuple[Mapping[int, int], ...]:
        """The plain conditions of each rule."""
        return tuple(map(_plain, self.takes))


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The conditions that must all hold, one by one."""
    if isinstance(condition, All):
        return tuple(leaf for part in condition.parts for leaf in parts_of(part))
    return (condition,)


def _plain(statement: Statement) -> dict[int, int]:
    """The cells a statement allows on each axis, as far as that is plain."""
    parts = statement.parts if isinstance(statement, Every) else (statement,)
    return {part.axis: part.cells for part in parts if isinstance(part, Among)}


def _meet(mine: Mapping[int, int], other: Mapping[int, int]) -> bool:
    return all(mine.get(axis, cells) & cells for axis, cells in other.items())
