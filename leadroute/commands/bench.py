"""What examples are tried with: the rulebook, the people, and every example there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute.commands.exits import Exit
from leadroute.commands.reading import read_roster
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import read_rules, read_tables_of
from leadroute.files.data import read_bytes, spelled
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts, has_errors
from leadroute.rulebook.example_files import parse_examples
from leadroute.rulebook.near import near

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Example, Rulebook

Notes = tuple[Diagnostic, ...]
END = "_test"
"""How the names of files of examples end, before ``.yaml``: ``rules_test.yaml`` has those of ``rules.yaml``."""


def own_file(rules: Path) -> Path:
    """The file of examples that is named after a rulebook."""
    return rules.with_name(f"{rules.stem}{END}.yaml")


@dataclass(frozen=True, slots=True)
class Bench:
    """The rulebook without its examples, the roster (``None``: stand-ins), the examples, the moment, what was noticed.

    ``own`` are the examples of the rulebook itself, ``beside`` those of files, by path.
    """

    rules: Path
    book: Rulebook
    roster: Roster | None
    own: tuple[Example, ...]
    beside: dict[Path, tuple[Example, ...]]
    now: datetime
    notes: Notes

    @property
    def examples(self) -> tuple[Example, ...]:
        """Those of the rulebook, then those of the files."""
        return (*self.own, *(example for each in self.beside.values() for example in each))


def bench(
    rules: Path, reps: Path | None, tests: tuple[Path, ...] | None, clock: Callable[[tzinfo], datetime]
) -> Bench | Refusal:
    """Read everything; ``tests`` are the files of examples (none: those beside the rulebook; ``None``: its own)."""
    read = read_rules(rules)
    if isinstance(read, Refusal):
        return read
    book, of_rules = read
    book, of_tables = read_tables_of(book, rules)
    roster, of_roster = read_roster(reps) if reps else (None, ())
    files, strange = (tests, ()) if tests else _beside(rules, alone=tests is None)
    beside, of_examples = _examples(files, book)
    found = Bench(rules, replace(book, examples=()), roster, book.examples, beside, clock(ZoneInfo(book.timezone)), ())
    notes = (*of_rules, *of_tables, *of_roster, *strange, *of_examples, *_strangers(found.examples, roster))
    return Refusal(Exit.RULES, notes, book.language) if has_errors(notes) else replace(found, notes=notes)


def _beside(rules: Path, *, alone: bool) -> tuple[tuple[Path, ...], Notes]:
    """The files of examples beside a rulebook. If it has one of its own, those named after others are theirs."""
    alone = alone or own_file(rules).exists()
    found: list[Path] = []
    others: list[Path] = []
    for path in sorted(rules.parent.glob(f"*{END}.yaml")):
        stem = path.stem.removesuffix(END)
        named = (path.with_name(f"{stem}{suffix}") for suffix in (".yaml", ".yml"))
        (others if alone and stem != rules.stem and any(one.exists() for one in named) else found).append(path)
    told = facts(count=len(others), files=", ".join(path.name for path in others[:3]))
    note = Diagnostic("LR329", Severity.NOTE, Place(spelled(rules.parent)), told)
    return tuple(found), (note,) if others else ()


def _examples(files: Sequence[Path], book: Rulebook) -> tuple[dict[Path, tuple[Example, ...]], Notes]:
    found: dict[Path, tuple[Example, ...]] = {}
    problems: list[Diagnostic] = []
    for path in files:
        data = read_bytes(path)
        if isinstance(data, Diagnostic):
            problems.append(data)
            continue
        found[path], noticed = parse_examples(data, spelled(path), book)
        problems += noticed
    return found, tuple(problems)


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
