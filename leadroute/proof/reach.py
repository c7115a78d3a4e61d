"""Questions to a world: is there a lead like this? With an example, or the proof that there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadroute.model.fold import fold
from leadroute.proof.moving import moved
from leadroute.proof.pieces import MEASURED
from leadroute.proof.search import Answer, Effort, solve
from leadroute.proof.theory import broken, spelled
from leadroute.proof.values import Value, holds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from leadroute.proof.axis import Cell
    from leadroute.proof.logic import Statement
    from leadroute.proof.search import Box
    from leadroute.proof.values import Piece
    from leadroute.proof.world import World

_ROUNDS = 30
"""So often facts about texts may be added before a question stays open."""

Lead = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Witness:
    """A lead by the fields that matter (any other may hold anything), and the moment it comes."""

    lead: Mapping[str, Value]
    moment: datetime


@dataclass(slots=True)
class Oracle:
    """Answers questions about one world, with so many steps for each and so many for all together."""

    world: World
    each: int
    total: Effort
    facts: list[Statement] = field(default_factory=list)
    gave_up: bool = False
    """Whether the last question might have been decided with more effort."""

    def find(self, statements: Sequence[Statement], domains: Sequence[int] | None = None) -> Witness | Answer:
        """An example of all statements; ``IMPOSSIBLE`` if there is none, in truth; ``UNDECIDED`` if that is not known.

        ``domains`` narrow the search; nothing is then said to be impossible.
        """
        self.gave_up = False
        seen = self._solve(self.world.shown if domains is None else domains, statements)
        if not isinstance(seen, Answer):
            return self._witness(seen, {})
        return self._unseen(statements) if domains is None else Answer.UNDECIDED

    def impossible(self, statements: Sequence[Statement]) -> bool:
        """Whether it is proved that no lead is like this."""
        return self._obedient(statements) is Answer.IMPOSSIBLE

    def _unseen(self, statements: Sequence[Statement]) -> Witness | Answer:
        """Look at values without an example, too: is there none even so? Else try to make up such a value."""
        found = self._obedient(statements)
        if isinstance(found, Answer):
            return found
        made = self._made_up(found)
        return Answer.UNDECIDED if made is None else self._witness(found, made)

    def _obedient(self, statements: Sequence[Statement]) -> Box | Answer:
        """A box that obeys the facts about texts."""
        for _ in range(_ROUNDS):
            found = self._solve(self.world.full, [*statements, *self.facts])
            if isinstance(found, Answer):
                return found
            more = [fact for axis in range(len(self.world.axes)) for fact in self._broken(found, axis)]
            if not more:
                return found
            self.facts += more
        return Answer.UNDECIDED

    def _broken(self, box: Box, at: int) -> list[Statement]:
        if self._cell(box, at).values is not None:
            return []
        held = {piece: self._chosen(box, piece) for piece in self.world.axes[at].pieces if piece in self.world.atoms}
        return list(broken(self.world.atoms, held))

    def _made_up(self, box: Box) -> dict[str, Value] | None:
        """A value for each axis whose cell has no example; ``None`` if one of them cannot be made."""
        made: dict[str, Value] = {}
        for at, axis in enumerate(self.world.axes):
            if box[at] == axis.full or self._cell(box, at).values is not None:
                if self._assumes(box, at):
                    return None
                continue
            value = None if self.world.book.kind_of(axis.fields[0]) in MEASURED else self._spelled(box, at)
            if value is None:
                return None
            made[axis.fields[0]] = value
        return made

    def _spelled(self, box: Box, at: int) -> Value | None:
        axis, cell = self.world.axes[at], self._cell(box, at)
        wanted = {piece: mark for piece, mark in zip(axis.pieces, cell.marks, strict=True) if isinstance(mark, bool)}
        fixed = {p: self._chosen(box, p) for p in axis.pieces if p in self.world.atoms and p not in wanted}
        texts = (Value(text, fold(text)) for text in spelled(fixed) if text)
        good = (value for value in texts if self._fits(value, {**wanted, **fixed}))
        return next(good, None) if not self.world.hidden.intersection(fixed) else None

    def _fits(self, value: Value, marks: Mapping[Piece, bool]) -> bool:
        return all(holds(piece, value, self.world.around) is mark for piece, mark in marks.items())

    def _assumes(self, box: Box, at: int) -> bool:
        """Whether anything is taken for granted about a list that is not known."""
        return any(
            box[self.world.atoms[piece]] != self.world.full[self.world.atoms[piece]]
            for piece in self.world.axes[at].pieces
            if piece in self.world.hidden
        )

    def _solve(self, domains: Sequence[int], statements: Sequence[Statement]) -> Box | Answer:
        effort = Effort(min(self.each, self.total.left))
        granted = effort.left
        found = solve(domains, statements, effort)
        self.gave_up |= found is Answer.UNDECIDED
        self.total.left -= granted - max(effort.left, 0)
        return found

    def _cell(self, box: Box, at: int) -> Cell:
        return self.world.axes[at].cells[_first(box[at])]

    def _chosen(self, box: Box, piece: Piece) -> bool:
        """Whether a piece holds by a box; of one that may or may not it is taken that it does not."""
        return not box[self.world.atoms[piece]] & 1

    def _witness(self, box: Box, made: Mapping[str, Value]) -> Witness | Answer:
        lead: Lead = {}
        moment = self.world.moments[_first(box[len(self.world.axes)])]
        for at, axis in enumerate(self.world.axes):
            cell = self._cell(box, at)
            if box[at] in {axis.full, axis.shown} or cell.values is None:
                continue
            at_that_time = moved(axis, cell, self.world.around, moment)
            if at_that_time is None:
                return Answer.UNDECIDED
            lead |= at_that_time
        return Witness({**lead, **made}, moment)


def _first(cells: int) -> int:
    return (cells & -cells).bit_length() - 1
