"""``leadroute test``: try the examples of a rulebook, and tell what no example would notice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from leadroute.commands.exits import Exit
from leadroute.commands.gather import read_roster
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import read_rules, read_tables_of
from leadroute.commands.try_examples import Together, leads_of, tried
from leadroute.engine.trial import Bound, Survivor, Tested
from leadroute.files.data import read_bytes, spelled
from leadroute.model.diagnostic import Diagnostic, facts, has_errors
from leadroute.rulebook.example_files import parse_examples
from leadroute.rulebook.mutants import mutants, spelled_bound
from leadroute.rulebook.near import near
from leadroute.rulebook.references import bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.engine.trial import Trial
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Example, Language, Rulebook
    from leadroute.tables.leads import Column, Numbers

Notes = tuple[Diagnostic, ...]
BESIDE = "*_test.yaml"
"""Files of examples that are read when they stand beside a rulebook."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The rulebook, the roster (``None``: stand-ins), further files of examples, whether mutants are tried."""

    rules: Path
    reps: Path | None = None
    tests: tuple[Path, ...] = ()
    mutate: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
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


def test(asked: Asked, clock: Callable[[tzinfo], datetime]) -> Outcome | Refusal:
    """Read the rulebook, its examples and the roster; try every example; look what none of them covers."""
    read = read_rules(asked.rules)
    if isinstance(read, Refusal):
        return read
    book, of_rules = read
    book, of_tables = read_tables_of(book, asked.rules)
    roster, of_roster = read_roster(asked.reps) if asked.reps else (None, ())
    examples, of_examples = _examples(asked, book)
    notes = (*of_rules, *of_tables, *of_roster, *of_examples, *_strangers(examples, roster))
    if has_errors(notes):
        return Refusal(Exit.RULES, notes, book.language)
    now = clock(ZoneInfo(book.timezone))
    found = _tested(replace(book, examples=()), roster, examples, now)
    if asked.mutate:
        found = _mutated(found, book, roster, now)
    return Outcome(found, notes, book.language, spelled(asked.rules), sum(rule.enabled for rule in book.rules))


def _examples(asked: Asked, book: Rulebook) -> tuple[tuple[Example, ...], Notes]:
    """Those of the rulebook, then those of the files."""
    found, problems = [*book.examples], list[Diagnostic]()
    for path in asked.tests or sorted(asked.rules.parent.glob(BESIDE)):
        data = read_bytes(path)
        if isinstance(data, Diagnostic):
            problems.append(data)
            continue
        more, noticed = parse_examples(data, spelled(path), book)
        found += more
        problems += noticed
    return tuple(found), tuple(problems)


def _strangers(examples: Sequence[Example], roster: Roster | None) -> Iterator[Diagnostic]:
    """People the examples speak of who are not on the roster; without one nobody can be expected."""
    for example in examples:
        who = example.expect.get("rep", ())
        if roster is None and who:
            yield Diagnostic("LR850", place=example.place, args=facts(who=who[0]))
        for one in (*who, *example.away) if roster else ():
            if roster and roster.find(one) is None:
                names = [name for rep in roster.reps for name in (rep.id, rep.name)]
                yield Diagnostic("LR851", place=example.place, args=facts(who=one), near=near(one, names))


def _tested(book: Rulebook, roster: Roster | None, examples: Sequence[Example], now: datetime) -> Tested:
    trials = tried(book, roster, examples, now)
    reached = {trial.got["rule"] for trial in trials}
    unreached = tuple((rule.name, rule.place) for rule in book.rules if rule.enabled and rule.name not in reached)
    return Tested(trials, unreached, _bounds(book, trials) if trials else ())


def _bounds(book: Rulebook, trials: Sequence[Trial]) -> tuple[Bound, ...]:
    """Every bound of the rules, and on which of its sides an example lies; a value on the bound is on the upper one."""
    columns = leads_of([trial.example for trial in trials], book).columns
    scores = np.array([float(trial.got["score"]) for trial in trials])
    found = []
    for field, operator, value, place in bounds(book):
        given = scores if field == "score" else _numbers(columns.get(field))
        below, above = bool((given < value).any()), bool((given >= value).any())
        spelled_out = spelled_bound(value, book.kind_of(field))
        found.append(Bound(field, operator, value, spelled_out, place, below, above))
    return tuple(found)


def _numbers(column: Column | None) -> Numbers:
    return np.zeros(0) if column is None or column.numbers is None else column.numbers[column.codes]


def _mutated(found: Tested, book: Rulebook, roster: Roster | None, now: datetime) -> Tested:
    """Try every mutant on all examples; those that change nothing an example speaks of survive."""
    examples = tuple(trial.example for trial in found.trials)
    if not examples:
        return found
    together = Together.of(examples, book, roster, now)
    before, count, survivors = _heard(together.tried(book)), 0, []
    for mutant in mutants(replace(book, examples=())):
        count += 1
        if _heard(together.tried(mutant.book)) == before:
            survivors.append(Survivor(mutant.kind, mutant.place, mutant.old, mutant.new))
    return replace(found, mutants=count, survivors=tuple(survivors))


def _heard(trials: Sequence[Trial]) -> list[tuple[bool, ...]]:
    """Which expectations are met; who takes a lead depends on others here, so that is not asked."""
    return [tuple(key in trial.wrong for key in trial.example.expect if key != "rep") for trial in trials]
