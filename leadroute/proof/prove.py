"""Prove what can be proved about the rules of a rulebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from leadroute.model.rulebook import NOWHERE, All, Test
from leadroute.proof.claims import Always, Covered, Gap, Never, Open, Overlap, PartCovered, Reached
from leadroute.proof.least import least
from leadroute.proof.logic import FAILS, Among, Every, denied
from leadroute.proof.reach import Oracle
from leadroute.proof.search import Answer, Effort
from leadroute.proof.world import world
from leadroute.rulebook.references import tests_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from leadroute.model.rulebook import Action, Condition, Rule, Rulebook
    from leadroute.proof.axis import Axis, Cell
    from leadroute.proof.claims import Claim
    from leadroute.proof.logic import Statement
    from leadroute.proof.values import Around, Piece
    from leadroute.proof.world import World

EACH = 2_000
TOTAL = 60_000
"""Steps of the search for one question, and for all of them."""

_MOST_NAMED = 3
_MOST_OPTIONS = 60


def prove(book: Rulebook, around: Around, now: datetime, effort: tuple[int, int] = (EACH, TOTAL)) -> tuple[Claim, ...]:
    """Every claim about the rules, in their order.

    Args:
        book: the rulebook; tables it names may have been read.
        around: the moment of the question in seconds, and the values of reps if there is a roster.
        now: the same moment, in the rulebook's zone.
        effort: the steps to be spent on one question and on all.
    """
    each, total = effort
    return tuple(Prover(Oracle(world(book, around, now), each, Effort(total))).claims())


@dataclass
class Prover:
    """Goes through the rules from the top, keeping what the earlier ones leave."""

    oracle: Oracle

    @cached_property
    def takes(self) -> tuple[Statement, ...]:
        """What each rule takes."""
        return tuple(self._world.takes(rule) for rule in self._world.book.rules)

    @cached_property
    def leaves(self) -> tuple[Statement, ...]:
        """What each rule leaves to those behind it."""
        return tuple(denied(one, self._world.full) for one in self.takes)

    def claims(self) -> Iterator[Claim]:
        """Every claim."""
        open_: list[int] = []
        live: list[int] = []
        for at, rule in enumerate(self._world.book.rules):
            if not rule.enabled:
                continue
            claims = list(self._rule(at, live))
            yield from claims
            open_ += [at] * any(isinstance(claim, Open) for claim in claims)
            live += [at] * (not any(isinstance(claim, Never | Covered) for claim in claims))
            if self._takes_all(at):
                yield from self._always(at)
                break
        else:
            yield from self._gap(live)

    @property
    def _world(self) -> World:
        return self.oracle.world

    def _rule(self, at: int, before: Sequence[int]) -> Iterator[Claim]:
        mine = self.takes[at]
        earlier = [each for each in before if self._meet(at, each)]
        found = self.oracle.find([mine, *(self.leaves[each] for each in earlier)])
        if found is Answer.IMPOSSIBLE:
            yield self._why(at, earlier)
        elif found is Answer.UNDECIDED:
            yield Open((at,))
        else:
            yield Reached(at, found)
            options = list(self._options(at, earlier))
            yield from options
            yield from self._overlap(at, [each for each in earlier if not any(each in one.by for one in options)])

    def _why(self, at: int, earlier: Sequence[int]) -> Never | Covered:
        """The least that is in the way: parts of the rule itself, or earlier rules."""
        if self.oracle.impossible([self.takes[at]]):
            return Never(at, self._excluding(at))
        return Covered(at, self._needed(self.takes[at], earlier))

    def _needed(self, mine: Statement, earlier: Sequence[int]) -> tuple[int, ...]:
        """Earlier rules that together leave nothing of a statement, and none of which can be spared."""
        wide = [one for one in earlier if self._may_cover(mine, one)]
        alone = next((one for one in wide if self.oracle.impossible([mine, self.leaves[one]])), None)
        if alone is not None:
            return (alone,)
        return least(earlier, lambda some: self.oracle.impossible([mine, *(self.leaves[one] for one in some)]))

    def _excluding(self, at: int) -> tuple[Condition, ...]:
        """Parts of a rule's conditions that exclude each other, and none of which can be spared."""
        rule = self._world.book.rules[at]
        return least(_parts(rule.when), lambda some: self._excludes(rule, some))

    def _excludes(self, rule: Rule, parts: Sequence[Condition]) -> bool:
        """Whether no lead meets these parts of a rule."""
        return self.oracle.impossible([self._world.takes(replace(rule, when=All(tuple(parts))))])

    def _options(self, at: int, earlier: Sequence[int]) -> Iterator[PartCovered]:
        """The values a rule lists that never come to it."""
        mine = self.takes[at]
        for option in self._listed(at):
            narrowed = [mine, self._world.piece(option)]
            near = [each for each in earlier if self._may_meet(self._world.piece(option), each)]
            if self.oracle.find([*narrowed, *(self.leaves[each] for each in near)]) is Answer.IMPOSSIBLE:
                own = self.oracle.impossible(narrowed)
                yield PartCovered(at, option, () if own else self._needed(Every(tuple(narrowed)), near))

    def _listed(self, at: int) -> list[Piece]:
        tests = [part for part in _parts(self._world.book.rules[at].when) if isinstance(part, Test)]
        return [piece for test in tests for piece in self._world.options[test]][:_MOST_OPTIONS]

    def _overlap(self, at: int, earlier: Sequence[int]) -> Iterator[Overlap]:
        """Earlier rules that ask about the same, go elsewhere, and are neither part of this rule nor all of it."""
        rules = self._world.book.rules
        found = []
        for each in earlier:
            if self._beside(at, each) and _target(rules[each].action) != _target(rules[at].action):
                common = self.oracle.find([self.takes[at], self.takes[each]])
                apart = self.oracle.find([self.takes[each], self.leaves[at]])
                if not isinstance(common, Answer) and not isinstance(apart, Answer):
                    found.append((each, common))
            if len(found) == _MOST_NAMED:
                break
        if found:
            yield Overlap(at, tuple(each for each, _ in found), found[0][1])

    def _beside(self, at: int, each: int) -> bool:
        """Whether two rules ask about a common field."""
        return bool(_fields(self._world.book.rules[at].when) & _fields(self._world.book.rules[each].when))

    def _meet(self, at: int, each: int) -> bool:
        """Whether two rules may take the same lead, as far as their plain conditions tell."""
        return self._may_meet(self.takes[at], each)

    def _may_meet(self, statement: Statement, each: int) -> bool:
        mine, other = _plain(statement), _plain(self.takes[each])
        return self.takes[each] != FAILS and all(mine.get(axis, cells) & cells for axis, cells in other.items())

    def _may_cover(self, statement: Statement, each: int) -> bool:
        """Whether one rule may take all of these leads, as far as plain conditions tell."""
        mine = _plain(statement)
        full = self._world.full
        return not any(mine.get(axis, full[axis]) & ~cells for axis, cells in _plain(self.takes[each]).items())

    def _takes_all(self, at: int) -> bool:
        return self.oracle.impossible([self.leaves[at]])

    def _always(self, at: int) -> Iterator[Always]:
        """A rule that has conditions, and all the same takes everything, is told; so are rules behind one."""
        behind = len(self._world.book.rules) - at - 1
        if behind and self._world.book.rules[at].when != All(()):
            yield Always(at, behind)

    def _gap(self, live: Sequence[int]) -> Iterator[Claim]:
        rest = [self.leaves[each] for each in live]
        for domains in (*self.usual(), None):
            found = self.oracle.find(rest, domains)
            if not isinstance(found, Answer):
                yield Gap(found)
                return

    def usual(self) -> Iterator[tuple[int, ...]]:
        """First only values that rules name, then any but blanks and ranges: such leads say more than an empty one."""
        shown = self._world.shown
        for usual in (_is_named, _is_filled):
            masks = [
                sum(1 << bit for bit, cell in enumerate(axis.cells) if usual(axis, cell)) & axis.shown or axis.shown
                for axis in self._world.axes
            ]
            yield (*masks, *shown[len(masks) :])


def _parts(condition: Condition) -> tuple[Condition, ...]:
    """The conditions that must all hold, one by one."""
    return (
        tuple(leaf for part in condition.parts for leaf in _parts(part)) if isinstance(condition, All) else (condition,)
    )


def _fields(condition: Condition) -> frozenset[str]:
    return frozenset(test.field for test in tests_of(condition))


def _plain(statement: Statement) -> dict[int, int]:
    """The cells a statement allows on each axis, as far as that is plain."""
    parts = statement.parts if isinstance(statement, Every) else (statement,)
    return {part.axis: part.cells for part in parts if isinstance(part, Among)}


def _target(action: Action) -> Action:
    return replace(action, place=NOWHERE)


def _is_named(axis: Axis, cell: Cell) -> bool:
    equal = [mark for piece, mark in zip(axis.pieces, cell.marks, strict=True) if piece.operator == "eq"]
    return any(mark is True for mark in equal) if equal else _is_filled(axis, cell)


def _is_filled(_: Axis, cell: Cell) -> bool:
    values = (cell.values or {}).values()
    return not any(value.blank or value.number != value.upper for value in values)
