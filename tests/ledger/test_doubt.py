"""A commit that fails: whether it came to anything is looked up, and it is said when that cannot be done."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.decide import decide
from leadroute.commands.gather import Gathered
from leadroute.commands.prepare import prepare
from leadroute.commands.recall import recall
from leadroute.commands.remember import remember
from leadroute.files.write.publish import stage
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.recording import record_of
from leadroute.ledger.session import opened
from leadroute.model.rulebook import Language
from leadroute.render.messages import message
from tests.build import NOW, book, nameless, pool, roster
from tests.ledger.build import new_ledger, run

if TYPE_CHECKING:
    from leadroute.ledger.sqlite.store import SqliteLedger


class Never(sqlite3.Connection):
    """A database that does not commit what others could see."""

    ours = False

    def execute(self, question: str, *more: object) -> sqlite3.Cursor:
        """Do all but that."""
        self.ours |= question == "BEGIN IMMEDIATE"
        if self.ours and question == "COMMIT":
            self.fail()
        return super().execute(question, *more)  # type: ignore[arg-type]

    def fail(self) -> None:
        """Tell that the disk does not take it."""
        message = "disk I/O error"
        raise sqlite3.OperationalError(message)


class Late(Never):
    """A database that commits, and then fails: the log was written and could not be synced."""

    def fail(self) -> None:
        """Commit first."""
        super(Never, self).execute("COMMIT")
        super().fail()


class Gone(Never):
    """A database that does not commit, and whose file cannot be opened again."""

    def fail(self) -> None:
        """The file is elsewhere from now on."""
        path = Path(super(Never, self).execute("PRAGMA database_list").fetchone()[2])
        path.rename(path.with_name(f"{path.name}-elsewhere"))
        super().fail()


def test_a_run_that_stands_after_all_goes_on(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        _on(ledger, Late)
        _, made = run(ledger, nameless(3), roster("A"), book(pool()))
        assert (ledger.head().run, ledger.head().hash) == (1, made.hash)
        assert list(ledger.verify()) == []


def test_a_run_that_does_not_stand_is_refused(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        _on(ledger, Never)
        with pytest.raises(LedgerError) as problem:
            run(ledger, nameless(3), roster("A"), book(pool()))
        assert (problem.value.diagnostic.code, problem.value.in_doubt) == ("LR707", False)
        assert ledger.head().run == 0
        assert run(ledger, nameless(3), roster("A"), book(pool()))[1].number == 1


def test_where_nobody_can_tell_the_files_are_kept_until_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "rules.ledger"
    with opened(path, NOW) as ledger:
        _on(ledger, Gone)
        prepared = prepare(Gathered(book(pool()), roster("A"), nameless(3), None, ()))
        past = recall(ledger, prepared, NOW)
        ready = stage(tmp_path / "out", {"a.csv": lambda file: file.write_text("a")}, "ready")
        with pytest.raises(LedgerError) as problem:
            remember(ledger, past.head, partial(record_of, decide(prepared, past, NOW).plan, past.memory, {}), ready)
    assert (ready.folder / "a.csv").read_text() == "a"
    assert path.with_name("rules.ledger-elsewhere").exists()
    assert problem.value.in_doubt
    said = [message(problem.value.diagnostic, language) for language in (Language.ZH, Language.EN)]
    assert said == [
        "台账出错：disk I/O error；这一批是否已经记入，下次运行时才知道",
        "trouble with the ledger: disk I/O error; whether this run was recorded is found out by the next one",
    ]


def _on(ledger: SqliteLedger, database: type[sqlite3.Connection]) -> None:
    """Let a ledger work on such a database."""
    ledger._database.close()  # noqa: SLF001 - there is no other way to make a disk fail at this moment
    ledger._database = sqlite3.connect(ledger.path, isolation_level=None, factory=database)  # noqa: SLF001
