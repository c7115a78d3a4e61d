"""What every reader gets: where to put problems, and the names the rulebook knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from leadroute.model.fields import DERIVED, FIELDS, Kind
from leadroute.model.fold import fold
from leadroute.model.rulebook import ALL_REPS, OPEN_POOL
from leadroute.rulebook.spellings import OFFERED, SPELLINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leadroute.rulebook.findings import Findings
    from leadroute.rulebook.nodes import Scalar


_MOST_SHOWN = 12
_MOST_COMPARED = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """``kinds`` maps every field to its kind, ``spellings`` every other accepted name to its field."""

    found: Findings
    kinds: Mapping[str, Kind] = field(default_factory=lambda: {**FIELDS, **DERIVED})
    spellings: Mapping[str, str] = field(default_factory=lambda: SPELLINGS)
    pools: Mapping[str, object] = field(default_factory=dict)
    rules: Mapping[str, object] = field(default_factory=dict)

    def known_field(self, name: Scalar, code: str = "LR206", also: tuple[str, ...] = ()) -> str | None:
        """The field that is meant; an unknown one is reported with the nearest names (and words that may stand too)."""
        known = self.field_of(name.value)
        if known is None:
            self.unknown(code, name, (*self.field_names, *also))
        return known

    def field_of(self, name: str) -> str | None:
        """The field of that name or spelling."""
        word = name.strip()
        if word in self.kinds:
            return word
        if word in self.spellings:
            return self.spellings[word]
        folded = fold(word)
        return self.spellings.get(folded, folded) if folded in self.kinds or folded in self.spellings else None

    def own_field(self, name: str) -> str | None:
        """The field of that name if it is one of the rulebook's own, or called so by the rulebook."""
        word = fold(name)
        builtin = word in FIELDS or word in DERIVED or word in SPELLINGS
        return None if builtin else self.field_of(word)

    @property
    def field_names(self) -> tuple[str, ...]:
        """What is offered to an author who misspells one."""
        own = (name for name in self.spellings if name not in SPELLINGS)
        return (*self.kinds, *OFFERED, *own)

    def known_pool(self, name: Scalar, *also: str) -> str | None:
        """The pool (or one of the words that may stand for one)."""
        word = name.value.strip()
        if word in self.pools or word in also:
            return word
        self.unknown("LR201", name, chain(self.pools, also))
        return None

    def known_target(self, name: Scalar) -> str | None:
        """A pool, everybody, or the open pool."""
        return self.known_pool(name, ALL_REPS, OPEN_POOL)

    def unknown(self, code: str, name: Scalar, choices: Iterable[str]) -> None:
        """Report a word that is none of the choices, with the nearest of them."""
        # Late: only a rulebook with a mistake looks for near words; past the limit nobody would see them.
        from leadroute.rulebook.near import near  # noqa: PLC0415 - see above

        known = () if self.found.full else tuple(choices)
        hits = near(name.value, known[-_MOST_COMPARED:])
        self.found.error(code, name.at, hits, word=name.value, words=", ".join(known[:_MOST_SHOWN]))
