"""``leadroute ledger verify`` and ``backup``: no change stays unnoticed, and there is a way back from every loss."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.days import AT, LATER, LEDGER, MONDAY, TUESDAY, day, ledger_files, office, widest
from tests.cli.desk import RULES, ZH, first

if TYPE_CHECKING:
    from pathlib import Path

HEAD = f"{LEDGER}.head"
_TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"


def tamper(folder: Path, change: str) -> None:
    """Change rows of the ledger behind its back."""
    with sqlite3.connect(folder / LEDGER) as database:
        for (name,) in database.execute(_TRIGGERS).fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute(change)


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (RULES, "rules.ledger: 2 runs, all as they were recorded. Their hash is "),
        (ZH, "rules.ledger：共 2 批，全部和当时记下的一样。校验值 "),
    ],
)
def test_a_whole_ledger_is_told_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rules: str, words: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    told = office(tmp_path, rules, monday=MONDAY, tuesday=TUESDAY).run("ledger", "verify", *AT)
    assert (told.exit_code, told.stderr, told.stdout[: len(words)]) == (Exit.DONE, "", words)
    assert widest(told.stdout) <= 80


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE decision SET label = 'x' WHERE lead = 1", ["LR725"]),
        ("UPDATE run SET now = '2026-11-22T09:00:00+08:00' WHERE number = 1", ["LR725"]),
        ("DELETE FROM sighting WHERE lead = 2", ["LR725"]),
        ("UPDATE entry SET paid = paid + 1 WHERE run = 1 AND got = 1", ["LR725", "LR728"]),
        ("INSERT INTO published VALUES (7)", ["LR726"]),
        ("DELETE FROM published WHERE run = 1", ["LR727"]),
        ("DELETE FROM run WHERE number = 2", ["LR726", "LR712"]),
    ],
)
def test_any_change_of_a_row_is_found(tmp_path: Path, change: str, said: list[str]) -> None:
    at = office(tmp_path, monday=MONDAY, tuesday=TUESDAY)
    tamper(tmp_path, change)
    told = at.run("ledger", "verify", *AT, "--json")
    found = json.loads(told.stdout)
    assert (told.exit_code, found["whole"]) == (Exit.LEDGER, False)
    assert [code for code in said if code not in {one["code"] for one in found["diagnostics"]}] == []


@pytest.mark.parametrize(("rules", "words"), [(RULES, "rules.ledger: 1 faults"), (ZH, "rules.ledger：发现 1 处问题")])
def test_what_is_wrong_is_told_and_counted(tmp_path: Path, rules: str, words: str) -> None:
    at = office(tmp_path, rules, monday=MONDAY)
    tamper(tmp_path, "UPDATE decision SET label = 'x' WHERE lead = 1")
    told = at.run("ledger", "verify", *AT)
    assert (told.stdout.strip(), "LR725" in told.stderr, told.exit_code) == (words, True, Exit.LEDGER)


def test_a_flipped_byte_is_found_or_refused(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    whole = (tmp_path / LEDGER).read_bytes()
    spot = whole.index(b"L2 Beta Be")
    (tmp_path / LEDGER).write_bytes(whole[:spot] + b"M" + whole[spot + 1 :])
    assert at.run("ledger", "verify", *AT).exit_code == Exit.LEDGER


def test_a_torn_file_is_damaged(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY, tuesday=TUESDAY)
    whole = (tmp_path / LEDGER).read_bytes()
    (tmp_path / LEDGER).write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    told = at.run("ledger", "verify", *AT)
    assert (told.exit_code, "LR724" in told.stderr or "LR725" in told.stderr) == (Exit.LEDGER, True)


@pytest.mark.parametrize("content", [b"", b"no ledger, but a text that is long enough to be looked at" * 3])
def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path, content: bytes) -> None:
    at = office(tmp_path, monday=MONDAY)
    (tmp_path / LEDGER).write_bytes(content)
    assert at.run("ledger", "verify", *AT).exit_code == Exit.LEDGER


def test_a_restored_backup_is_refused_until_it_is_accepted(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    kept = (tmp_path / LEDGER).read_bytes()
    day(at, "tuesday", TUESDAY, "2026-11-24T09:00")
    (tmp_path / LEDGER).write_bytes(kept)  # without its note
    refused = day(at, "wednesday", TUESDAY, "2026-11-25T09:00")
    said = "the ledger stands at run 1 and should stand at run 2: it was replaced, changed or set back"
    assert (refused.exit_code, said in refused.stderr) == (Exit.LEDGER, True)
    assert at.run("ledger", "verify", *AT).exit_code == Exit.LEDGER
    accepted = at.run("ledger", "verify", *AT, "--accept", "--json")
    told = json.loads(accepted.stdout)
    assert (accepted.exit_code, told["accepted"], told["whole"]) == (Exit.DONE, True, True)
    assert [one["code"] for one in told["diagnostics"]] == ["LR729"]
    assert day(at, "wednesday", TUESDAY, "2026-11-25T09:00").exit_code == Exit.DONE


@pytest.mark.parametrize("note", [None, "not a note"])
def test_a_lost_note_has_a_way_back(tmp_path: Path, note: str | None) -> None:
    at = office(tmp_path, monday=MONDAY)
    before = at.files()[HEAD]
    (tmp_path / HEAD).unlink()
    if note:
        at.put(HEAD, note)
    refused = at.run("ledger", "verify", *AT)
    assert (refused.exit_code, f"LR71{0 if note else 1}" in refused.stderr) == (Exit.LEDGER, True)
    accepted = at.run("ledger", "verify", *AT, "--accept")
    said = "the ledger is accepted as it stands, at run 1; no .head file could be read, so it was written anew"
    assert (accepted.exit_code, said in accepted.stderr) == (Exit.DONE, True)
    assert at.files()[HEAD] == before


def test_nothing_is_accepted_that_is_not_whole(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    tamper(tmp_path, "UPDATE decision SET label = 'x' WHERE lead = 1")
    (tmp_path / HEAD).unlink()
    refused = at.run("ledger", "verify", *AT, "--accept")
    assert (refused.exit_code, (tmp_path / HEAD).exists()) == (Exit.LEDGER, False)


def test_accepting_what_is_in_order_changes_nothing(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    before = ledger_files(at)
    accepted = at.run("ledger", "verify", *AT, "--accept", "--quiet")
    assert (accepted.exit_code, accepted.output) == (Exit.DONE, "")
    assert ledger_files(at) == before


def test_a_ledger_that_is_gone_is_told(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    (tmp_path / LEDGER).unlink()
    for words in (("verify",), ("verify", "--accept"), ("backup", "copies")):
        refused = at.run("ledger", *words, *AT)
        assert (refused.exit_code, "LR701" in refused.stderr) == (Exit.LEDGER, True)


@pytest.mark.parametrize("command", [("verify",), ("backup", "copies")])
def test_there_must_be_a_ledger(tmp_path: Path, command: tuple[str, ...]) -> None:
    refused = office(tmp_path).run("ledger", *command, *AT)
    assert (refused.exit_code, "LR753" in refused.stderr) == (Exit.LEDGER, True)


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (RULES, "backed up to copies/rules.ledger, up to run 1; it is whole\n"),
        (ZH, "已备份到 copies/rules.ledger（到第 1 批为止，检查无误）\n"),
    ],
)
def test_a_copy_is_a_ledger_with_its_note(tmp_path: Path, rules: str, words: str) -> None:
    at = office(tmp_path, rules, monday=MONDAY)
    (tmp_path / "copies").mkdir()
    made = at.run("ledger", "backup", "copies", *AT)
    assert (made.exit_code, made.output) == (Exit.DONE, words)
    assert sorted(path.name for path in (tmp_path / "copies").iterdir()) == [LEDGER, HEAD]
    assert at.run("ledger", "verify", "--ledger", f"copies/{LEDGER}").exit_code == Exit.DONE
    assert (tmp_path / "copies" / LEDGER).stat().st_mode & 0o777 == 0o600


def test_an_older_copy_gives_way_to_a_newer_one(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    first_made = json.loads(at.run("ledger", "backup", "copy.ledger", *AT, "--json").stdout)
    day(at, "tuesday", TUESDAY, "2026-11-24T09:00")
    at.run("undo", "1", "--yes", *AT, *LATER)
    second = json.loads(at.run("ledger", "backup", "copy.ledger", *AT, "--json").stdout)
    assert (first_made["runs"], second["runs"], second["backup"]) == (1, 3, "copy.ledger")
    assert at.run("ledger", "verify", "--ledger", "copy.ledger").exit_code == Exit.DONE


def test_quiet_copies_without_a_word(tmp_path: Path) -> None:
    made = office(tmp_path, monday=MONDAY).run("ledger", "backup", "copy.ledger", *AT, "--quiet")
    assert (made.exit_code, made.output) == (Exit.DONE, "")


@pytest.mark.parametrize("target", [LEDGER, ".", HEAD, f"{LEDGER}.lock"])
def test_a_copy_does_not_take_the_place_of_the_ledger(tmp_path: Path, target: str) -> None:
    at = office(tmp_path, monday=MONDAY)
    before = ledger_files(at)
    refused = at.run("ledger", "backup", target, *AT)
    assert (refused.exit_code, "LR737" in refused.stderr) == (Exit.OUTPUT, True)
    assert ledger_files(at) == before


@pytest.mark.parametrize("target", ["rules.yaml", "short.txt"])
def test_nor_of_a_file_that_is_no_ledger(tmp_path: Path, target: str) -> None:
    at = office(tmp_path, monday=MONDAY).put("short.txt", "x")
    before = at.files()[target]
    refused = at.run("ledger", "backup", target, *AT)
    assert (refused.exit_code, first(refused)) == (
        Exit.OUTPUT,
        f"{target}: error LR738: {target} is there already and is no ledger; it was not replaced",
    )
    assert at.files()[target] == before


def test_nor_of_another_ledger_or_of_a_newer_one(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY).put("leads.csv", TUESDAY)
    at.assign("--ledger", "other.ledger", "--out", "x")
    at.run("ledger", "backup", "newer.ledger", *AT)
    at.assign("--ledger", "newer.ledger", "--now", "2026-11-26", "--out", "y")
    before = at.files()
    for target in ("other.ledger", "newer.ledger"):
        refused = at.run("ledger", "backup", target, *AT)
        assert (refused.exit_code, "LR739" in refused.stderr) == (Exit.OUTPUT, True)
        assert at.files()[target] == before[target]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    refused = office(tmp_path, monday=MONDAY).run("ledger", "backup", "no/such/copy", *AT)
    assert (refused.exit_code, "LR614" in refused.stderr) == (Exit.OUTPUT, True)


def test_what_is_not_whole_is_not_copied(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    tamper(tmp_path, "UPDATE decision SET label = 'x' WHERE lead = 1")
    refused = at.run("ledger", "backup", "copy.ledger", *AT)
    assert (refused.exit_code, "LR725" in refused.stderr) == (Exit.LEDGER, True)
    assert sorted(path.name for path in tmp_path.iterdir() if "copy" in path.name) == []
