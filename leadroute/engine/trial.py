"""What became of the examples of a rulebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.engine.explain.explanation import Explanation
    from leadroute.engine.plan import Plan
    from leadroute.model.diagnostic import Place
    from leadroute.model.rulebook import Example


@dataclass(frozen=True, slots=True)
class Trial:
    """One example that was tried: what became of it, and the keys of what it expected otherwise.

    ``got`` has the words for every key an example may speak of (``""``: none), ``also`` other words for the same; of a
    rep id and name both count. ``why`` explains the decision of a failed one, with the plan it is part of.
    ``by_default`` tells that it was put to the rules and none took it.
    """

    example: Example
    got: Mapping[str, str]
    wrong: tuple[str, ...]
    also: Mapping[str, str]
    why: tuple[Plan, Explanation] | None = None
    by_default: bool = False

    @property
    def passed(self) -> bool:
        """Whether everything is as expected."""
        return not self.wrong


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound in a condition (``budget: {gte: 50万}``), and on which of its sides an example lies."""

    field: str
    operator: str
    value: float
    spelled: str
    place: Place
    below: bool
    above: bool

    @property
    def covered(self) -> bool:
        """Whether examples lie on both sides."""
        return self.below and self.above


@dataclass(frozen=True, slots=True)
class Survivor:
    """A change of the rulebook that no example notices: what was changed (see ``rulebook.mutants``), and where."""

    kind: str
    place: Place
    old: str
    new: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Tested:
    """All trials; rules (by name and place) that no example reaches; bounds; changes nobody would notice.

    ``mutants`` counts the changes that were tried (0: none were asked for); ``by_default`` tells whether an example
    comes to the default.
    """

    trials: tuple[Trial, ...]
    unreached: tuple[tuple[str, Place], ...]
    bounds: tuple[Bound, ...]
    mutants: int = 0
    survivors: tuple[Survivor, ...] = ()
    by_default: bool = False

    @property
    def passed(self) -> bool:
        """Whether every example passed."""
        return all(trial.passed for trial in self.trials)
