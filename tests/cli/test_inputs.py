"""Files that cannot be used: one plain message with its place, the right exit code, nothing written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import IN_TABLE, LEADS, REPS, RULES, ZH, codes, desk, first, outcomes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.desk import Desk

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000
BROKEN = {
    "empty": (b"", "LR003"),
    "blank": (b"\n  \n", "LR003"),
    "encrypted xlsx": (OLE + "EncryptedPackage".encode("utf-16-le") + OLE, "LR005"),
    "encrypted xls": (OLE + b"\x09\x08\x10\x00\x00\x06\x05\x00" + b"\0" * 12 + b"\x2f\x00" + OLE, "LR005"),
    "no workbook": (OLE, "LR006"),
    "cut off workbook": (b"PK\x03\x04" + b"abc" * 50, "LR009"),
    "zeros": (b"id,company,name,firm\n1,A\0b,x,y\n", "LR039"),
    "open quotes": (b'id,company,name,firm\n1,"Acme,Al,x\n2,"Beta,Be,y\n', "LR039"),
    "web page": (b"<html><table></table>", "LR004"),
}
FILES = {
    "leads.csv": Exit.INPUT,
    "customers.csv": Exit.INPUT,
    "reps.csv": Exit.RULES,
    "table.csv": Exit.RULES,
}


def full(folder: Path) -> Desk:
    """A desk with every kind of file in use."""
    return (
        desk(folder)
        .put("rules.yaml", IN_TABLE)
        .put("customers.csv", "company,owner\nAcme,R1\n")
        .put("table.csv", "firm\nAcme\n")
    )


def refused(on: Desk, code: Exit, said: str) -> None:
    """Run; the first line must name the code, nothing may be written."""
    before = on.files()
    result = on.assign("--customers", "customers.csv")
    assert (result.exit_code, said in first(result)) == (code, True), result.stderr
    assert on.files() == before
    assert not (on.folder / "out").exists()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_refused_by_name(tmp_path: Path, name: str, case: str) -> None:
    content, said = BROKEN[case]
    refused(full(tmp_path).put(name, content), FILES[name], f" {said}: ")


@pytest.mark.parametrize("name", [*FILES, "rules.yaml"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    on = full(tmp_path)
    code = FILES.get(name, Exit.RULES)
    (tmp_path / name).unlink()
    refused(on, code, f"{name}: error LR001: there is no such file")
    (tmp_path / name).symlink_to("nowhere")
    refused(on, code, f"{name}: error LR029: this is a link to a file that is gone")
    (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    empty = "LR047: no table was found here" if name == "leads.csv" else "LR026: this is a folder, not a file"
    refused(on, code, f"{name}: error {empty}")


def test_a_missing_file_has_its_neighbours_named_if_they_are_near(tmp_path: Path) -> None:
    on = full(tmp_path)
    assert "did you mean 'leads.csv'?" in on.assign(leads=("lead.csv",)).stderr
    assert "did you mean" not in on.assign(leads=("q.csv",)).stderr


def test_a_table_of_a_condition_is_placed_in_the_rulebook(tmp_path: Path) -> None:
    on = full(tmp_path)
    (tmp_path / "table.csv").unlink()
    assert "see also rules.yaml:8:" in on.assign().stderr
    assert "table.csv: error LR001" in on.run("check", "rules.yaml").stderr
    on.put("table.csv", "company\nAcme\n")
    assert "table.csv: error LR402: the table has no column 'firm'" in on.assign().stderr


def test_a_table_with_a_name_no_file_can_have(tmp_path: Path) -> None:
    on = desk(tmp_path).put("rules.yaml", IN_TABLE.replace("table.csv", '"a\\0.csv"'))
    assert on.assign().exit_code == Exit.RULES


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_problem_of_all_files_is_told_at_once(tmp_path: Path, language: str) -> None:
    on = full(tmp_path).put("rules.yaml", IN_TABLE.replace("language: en", f"language: {language}"))
    on.put("reps.csv", "").put("leads.csv", b"").put("customers.csv", "").put("table.csv", "")
    result = on.assign("--customers", "customers.csv")
    assert result.exit_code == Exit.RULES
    assert result.stderr.count("LR003") == 4
    assert ("export it again" if language == "en" else "重新导出一次") in result.stderr


def test_header_only_leads_are_a_quiet_day(tmp_path: Path) -> None:
    scored = RULES + "score:\n  points:\n    - {name: big, add: 5, when: {company: {present: true}}}\n"
    result = desk(tmp_path).put("leads.csv", LEADS.splitlines()[0]).put("rules.yaml", scored).assign("--json")
    assert (result.exit_code, outcomes(result)) == (Exit.DONE, {})


def test_header_only_rosters_name_nobody(tmp_path: Path) -> None:
    result = desk(tmp_path).put("reps.csv", REPS.splitlines()[0]).assign()
    assert (result.exit_code, first(result)) == (Exit.RULES, "reps.csv: error LR520: the roster names nobody")


@pytest.mark.parametrize("content", ["foo,bar\n1,2\n", RULES, "hello\n"])
def test_leads_without_a_usable_column_are_refused(tmp_path: Path, content: str) -> None:
    result = desk(tmp_path).put("leads.csv", content).assign()
    assert (result.exit_code, "leads.csv:1: error LR021" in first(result)) == (Exit.INPUT, True)
    assert "LR401" not in result.stderr


def test_full_width_commas_part_columns_too(tmp_path: Path) -> None:
    on = desk(tmp_path)
    plain = outcomes(on.assign("--json"))
    assert outcomes(on.put("leads.csv", LEADS.replace(",", "，")).assign("--json")) == plain


def test_a_folder_and_a_pattern_mean_the_tables_in_them(tmp_path: Path) -> None:
    on = desk(tmp_path)
    plain = outcomes(on.assign("--json"))
    (tmp_path / "inbox").mkdir()
    on.put("inbox/leads.csv", LEADS).put("inbox/~$leads.xlsx", b"x")
    assert outcomes(on.assign("--json", leads=("inbox",))) == plain
    assert outcomes(on.assign("--json", leads=("inbox/*.csv",))) == plain
    assert outcomes(on.assign("--json", leads=("inbox", "inbox/leads.csv"))) == plain


def test_a_row_with_an_open_quote_is_told_and_the_others_are_assigned(tmp_path: Path) -> None:
    result = desk(tmp_path).put("leads.csv", f'{LEADS}9,"Zeta,Zoe\n').assign("--json")
    assert result.exit_code == Exit.DONE
    assert outcomes(result)["invalid"] == 1


def test_own_headers_can_be_made_known(tmp_path: Path) -> None:
    own = RULES.replace("pools:", "fields:\n  company: {aliases: [foo]}\npools:")
    result = desk(tmp_path).put("leads.csv", "foo,bar\nAcme,2\n").put("rules.yaml", own).assign("--json")
    assert outcomes(result) == {"assigned": 1}


def test_one_bad_file_among_good_ones_stops_the_run(tmp_path: Path) -> None:
    result = desk(tmp_path).put("b.csv", "").assign(leads=("leads.csv", "b.csv"))
    assert (result.exit_code, first(result)) == (Exit.INPUT, "b.csv: error LR003: the file is empty")


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    result = desk(tmp_path).assign("--json", leads=("leads.csv", "./leads.csv", "leads.csv"))
    assert (outcomes(result), codes(result)) == ({"assigned": 3}, ["LR030", "LR030"])


def test_files_of_different_headers_are_one_list(tmp_path: Path) -> None:
    on = desk(tmp_path).put("b.csv", "编号,公司名称,姓名,手机号\nX1,测试甲,甲,13800004321\n")
    assert outcomes(on.assign("--json", leads=("leads.csv", "b.csv"))) == {"assigned": 4}


def test_the_bytes_say_what_a_file_is_not_its_name(tmp_path: Path) -> None:
    on = desk(tmp_path).xlsx("book.csv", LEADS).put("text.xlsx", LEADS.replace("13800001", "13800002"))
    result = on.assign("--json", leads=("book.csv", "text.xlsx"))
    assert result.exit_code == Exit.DONE
    assert sum(outcomes(result).values()) == 6


def test_excels_lock_file_is_explained(tmp_path: Path) -> None:
    result = desk(tmp_path).put("~$leads.xlsx", b"\5owner").assign(leads=("~$leads.xlsx",))
    assert (result.exit_code, "close Excel and give 'leads.xlsx'" in result.stderr) == (Exit.INPUT, True)


@pytest.mark.parametrize("encoding", ["utf-nine", "base64", "hex", "rot13", "mbcs"])
def test_an_encoding_that_is_none(tmp_path: Path, encoding: str) -> None:
    result = desk(tmp_path).put("rules.yaml", ZH).assign("--encoding", encoding)
    assert (result.exit_code, first(result)) == (Exit.INPUT, f"错误 LR025：不认识编码“{encoding}”")


def test_the_wrong_encoding_or_sheet(tmp_path: Path) -> None:
    on = desk(tmp_path).xlsx("leads.xlsx", LEADS)
    assert "error LR021" in first(on.assign("--encoding", "utf-16"))
    result = on.assign("--sheet", "Leads", leads=("leads.xlsx",))
    assert (result.exit_code, "the file has: Sheet" in result.stderr) == (Exit.INPUT, True)


def test_a_row_that_cannot_be_read_is_counted_as_invalid_and_nobodys_lead(tmp_path: Path) -> None:
    on = desk(tmp_path).put("leads.csv", LEADS + "9,Gamma,Ga,x,y,z,too,many,cells,here\n")
    result = on.assign("--json")
    counts = outcomes(result)
    assert (result.exit_code, counts["invalid"]) == (Exit.DONE, 1)
    assert sum(counts.values()) == len(LEADS.splitlines())


def test_a_roster_that_is_not_there_is_not_said_to_lack_columns(tmp_path: Path) -> None:
    asks = RULES.replace("assign: team", "assign: {pool: team, require: {skills: {has: company}}}")
    on = desk(tmp_path).put("rules.yaml", asks)
    assert "LR408" in on.assign("--no-ledger").stdout
    (tmp_path / "reps.csv").unlink()
    missing = on.assign()
    assert ("LR001" in missing.stderr, "LR408" in missing.stderr) == (True, False)
