"""``leadroute init``: a rulebook to begin with, and everything that goes with it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.propose import proposed
from leadroute.commands.refusal import Refusal
from leadroute.files.data import spelled
from leadroute.files.errors import OutputError, refused
from leadroute.files.write.publish import publish
from leadroute.files.write.workbook import write_workbook
from leadroute.model.diagnostic import Diagnostic, Place
from leadroute.render.console import system_language
from leadroute.render.starting.drafted import Drafted
from leadroute.render.starting.job import job_text
from leadroute.render.starting.roster import roster_template
from leadroute.rulebook.parse import parse
from leadroute.rulebook.schema import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadroute.model.rulebook import Language
    from leadroute.model.survey import Split, Template

RULES, TESTS, SCHEMA, JOB, ROSTER, INBOX = (
    "rules.yaml",
    "rules_test.yaml",
    "leadroute.schema.json",
    "job.yaml",
    "reps.xlsx",
    "inbox",
)
"""What is written."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where to put it, the files to propose from, or the template to take; ``None`` is found out."""

    folder: Path
    leads: tuple[Path, ...] = ()
    reps: Path | None = None
    customers: Path | None = None
    template: Template | None = None
    split: Split | None = None
    language: Language | None = None

    @property
    def nothing(self) -> bool:
        """Was nothing given to begin from?"""
        return not (self.leads or self.reps or self.template)

    @property
    def spoken(self) -> Language:
        """The language of what is written."""
        return self.language or system_language()


@dataclass(frozen=True, slots=True)
class Made:
    """What was asked, the names of the files written, and what was noticed on the way."""

    asked: Asked
    names: tuple[str, ...]
    notes: tuple[Diagnostic, ...] = ()


def init(asked: Asked) -> Made | Refusal:
    """Draft, then write all or nothing; a file that is there already is never replaced."""
    if wrong := standing(asked):
        return wrong
    drafted = _template(asked.template, asked.spoken) if asked.template else proposed(asked)
    if isinstance(drafted, Refusal):
        return drafted
    try:
        return _written(replace(asked, language=drafted.language), drafted)
    except OutputError as error:
        return Refusal(Exit.OUTPUT, (error.diagnostic,), asked.spoken)


def standing(asked: Asked) -> Refusal | None:
    """Files that would have to be replaced; a roster is written only where none was given."""
    names = (RULES, TESTS, SCHEMA, JOB, *(() if asked.reps else (ROSTER,)))
    paths = [asked.folder / name for name in names]
    there = tuple(Diagnostic("LR875", place=Place(spelled(path))) for path in paths if os.path.lexists(path))
    return Refusal(Exit.OUTPUT, there, asked.spoken) if there else None


def _template(template: Template, language: Language) -> Drafted:
    """A template and its examples, as they stand in the package."""
    folder = files("leadroute") / "templates"
    rules, tests = (f"{template.value}.{language.value}{end}.yaml" for end in ("", "_test"))
    return Drafted((folder / rules).read_text("utf-8"), (folder / tests).read_text("utf-8"), language)


def _written(asked: Asked, drafted: Drafted) -> Made:
    texts = {
        RULES: drafted.rules,
        TESTS: drafted.tests,
        SCHEMA: json.dumps(schema(), ensure_ascii=False, indent=2) + "\n",
        JOB: job_text(_from(asked, asked.reps) or ROSTER, _from(asked, asked.customers), asked.spoken),
    }
    writers: dict[str, Callable[[Path], object]] = {name: _text(text) for name, text in texts.items()}
    if asked.reps is None:
        writers[ROSTER] = _roster(drafted, asked.spoken)
    publish(asked.folder, writers)
    try:
        (asked.folder / INBOX).mkdir(exist_ok=True)
    except OSError as problem:
        raise refused(asked.folder / INBOX, problem) from problem
    return Made(asked, tuple(writers), drafted.notes)


def _text(text: str) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(text.encode())


def _roster(drafted: Drafted, language: Language) -> Callable[[Path], object]:
    book, _ = parse(drafted.rules.encode(), RULES)
    if book is None:
        message = f"the rulebook that was drafted does not read:\n{drafted.rules}"
        raise ValueError(message)
    return lambda path: write_workbook(roster_template(replace(book, language=language)), path)


def _from(asked: Asked, path: Path | None) -> str:
    """A path as the job file names it: from its folder, where there is a way."""
    if path is None:
        return ""
    try:
        way = os.path.relpath(path.resolve(), asked.folder.resolve())
    except ValueError:  # another drive of Windows
        way = str(path.resolve())
    return spelled(Path(Path(way).as_posix()))
