"""``leadroute init``: what it writes passes ``check`` and ``test``, fits the files, and replaces nothing."""

from __future__ import annotations

import json
import shutil
import tomllib
from itertools import product
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from leadroute.commands.exits import Exit
from leadroute.commands.reading import read_roster
from leadroute.model.diagnostic import Diagnostic
from leadroute.model.rep import Status
from leadroute.model.rulebook import Language
from leadroute.model.survey import Template
from leadroute.render.messages import hint, message
from tests.cli.desk import NOW, ROOT, Desk, desk, outcomes

if TYPE_CHECKING:
    from pathlib import Path

FILES = ["job.yaml", "leadroute.schema.json", "reps.xlsx", "rules.yaml", "rules_test.yaml"]
SAMPLES = ("--leads", "samples/leads.csv", "--reps", "samples/reps.xlsx", "--customers", "samples/customers.xlsx")


@pytest.fixture
def room(tmp_path: Path) -> Desk:
    """A folder with the samples in it."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    return Desk(tmp_path)


def sound(on: Desk, folder: str) -> None:
    """What was written is right, and its examples are as expected."""
    checked = on.run("check", f"{folder}/rules.yaml", "--fail-level", "warning", *NOW)
    assert (checked.exit_code, "LR3" in checked.stderr) == (Exit.DONE, False), checked.output
    tested = on.run("test", f"{folder}/rules.yaml", *NOW, "--json")
    assert (tested.exit_code, json.loads(tested.stdout)["rules_not_reached"]) == (Exit.DONE, []), tested.output
    ran = on.run("run", f"{folder}/job.yaml", "--dry-run", *NOW)
    assert ran.exit_code == Exit.DONE, ran.output


@pytest.mark.parametrize(("template", "language"), list(product(Template, Language)))
def test_a_template_needs_nothing_and_is_sound(tmp_path: Path, template: str, language: str) -> None:
    on = Desk(tmp_path)
    made = on.run("init", "new", "--template", template, "--language", language)
    assert (made.exit_code, made.stderr) == (Exit.DONE, "")
    assert [name.removeprefix("new/") for name in on.files()] == FILES
    text = on.files()["new/rules.yaml"].decode()
    assert text.startswith("# yaml-language-server: $schema=leadroute.schema.json\n")
    assert f"\nlanguage: {language} " in text
    sound(on, "new")


@pytest.mark.parametrize(("language", "team", "away"), [("zh", "机动", "停用"), ("en", "Reserve", "inactive")])
def test_the_roster_has_dropdowns_and_people_who_get_nothing_yet(
    tmp_path: Path, language: str, team: str, away: str
) -> None:
    on = Desk(tmp_path)
    on.run("init", "--template", "b2b-cn", "--language", language)
    roster, found = read_roster(tmp_path / "reps.xlsx")
    assert ([rep.id for rep in roster.reps], found) == (["R001", "R002", "R003", "R004", "R005"], ())
    assert ({rep.status for rep in roster.reps}, len(roster.leaves)) == ({Status.INACTIVE}, 1)
    sheet = load_workbook(tmp_path / "reps.xlsx").worksheets[0]
    lists = [str(one.formula1) for one in sheet.data_validations.dataValidation]
    assert [any(word in one for one in lists) for word in (team, away)] == [True, True]
    assert len(lists) == 3


@pytest.mark.parametrize(("language", "active"), [("zh", "在职"), ("en", "active")])
def test_a_roster_filled_in_gets_leads(room: Desk, language: str, active: str) -> None:
    room.run("init", "new", "--template", "b2b-cn", "--language", language)
    book = load_workbook(room.folder / "new" / "reps.xlsx")
    sheet = book.worksheets[0]
    status = next(cell.column for cell in sheet[1] if cell.value in {"状态", "Status"})
    for row in range(2, 7):
        sheet.cell(row, status).value = active
    book.save(room.folder / "new" / "reps.xlsx")
    files = ("--reps", "new/reps.xlsx", "--rules", "new/rules.yaml")
    ran = room.run("assign", "samples/leads.csv", *files, *NOW, "--no-ledger", "--dry-run", "--json")
    assert outcomes(ran)["assigned"] > 60, ran.output


def test_names_of_folders_do_nothing_to_the_terminal(tmp_path: Path) -> None:
    made = Desk(tmp_path).run("init", "a\x1b[2J", "--template", "single-team")
    assert (made.exit_code, "\x1b" in made.output, "\\x1b[2J" in made.output) == (Exit.DONE, False, True)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_proposal_from_the_samples_is_sound_and_assigns_most_of_them(room: Desk, language: str) -> None:
    made = room.run("init", "new", *SAMPLES, "--language", language)
    assert made.exit_code == Exit.DONE, made.output
    assert "new/reps.xlsx" not in room.files()
    sound(room, "new")
    files = ("--reps", "samples/reps.xlsx", "--rules", "new/rules.yaml", "--customers", "samples/customers.xlsx")
    ran = room.run("assign", "samples/leads.csv", *files, *NOW, "--no-ledger", "--dry-run", "--json")
    assert outcomes(ran) == {"assigned": 67, "pooled": 5, "review": 1, "duplicate": 1, "invalid": 1}
    text = room.files()["new/rules.yaml"].decode()
    for line in (
        ("  # 省份：5 种，线索里共 37 行（", "  # Province: 5, 37 rows of the leads ("),
        ("#   手机号 → phone：69", "#   手机号 → phone: 69"),
        ("所以进公海：内蒙古 4", "in the open pool: 内蒙古 4"),
        ("  # 团队“华东”：在职 3 人", "  # team '华东': 3 active"),
        ("员工人数：16 行不低于这个数", "Employees: 16 rows are at or above this"),
    ):
        assert line[language == "en"] in text


def test_the_page_shows_what_is_written(room: Desk) -> None:
    room.run("init", "new", *SAMPLES, "--language", "en")
    shown = (ROOT / "docs" / "init.md").read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    written = room.files()["new/rules.yaml"].decode().splitlines()
    assert [line for line in shown.splitlines() if line not in written] == []


@pytest.mark.parametrize(
    ("given", "split"),
    [
        (("--leads", "samples/leads.xlsx"), "province"),
        (("--reps", "samples/reps.xlsx"), "province"),
        (("--reps", "samples/reps.xlsx"), "team"),
        (("--leads", "samples/leads.csv", "--leads", "samples/leads.xlsx"), "all"),
        (SAMPLES, "team"),
    ],
)
def test_any_files_and_any_wish_give_something_sound(room: Desk, given: tuple[str, ...], split: str) -> None:
    made = room.run("init", "new", *given, "--split", split)
    assert made.exit_code == Exit.DONE, made.output
    sound(room, "new")


def test_what_to_do_next_can_be_typed(room: Desk) -> None:
    made = room.run("init", "我的 规则", *SAMPLES, "--language", "zh")
    said = made.stdout.splitlines()
    assert "  leadroute check '我的 规则/rules.yaml'" in said
    assert next(line.split()[:5] for line in said if " run -q " in line) == ["5", "8", "*", "*", "1-5"]
    job = room.files()["我的 规则/job.yaml"].decode()
    assert 'reps: "../samples/reps.xlsx"' in job
    assert 'customers: "../samples/customers.xlsx"' in job


def test_a_file_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    on = desk(tmp_path)
    before = on.files()
    made = on.run("init", "--template", "saas", "--language", "en")
    assert (made.exit_code, made.stdout, on.files()) == (Exit.OUTPUT, "", before)
    assert "rules.yaml: error LR875" in made.stderr


def test_nothing_given_and_nobody_to_ask_is_wrong_usage(tmp_path: Path) -> None:
    made = Desk(tmp_path).run("init")
    assert (made.exit_code, "LR876" in made.stderr, Desk(tmp_path).files()) == (Exit.USAGE, True, {})


@pytest.mark.parametrize(
    ("given", "exit_code", "code"),
    [
        (("--leads", "no.csv"), Exit.INPUT, "LR001"),
        (("--leads", "leads.csv", "--reps", "no.csv"), Exit.RULES, "LR001"),
        (("--leads", "leads.csv", "--customers", "reps.csv"), Exit.INPUT, "LR403"),
        (("rules.yaml/x", "--template", "saas"), Exit.OUTPUT, "LR610"),
    ],
)
def test_what_cannot_be_read_or_written_is_told(
    tmp_path: Path, given: tuple[str, ...], exit_code: Exit, code: str
) -> None:
    on = desk(tmp_path)
    folder = () if given[0] == "rules.yaml/x" else ("new",)
    made = on.run("init", *folder, *given)
    assert (made.exit_code, code in made.stderr, "new/rules.yaml" in on.files()) == (exit_code, True, False), (
        made.output
    )


def test_every_template_goes_into_the_package() -> None:
    packed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    (pattern,) = packed["leadroute"]
    there = {path.name for path in (ROOT / "leadroute").glob(pattern)}
    names = (f"{one.value}.{language.value}" for one, language in product(Template, Language))
    assert there == {f"{name}{end}.yaml" for name in names for end in ("", "_test")}


def test_an_inbox_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    made = Desk(tmp_path).put("inbox", "a file").run("init", "--template", "saas")
    assert (made.exit_code, "LR610" in made.stderr) == (Exit.OUTPUT, True)


SAID = {
    ("LR875", Language.ZH): (
        "这个文件已经有了，init 从不覆盖文件；什么也没有写",
        "换一个文件夹：leadroute init 文件夹，或先移走它",
    ),
    ("LR875", Language.EN): (
        "this file is there already, and init replaces none; nothing was written",
        "name another folder: leadroute init FOLDER, or move it away first",
    ),
    ("LR876", Language.ZH): (
        "没有说从什么开始，这里也没有人可问",
        "给出线索和名册：--leads 文件 --reps 文件，或用模板：--template b2b-cn（saas、foreign-trade、single-team）",
    ),
    ("LR876", Language.EN): (
        "nothing to begin from was given, and there is nobody to ask",
        "give files: --leads FILE --reps FILE, or a template: --template b2b-cn (saas, foreign-trade, single-team)",
    ),
}


@pytest.mark.parametrize(("code", "language"), SAID)
def test_the_exact_words(code: str, language: Language) -> None:
    found = Diagnostic(code)
    assert (message(found, language), hint(found, language)) == SAID[code, language]


@pytest.mark.parametrize(
    ("header", "asked", "language"),
    [
        ("公司名称,手机号", (), "zh"),
        ("company,phone", (), "en"),
        ("公司名称,手机号", ("--language", "en"), "en"),
    ],
)
def test_chinese_headers_are_answered_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, header: str, asked: tuple[str, ...], language: str
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    on = desk(tmp_path).put("export.csv", f"{header}\nAcme,13800001234\n")
    assert on.run("init", "new", "--leads", "export.csv", *asked).exit_code == Exit.DONE
    assert f"\nlanguage: {language}\n" in on.files()["new/rules.yaml"].decode()
