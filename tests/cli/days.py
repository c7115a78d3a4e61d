"""A desk with a ledger: days of leads assigned one after the other, and the commands that look back on them."""

from __future__ import annotations

import sys
from io import StringIO
from typing import TYPE_CHECKING

from rich.cells import cell_len

from leadroute.cli import app
from leadroute.commands.exits import Exit
from tests.cli.desk import RULES, Desk, desk

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from typer.testing import Result

HEADER = "lead_id,company,contact,phone\n"
MONDAY = HEADER + "L1,Acme,Al,13800001234\nL2,Beta,Be,13800001235\nL3,Gamma,Ga,13800001236\n"
TUESDAY = HEADER + "L4,Delta,De,13800001237\nL5,Epsilon,Ep,13800001238\n"
LEDGER = "rules.ledger"
AT = ("--rules", "rules.yaml")
LATER = ("--now", "2026-11-25T10:00")


class Terminal(StringIO):
    """Somebody at a keyboard who has typed this."""

    def isatty(self) -> bool:
        """There is somebody."""
        return True


def office(folder: Path, rules: str = RULES, **days: str) -> Desk:
    """A desk after these days (``monday=MONDAY``), each a run of its own; the files are in a folder of that name."""
    at_desk = desk(folder).put("rules.yaml", rules)
    for number, (name, rows) in enumerate(days.items(), start=23):
        spent = day(at_desk, name, rows, f"2026-11-{number}T09:00")
        assert spent.exit_code == Exit.DONE, spent.output
    return at_desk


def day(at_desk: Desk, name: str, rows: str, now: str, *options: str) -> Result:
    """Assign the leads of one day."""
    at_desk.put(f"{name}.csv", rows)
    words = ("--ledger", LEDGER, "--now", now, "--format", "csv", "--out", name, *options)
    return at_desk.assign(*words, leads=(f"{name}.csv",))


def answered(at_desk: Desk, answer: str, patch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit code of a command when somebody sits at the keyboard and answers so."""
    patch.chdir(at_desk.folder)
    patch.setattr(sys, "stdin", Terminal(answer))
    return int(app(list(arguments), standalone_mode=False) or 0)


def widest(screen: str) -> int:
    """The columns that the longest line takes."""
    return max(map(cell_len, map(str.rstrip, screen.splitlines())), default=0)


def ledger_files(at_desk: Desk) -> dict[str, bytes]:
    """The ledger and its note, to see that nothing was changed."""
    return {name: data for name, data in at_desk.files().items() if name in {LEDGER, f"{LEDGER}.head"}}
