"""An office that gives leads out day by day, with people and rules that come and go, and runs that die."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.commands.decide import Decided, decide
from leadroute.commands.gather import Gathered
from leadroute.commands.prepare import prepare
from leadroute.commands.recall import recall
from leadroute.commands.remember import announce, remember, stage_name
from leadroute.commands.session import session
from leadroute.files.write.publish import stage
from leadroute.intake.leads import gather_leads
from leadroute.ledger.recording import decides_anything, record_of
from leadroute.model.rep import Roster
from tests.build import NOW
from tests.build_tables import table
from tests.ledger.oracle import Rows, rows_of
from tests.ledger.world import in_child

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from leadroute.commands.prepare import Prepared
    from leadroute.commands.recall import Past
    from leadroute.commands.session import Session
    from leadroute.files.write.publish import Staged
    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.model.rep import Leave, Rep
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.raw import RawTable

DIED = 76
_HEADERS = "lead_id|company|contact|phone|email|product"
_PRODUCTS = "abcde"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file: the person it is about, and by what it tells who that is.

    ``told`` is ``"all"`` for everything as ever, or the one key it has among other data: ``"phone"``, ``"email"`` or
    ``"name"``.
    """

    person: int
    told: str = "all"

    @property
    def cells(self) -> str:
        """As written."""
        number, firm = self.person, f"firm {self.person // 2}"
        phone, email = f"1380000{number + 1001:04d}", f"p{number}@example.com"
        return {
            "all": f"L{number}|{firm}|person {number}|{phone}|{email}|{_PRODUCTS[number % 5]}",
            "phone": f"P{number}|{firm}|someone {number}|{phone}||a",
            "email": f"E{number}|{firm}|somebody {number}||{email}|b",
            "name": f"N{number}|{firm}|person {number}|||a",
        }[self.told]


@dataclass(frozen=True, slots=True)
class File:
    """A file of leads."""

    name: str
    rows: tuple[Row, ...]

    @property
    def raw(self) -> RawTable:
        """As read."""
        return table("\n".join([_HEADERS, *(row.cells for row in self.rows)]), self.name)


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A run that was made: the ledger before and after it, what was decided, what of."""

    before: Rows | None
    after: Rows
    file: File
    prepared: Prepared | None = None
    decided: Decided | None = None


@dataclass
class Office:
    """A folder with a ledger, the people, the rulebook, the time of day, and every file there ever was."""

    folder: Path
    people: dict[str, Rep]
    book: Rulebook
    leaves: list[Leave] = field(default_factory=list)
    now: datetime = NOW
    files: list[File] = field(default_factory=list)

    @property
    def path(self) -> Path:
        """Where the ledger is."""
        return self.folder / "rules.ledger"

    @property
    def out(self) -> Path:
        """Where results go."""
        return self.folder / "out"

    @property
    def roster(self) -> Roster:
        """The people, as a roster."""
        return Roster(tuple(self.people[name] for name in sorted(self.people)), tuple(self.leaves))

    @property
    def rows(self) -> Rows | None:
        """What the ledger holds, if there is one."""
        return rows_of(self.path) if self.path.exists() else None

    def file(self, rows: Iterable[Row]) -> File:
        """A new file."""
        made = File(f"leads-{len(self.files)}.csv", tuple(rows))
        self.files.append(made)
        return made

    def person(self, file: str, row: int) -> int:
        """Whom a row of a file is about; sheets of corrections are named by their paths."""
        return self.files[int(Path(file).stem.removeprefix("leads-"))].rows[row - 2].person

    def ran(self, file: File) -> Made:
        """A run over a file, as ``assign`` makes it."""
        before = self.rows
        with session(self.path, self.now) as at:
            prepared, past, decided = self._decided(at, file)
            if decides_anything(decided.plan):
                remember(
                    _ledger(at), past.head, partial(record_of, decided.plan, past.memory, {}), self._staged(at, past)
                )
        return Made(before, _there(self.rows), file, prepared, decided)

    def dies(self, file: File, *, taken: bool) -> tuple[Made, list[str]]:
        """A run that dies with its files ready, or right after the ledger took it; and what the next start says."""
        before = self.rows

        def work() -> None:
            with session(self.path, self.now) as at:
                _, past, decided = self._decided(at, file)
                assert decides_anything(decided.plan)
                staged = self._staged(at, past)
                if taken:
                    facts = {"folder": str(self.out), "stage": staged.folder.name, "files": staged.fingerprints()}
                    _ledger(at).append(record_of(decided.plan, past.memory, facts), past.head)
                os._exit(DIED)

        assert in_child(work) == DIED
        with session(self.path, self.now) as at:
            codes = [note.code for note in at.notes]
        return Made(before, _there(self.rows), file), codes

    def looked(self, file: File) -> None:
        """A run that is only to be seen."""
        with session(self.path, self.now, only_look=True) as at:
            if at.ledger is not None:
                self._decided(at, file)

    def owners(self, ledger: SqliteLedger, files: Sequence[File], book: Rulebook) -> dict[int, str]:
        """Whom the leads of these files go to, in runs one after the other; waiting ones do not take part."""
        found: dict[int, str] = {}
        for file in files:
            prepared = prepare(self._gathered((file.raw,), book))
            past = recall(ledger, prepared, self.now)
            decided = decide(prepared, past, self.now)
            ledger.append(record_of(decided.plan, past.memory, {}), past.head)
            reps = [self.roster.reps[at].id if at >= 0 else "" for at in decided.plan.decisions.rep.tolist()]
            found |= dict(zip((row.person for row in file.rows), reps, strict=True))
        return found

    def _gathered(self, tables: tuple[RawTable, ...], book: Rulebook) -> Gathered:
        leads, notes = gather_leads(tables, book)
        return Gathered(book, self.roster, leads, None, notes)

    def _decided(self, at: Session, file: File) -> tuple[Prepared, Past, Decided]:
        waiting = at.waiting(self.book.memory, self.now)
        prepared = prepare(self._gathered((*waiting, file.raw), self.book))
        past = recall(_ledger(at), prepared, self.now)
        decided = decide(prepared, past, self.now)
        assert decided.broken == (), decided.broken
        return prepared, past, decided

    def _staged(self, at: Session, past: Past) -> Staged:
        name = stage_name(_ledger(at), past.head)
        announce(_ledger(at), self.out / name)
        return stage(self.out, {"assigned.csv": partial(_write, text=name)}, name)

    def changed(self, rep: str, **more: object) -> None:
        """Somebody is not as before."""
        self.people[rep] = replace(self.people[rep], **more)  # type: ignore[arg-type]


def _there(rows: Rows | None) -> Rows:
    assert rows is not None
    return rows


def _ledger(at: Session) -> SqliteLedger:
    assert at.ledger is not None
    return at.ledger


def _write(path: Path, text: str) -> None:
    path.write_text(text)
