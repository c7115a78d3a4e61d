"""``leadroute test --write``: propose examples for what none covers, try them, put them beside the rulebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.commands.bench import bench, own_file
from leadroute.commands.coverage import tested
from leadroute.commands.decide import decide
from leadroute.commands.exits import Exit
from leadroute.commands.gather import Gathered
from leadroute.commands.prepare import prepare
from leadroute.commands.propose_examples import propose
from leadroute.commands.reading import read_customers, read_leads
from leadroute.commands.refusal import Refusal
from leadroute.commands.test import examined
from leadroute.commands.try_examples import people_for
from leadroute.files.data import read_bytes, spelled
from leadroute.files.errors import OutputError
from leadroute.files.read.options import AS_FOUND
from leadroute.files.write.publish import publish
from leadroute.files.write.rewrite import rewrite
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts, has_errors
from leadroute.render.console import system_language
from leadroute.render.example_lines import example_lines, head_line
from leadroute.rulebook.example_edit import with_examples
from leadroute.rulebook.example_files import parse_examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.bench import Bench
    from leadroute.commands.test import Asked, Examined
    from leadroute.engine.plan import Plan
    from leadroute.engine.proposal import Proposed
    from leadroute.engine.trial import Tested
    from leadroute.model.rulebook import Rulebook

Notes = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """The files real leads are taken from (none: all examples are made up), and the customers these may belong to."""

    leads: tuple[Path, ...] = ()
    customers: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """What was proposed and put into a file, what the examples covered before, and the test of all of them."""

    outcome: Examined
    book: Rulebook
    before: Tested
    file: str
    proposed: tuple[Proposed, ...] = ()


def write_examples(asked: Asked, given: Given, clock: Callable[[tzinfo], datetime]) -> Written | Refusal:
    """Propose only what passes; write all or nothing, and nothing as long as an example fails."""
    if not asked.write:
        return Refusal(Exit.USAGE, (Diagnostic("LR316"),), system_language())
    at = bench(asked.rules, asked.reps, asked.tests or None, clock)
    if isinstance(at, Refusal):
        return at
    at = replace(at, now=at.now.replace(second=0, microsecond=0))  # an example says its moment to the minute
    file = asked.tests[0] if asked.tests else own_file(asked.rules)
    before = tested(at.book, at.roster, at.examples, at.now)
    if not before.passed:
        note = Diagnostic("LR320", Severity.WARNING, Place(spelled(file)))
        return Written(examined(replace(at, notes=(*at.notes, note)), before), at.book, before, spelled(file))
    planned = _planned(at, given)
    if isinstance(planned, Refusal):
        return planned
    plan, of_leads = planned
    proposed = propose(at, before, plan)
    at = replace(at, notes=(*at.notes, *of_leads, *_kept(proposed)))
    put = _put(at, file, proposed) if proposed else (at, before)
    if isinstance(put, Refusal):
        return put
    told = examined(*put, mutate=asked.mutate)
    return Written(
        replace(told, notes=(*told.notes, *_left(told.tested, at.book))), at.book, before, spelled(file), proposed
    )


def _planned(at: Bench, given: Given) -> tuple[Plan | None, Notes] | Refusal:
    """The plan of the real leads, as a run without memory would make it."""
    if not given.leads:
        return None, ()
    leads, of_leads = read_leads(given.leads, AS_FOUND, at.book)
    customers, of_customers = read_customers(given.customers, at.book)
    notes = (*of_leads, *of_customers)
    if leads is None or has_errors(notes):
        return Refusal(Exit.INPUT, notes, at.book.language)
    people = people_for(leads, at.book, at.roster)
    plan = decide(prepare(Gathered(at.book, people, leads, customers, ())), None, at.now).plan
    return plan, tuple(note for note in notes if note.severity is not Severity.NOTE)


def _put(at: Bench, file: Path, proposed: Sequence[Proposed]) -> tuple[Bench, Tested] | Refusal:
    """Write the examples if all of them pass as they will be read; the bench with them, and the test of all."""
    is_new = file not in at.beside
    before = f"{head_line(at.book.language)}\nexamples:\n".encode() if is_new else read_bytes(file)
    if isinstance(before, Diagnostic):
        return Refusal(Exit.OUTPUT, (before,), at.book.language)
    after = with_examples(before, example_lines(proposed, at.book), [one.example for one in proposed], at.book)
    if after is None:
        return Refusal(Exit.OUTPUT, (Diagnostic("LR318", place=Place(spelled(file))),), at.book.language)
    there = replace(at, beside={**at.beside, file: parse_examples(after, spelled(file), at.book)[0]})
    found = tested(there.book, there.roster, there.examples, there.now)
    if not found.passed:
        message = f"proposed examples that do not pass:\n{after.decode(errors='replace')}"
        raise ValueError(message)
    try:
        _write(file, None if is_new else before, after)
    except OutputError as error:
        return Refusal(Exit.OUTPUT, (error.diagnostic,), at.book.language)
    return there, found


def _write(file: Path, before: bytes | None, after: bytes) -> None:
    if before is None:
        publish(file.parent, {file.name: lambda path: path.write_bytes(after)})
    else:
        rewrite(file, before, after)


def _kept(proposed: Sequence[Proposed]) -> Iterator[Diagnostic]:
    """Values that may tell of a person and were needed as they are."""
    for one in proposed:
        if one.draft.kept:
            told = facts(fields=", ".join(one.draft.kept))
            yield Diagnostic("LR317", Severity.WARNING, one.draft.place, told)


def _left(found: Tested, book: Rulebook) -> Iterator[Diagnostic]:
    """Rules for which nothing was found, and the default."""
    for name, place in found.unreached:
        yield Diagnostic("LR319", Severity.WARNING, place, facts(name=name))
    if not found.by_default:
        yield Diagnostic("LR321", Severity.WARNING, book.default.place)
