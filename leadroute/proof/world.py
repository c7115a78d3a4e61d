"""All axes of a rulebook, and what each of its rules says about them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.model.fold import fold
from leadroute.model.rulebook import All, AnyOf, NoneOf, TableRef, Test
from leadroute.proof.axis import Axis, Subject, field_axis
from leadroute.proof.derived import JOINT, score_axis
from leadroute.proof.keys import KEYED, light_key
from leadroute.proof.logic import Among, denied, every, some
from leadroute.proof.missing import counts_unknown, leanings, takes_unknown
from leadroute.proof.pieces import take_apart
from leadroute.proof.ranges import Use
from leadroute.proof.times import time_axis
from leadroute.rulebook.references import tests_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from leadroute.model.fields import Kind
    from leadroute.model.rulebook import Condition, Rule, Rulebook
    from leadroute.proof.keys import Keys
    from leadroute.proof.logic import Statement
    from leadroute.proof.pieces import Taken
    from leadroute.proof.values import Around, Piece

TRUE_ATOM = 2
"""An open piece is an axis of its own with two cells: it does not hold (bit 0), it holds (bit 1)."""


@dataclass(frozen=True, slots=True)
class World:
    """The axes, the place of each field among them, and of each piece that is open in some cell."""

    book: Rulebook
    around: Around
    moments: tuple[datetime, ...]
    axes: tuple[Axis, ...]
    place: Mapping[str, int]
    atoms: Mapping[Piece, int]
    taken: Mapping[Test, Taken]
    options: Mapping[Test, tuple[Piece, ...]]
    hidden: frozenset[Piece]

    @property
    def partial(self) -> bool:
        """Whether too many values of some field would have to be looked at."""
        return any(axis.partial for axis in self.axes)

    @property
    def full(self) -> tuple[int, ...]:
        """All cells of every axis; nothing is left out."""
        return (*(axis.full for axis in self.axes), self._times, *(3 for _ in self.atoms))

    @property
    def shown(self) -> tuple[int, ...]:
        """Only cells with an example; nothing is said of what is open."""
        return (*(axis.shown for axis in self.axes), self._times, *(0 for _ in self.atoms))

    @property
    def _times(self) -> int:
        return (1 << len(self.moments)) - 1

    def takes(self, rule: Rule) -> Statement:
        """What holds of exactly the leads a rule takes when it is their turn to be put to it."""
        force = sum(1 << bit for bit, moment in enumerate(self.moments) if rule.counts_at(moment))
        return every((Among(len(self.axes), force), self.says(rule.when, maybe=takes_unknown(rule))))

    def says(self, condition: Condition, *, maybe: bool = False) -> Statement:
        """Where a condition surely holds; with ``maybe`` also where it is unknown."""
        match condition:
            case Test():
                return self._test(condition, maybe)
            case All(parts):
                return every(self.says(part, maybe=maybe) for part in parts)
            case AnyOf(parts):
                return some(self.says(part, maybe=maybe) for part in parts)
            case NoneOf(parts):
                return every(denied(self.says(part, maybe=not maybe), self.full) for part in parts)

    def piece(self, piece: Piece, *, maybe: bool = False) -> Statement:
        """Where a piece holds."""
        at = self.place[piece.field]
        marks = self.axes[at].masks[piece]
        held = Among(at, marks.sure | (marks.unknown if maybe else 0))
        if piece not in self.atoms:
            return held
        return some((held, every((Among(at, marks.open), Among(self.atoms[piece], TRUE_ATOM)))))

    def _test(self, test: Test, maybe: bool) -> Statement:  # noqa: FBT001 - private
        taken = self.taken[test]
        with_unknown = counts_unknown(test, maybe=maybe) is not taken.denied
        pieces = (self.piece(each, maybe=with_unknown) for each in taken.pieces)
        found = every(pieces) if taken.every else some(pieces)
        return denied(found, self.full) if taken.denied else found


def world(book: Rulebook, around: Around, now: datetime, keys: Keys = light_key) -> World:
    """Cut the fields of a rulebook into cells."""
    tests = tuple(dict.fromkeys(test for rule in book.rules for test in tests_of(rule.when)))
    taken = {test: _taken(test, book.kind_of(test.field), keys) for test in tests}
    options = {test: _options(one) for test, one in taken.items()}
    pieces = dict.fromkeys(piece for one in taken.values() for piece in one.pieces)
    axes = tuple(_axes(book, taken, tuple(pieces), around, keys))
    place = {field: at for at, axis in enumerate(axes) for field in axis.fields}
    open_ = [piece for axis in axes for piece in axis.pieces if axis.masks[piece].open]
    atoms = {piece: at for at, piece in enumerate(open_, len(axes) + 1)}
    hidden = frozenset(piece for piece in open_ if piece.operator in {"in_rep", "in_table"})
    return World(book, around, time_axis(book.rules, now), axes, place, atoms, taken, options, hidden)


def _taken(test: Test, kind: Kind, keys: Keys) -> Taken:
    def key(text: str) -> str:
        return keys(kind, text) or fold(text)

    if isinstance(test.operand, TableRef) and test.operand.values is not None:
        table = replace(test.operand, values=frozenset(map(key, test.operand.values)))
        test = replace(test, operand=table)
    return take_apart(test, kind, key)


def _options(taken: Taken) -> tuple[Piece, ...]:
    """The values of a list, each of which the author expects to count."""
    listed = not taken.denied and len(taken.pieces) > 1 and all(piece.operator == "eq" for piece in taken.pieces)
    return taken.pieces if listed else ()


def _axes(
    book: Rulebook, taken: Mapping[Test, Taken], pieces: tuple[Piece, ...], around: Around, keys: Keys
) -> Iterable[Axis]:
    fields = dict.fromkeys(test.field for test in taken)
    uses = [_uses(rule, taken) for rule in book.rules]
    subjects = {
        name: Subject(
            name,
            book.kind_of(name),
            tuple(piece for piece in pieces if piece.field == name),
            any(_is_loose(test, book.kind_of(name), keys) for test in taken if test.field == name),
            tuple(of_rule[name] for of_rule in uses if name in of_rule),
        )
        for name in fields
    }
    joint = [subjects.pop(name) for name in JOINT if name in subjects]
    yield from (field_axis(subject, around) for subject in subjects.values())
    if joint:
        yield score_axis(joint, book.score, around)


def _uses(rule: Rule, taken: Mapping[Test, Taken]) -> Mapping[str, frozenset[Use]]:
    """What a rule asks about each field."""
    found: dict[str, set[Use]] = {}
    for each in leanings(rule):
        one = taken[each.test]
        turned = each.denied is not one.denied
        uses = (Use(piece, each.unknown, turned, each.needed and not turned) for piece in one.pieces)
        found.setdefault(each.test.field, set()).update(uses)
    return {name: frozenset(uses) for name, uses in found.items()}


def _is_loose(test: Test, kind: Kind, keys: Keys) -> bool:
    """Whether a text of the test may be compared as equal to another spelling."""
    if test.operator == "in_rep":
        return kind not in KEYED
    if test.operator not in {"eq", "ne", "in", "not_in", "in_table"}:
        return False
    if isinstance(test.operand, TableRef):
        named: Iterable[object] = test.operand.values or ()
    else:
        named = test.operand if isinstance(test.operand, tuple) else (test.operand,)
    return any(isinstance(one, str) and keys(kind, one) is None for one in named)
