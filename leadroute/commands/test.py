"""``leadroute test``: try the examples of a rulebook, and tell what no example would notice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.commands.bench import bench
from leadroute.commands.coverage import tested
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.try_examples import Together
from leadroute.engine.trial import Survivor
from leadroute.files.data import spelled
from leadroute.rulebook.mutants import mutants

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.bench import Bench
    from leadroute.engine.trial import Tested, Trial
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language

Notes = tuple["Diagnostic", ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The rulebook, the roster (``None``: stand-ins), files of examples; are mutants tried, examples written?"""

    rules: Path
    reps: Path | None = None
    tests: tuple[Path, ...] = ()
    mutate: bool = False
    write: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Examined:
    """What the test found, everything noticed on the way, and how many rules are in force."""

    tested: Tested
    notes: Notes
    language: Language
    file: str
    rules: int

    @property
    def exit(self) -> Exit:
        """``NO`` when an example failed, or when there is none."""
        return Exit.DONE if self.tested.passed and self.tested.trials else Exit.NO


def test(asked: Asked, clock: Callable[[tzinfo], datetime]) -> Examined | Refusal:
    """Read the rulebook, its examples and the roster; try every example; look what none of them covers."""
    at = bench(asked.rules, asked.reps, asked.tests, clock)
    if isinstance(at, Refusal):
        return at
    return examined(at, tested(at.book, at.roster, at.examples, at.now), mutate=asked.mutate)


def examined(at: Bench, found: Tested, *, mutate: bool = False) -> Examined:
    """What became of every example that was read."""
    found = _mutated(found, at) if mutate else found
    return Examined(found, at.notes, at.book.language, spelled(at.rules), sum(rule.enabled for rule in at.book.rules))


def _mutated(found: Tested, at: Bench) -> Tested:
    """Try every mutant on all examples; those that change nothing an example speaks of survive."""
    examples = tuple(trial.example for trial in found.trials)
    if not examples:
        return found
    together = Together.of(examples, at.book, at.roster, at.now)
    before, count, survivors = _heard(together.tried(at.book)), 0, []
    for mutant in mutants(at.book):
        count += 1
        if _heard(together.tried(mutant.book)) == before:
            survivors.append(Survivor(mutant.kind, mutant.place, mutant.old, mutant.new, mutant.field))
    return replace(found, mutants=count, survivors=tuple(survivors))


def _heard(trials: Sequence[Trial]) -> list[tuple[bool, ...]]:
    """Which expectations are met; who takes a lead depends on others here, so that is not asked."""
    return [tuple(key in trial.wrong for key in trial.example.expect if key != "rep") for trial in trials]
