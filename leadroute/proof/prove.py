"""Prove what can be proved about the rules of a rulebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.model.rulebook import NOWHERE, All, Test
from leadroute.proof.claims import Always, Covered, Gap, Never, Open, Overlap, PartCovered, Reached, Unanswered
from leadroute.proof.logic import Every
from leadroute.proof.order import Order, parts_of
from leadroute.proof.reach import Oracle
from leadroute.proof.search import Answer, Effort
from leadroute.proof.usual import usual
from leadroute.proof.world import world
from leadroute.rulebook.references import tests_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from leadroute.model.rulebook import Action, Condition, Rulebook
    from leadroute.proof.claims import Claim
    from leadroute.proof.logic import Statement
    from leadroute.proof.reach import Witness
    from leadroute.proof.values import Around, Piece

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
    return tuple(Prover(Order(Oracle(world(book, around, now), each, Effort(total)))).claims())


@dataclass
class Prover:
    """Goes through the rules from the top, keeping what the earlier ones leave."""

    order: Order
    unanswered: int = 0
    """How many questions took more effort than is granted, other than whether a rule is reached."""

    def claims(self) -> Iterator[Claim]:
        """Every claim."""
        live: list[int] = []
        for at, rule in enumerate(self.order.world.book.rules):
            if not rule.enabled:
                continue
            claims = list(self._rule(at, live))
            yield from claims
            live += [at] * (not any(isinstance(claim, Never | Covered) for claim in claims))
            if self.order.oracle.impossible([self.order.leaves[at]]):
                yield from self._always(at)
                break
        else:
            yield from self._gap(live)
        if self.unanswered:
            yield Unanswered(self.unanswered)

    def _rule(self, at: int, before: Sequence[int]) -> Iterator[Claim]:
        mine = self.order.takes[at]
        earlier = self.order.near(mine, before)
        found = self.order.oracle.find([mine, *self.order.left_by(earlier)])
        if found is Answer.IMPOSSIBLE:
            yield self.order.why(at, earlier)
        elif found is Answer.UNDECIDED:
            yield Open((at,))
        else:
            yield Reached(at, found)
            options = list(self._options(at, earlier))
            yield from options
            yield from self._overlap(at, [each for each in earlier if not any(each in one.by for one in options)])

    def _options(self, at: int, earlier: Sequence[int]) -> Iterator[PartCovered]:
        """The values a rule lists that never come to it."""
        mine = self.order.takes[at]
        for option in self._listed(at):
            value = self.order.world.piece(option)
            near = self.order.near(value, earlier)
            if self._find([mine, value, *self.order.left_by(near)]) is Answer.IMPOSSIBLE:
                own = self.order.oracle.impossible([mine, value])
                yield PartCovered(at, option, () if own else self.order.needed(Every((mine, value)), near))

    def _listed(self, at: int) -> list[Piece]:
        tests = [part for part in parts_of(self.order.world.book.rules[at].when) if isinstance(part, Test)]
        return [piece for test in tests for piece in self.order.world.options[test]][:_MOST_OPTIONS]

    def _overlap(self, at: int, earlier: Sequence[int]) -> Iterator[Overlap]:
        """Earlier rules that ask about the same, go elsewhere, and are neither part of this rule nor all of it."""
        rules, order = self.order.world.book.rules, self.order
        found = []
        for each in earlier:
            if self._beside(at, each) and _target(rules[each].action) != _target(rules[at].action):
                common = self._find([order.takes[at], order.takes[each]])
                apart = self._find([order.takes[each], order.leaves[at]])
                if not isinstance(common, Answer) and not isinstance(apart, Answer):
                    found.append((each, common))
            if len(found) == _MOST_NAMED:
                break
        if found:
            yield Overlap(at, tuple(each for each, _ in found), found[0][1])

    def _beside(self, at: int, each: int) -> bool:
        """Whether two rules ask about a common field."""
        rules = self.order.world.book.rules
        return bool(_fields(rules[at].when) & _fields(rules[each].when))

    def _always(self, at: int) -> Iterator[Always]:
        """A rule that has conditions, and all the same takes everything, is told; so are rules behind one."""
        behind = len(self.order.world.book.rules) - at - 1
        if behind and self.order.world.book.rules[at].when != All(()):
            yield Always(at, behind)

    def _gap(self, live: Sequence[int]) -> Iterator[Claim]:
        rest = self.order.left_by(live)
        for domains in usual(self.order.world):
            found = self.order.oracle.find(rest, domains)
            if not isinstance(found, Answer):
                yield Gap(found)
                return
        found = self._find(rest)
        if not isinstance(found, Answer):
            yield Gap(found)

    def _find(self, statements: Sequence[Statement]) -> Witness | Answer:
        """Ask, and count it where the effort was not enough."""
        found = self.order.oracle.find(statements)
        self.unanswered += found is Answer.UNDECIDED and (self.order.oracle.gave_up or self.order.world.partial)
        return found


def _fields(condition: Condition) -> frozenset[str]:
    return frozenset(test.field for test in tests_of(condition))


def _target(action: Action) -> Action:
    return replace(action, place=NOWHERE)
