"""Leads made up to be decided by one rule: what the proofs can show, with the points that make its score.

Nothing is taken on trust: whoever asks tries each lead as any other and keeps the first that comes where it should.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, combinations, islice
from typing import TYPE_CHECKING

from leadroute.model.fields import DERIVED
from leadroute.model.rulebook import Rule, ToOpenPool
from leadroute.proof.logic import denied
from leadroute.proof.order import Order
from leadroute.proof.prove import EACH, TOTAL
from leadroute.proof.reach import Oracle
from leadroute.proof.search import Answer, Effort
from leadroute.proof.usual import usual
from leadroute.proof.world import world
from leadroute.rulebook.references import map_tests, tests_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from leadroute.model.rulebook import Rulebook, Test
    from leadroute.proof.logic import Statement
    from leadroute.proof.reach import Witness
    from leadroute.proof.values import Around

_MOST = 64
"""So many choices of points are tried for one rule."""

Made = tuple[dict[str, str], "datetime"]
"""Fields of a lead by name, and the moment it comes (local time)."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes leads up for the rules of one rulebook; the points are further rules behind the others."""

    book: Rulebook
    order: Order

    @classmethod
    def of(cls, book: Rulebook, around: Around, now: datetime) -> Maker:
        """Cut the fields of the rulebook into cells, those that points look at as well."""
        book = book if around.reps is not None else map_tests(book, _suited)
        points = tuple(Rule(f"{at}", one.when, ToOpenPool()) for at, one in enumerate(book.score.points))
        whole = replace(book, rules=(*book.rules, *points))
        return cls(book, Order(Oracle(world(whole, around, now), EACH, Effort(TOTAL))))

    @property
    def scored(self) -> bool:
        """Whether a rule looks at the score."""
        return any(test.field in {"score", "grade"} for rule in self.book.rules for test in tests_of(rule.when))

    def leads(self, rule: int | None) -> Iterator[Made]:
        """Leads that this rule (``None``: the default) should decide, the likeliest first."""
        order, rules = self.order, len(self.book.rules)
        order.oracle.total = Effort(TOTAL)  # every rule has as much; an earlier one cannot use it up
        before = order.left_by(range(rules if rule is None else rule))
        wanted = [*before, *([] if rule is None else [order.takes[rule]])]
        choices = self._choices() if self.scored else iter([[]])
        for points in choices:
            found = self._found([*wanted, *points])
            if found is not None:
                yield _plain(found), found.moment

    def _found(self, statements: list[Statement]) -> Witness | None:
        """A lead of values the rulebook names if there is one, else any."""
        for domains in (*usual(self.order.world), None):
            found = self.order.oracle.find(statements, domains)
            if not isinstance(found, Answer):
                return found
        return None

    def _choices(self) -> Iterator[list[Statement]]:
        """Which points are made and which are not: none, one, two and so on."""
        at_world, points = self.order.world, self.book.score.points
        each = range(len(points))
        chosen = chain.from_iterable(combinations(each, count) for count in range(len(points) + 1))
        for made in islice(chosen, _MOST):
            yield [
                at_world.says(points[at].when) if at in made else denied(at_world.says(points[at].when), at_world.full)
                for at in each
            ]


def _suited(test: Test) -> Test:
    """Where there is no roster everybody has what a lead asks for."""
    return replace(test, operator="present", operand=True) if test.operator == "in_rep" else test


def _plain(witness: Witness) -> dict[str, str]:
    """The fields somebody could fill in, without the blanks; of a domain an address there."""
    lead = {name: value.text for name, value in witness.lead.items() if not value.blank}
    if domain := lead.get("email_domain"):
        lead.setdefault("email", f"someone@{domain}")
    return {name: text for name, text in lead.items() if name not in DERIVED}
