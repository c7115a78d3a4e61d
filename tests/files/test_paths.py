from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.files.paths import spread
from leadroute.model.diagnostic import Severity
from tests.build_tables import codes, told

if TYPE_CHECKING:
    from pathlib import Path


def folder(at: Path, *names: str) -> Path:
    """A folder with files of these names."""
    for name in names:
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        (at / name).write_bytes(b"x")
    return at


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def test_a_file_stands_for_itself_even_if_it_is_missing(tmp_path: Path) -> None:
    here = folder(tmp_path, "leads.csv")
    assert spread([here / "leads.csv", here / "gone.csv"]) == ((here / "leads.csv", here / "gone.csv"), ())


def test_a_folder_stands_for_its_tables_in_the_order_people_count(tmp_path: Path) -> None:
    found, said = spread([folder(tmp_path, "leads10.csv", "leads2.xlsx", "Leads1.TSV", "deeper/leads.csv")])
    assert (names(found), said) == (["Leads1.TSV", "leads2.xlsx", "leads10.csv"], ())


def test_a_pattern_the_shell_left_alone_stands_for_its_matches(tmp_path: Path) -> None:
    here = folder(tmp_path, "a.csv", "b.csv", "b.xlsx", "deep/c.csv")
    assert names(spread([here / "*.csv"])[0]) == ["a.csv", "b.csv"]
    assert names(spread([here / "**" / "*.csv"])[0]) == ["a.csv", "b.csv", "c.csv"]


def test_a_file_with_brackets_in_its_name_is_no_pattern(tmp_path: Path) -> None:
    here = folder(tmp_path, "leads[1].csv", "leads1.csv")
    assert names(spread([here / "leads[1].csv"])[0]) == ["leads[1].csv"]


def test_a_pattern_takes_any_name_that_was_asked_for(tmp_path: Path) -> None:
    assert names(spread([folder(tmp_path, "leads.dat") / "*.dat"])[0]) == ["leads.dat"]


def test_what_is_no_input_is_left_out_and_named(tmp_path: Path) -> None:
    here = folder(tmp_path, "a.csv", "~$a.xlsx", ".hidden.csv", "notes.pdf", "assigned.xlsx", "01_Kim_0a1b2c.xlsx")
    found, said = spread([here])
    assert names(found) == ["a.csv"]
    assert [(one.code, one.severity, one.facts["count"]) for one in said] == [("LR048", Severity.NOTE, "5")]
    assert "~$a.xlsx" in said[0].facts["names"]


def test_results_of_an_earlier_run_are_read_when_named(tmp_path: Path) -> None:
    here = folder(tmp_path, "failed_rows.xlsx", "assigned.xlsx")
    assert names(spread([here])[0]) == ["failed_rows.xlsx"]
    assert names(spread([here / "assigned.xlsx"])[0]) == ["assigned.xlsx"]


def test_a_folder_that_may_not_be_listed_is_left_to_reading(tmp_path: Path) -> None:
    closed = folder(tmp_path / "closed", "a.csv")
    closed.chmod(0)
    try:
        found, said = spread([closed])
        assert (found, said) == ((closed,), ()) or names(found) == ["a.csv"]  # root may list anything
    finally:
        closed.chmod(0o700)


def test_nothing_found_is_an_error(tmp_path: Path) -> None:
    assert codes(spread([folder(tmp_path, "read.me")])[1]) == ["LR047", "LR048"]
    assert codes(spread([tmp_path / "*.xlsx"])[1]) == ["LR047"]


def test_the_words(tmp_path: Path) -> None:
    nothing, others = spread([folder(tmp_path, "read.me")])[1]
    assert told(nothing) == (
        "这里没有找到表格文件",
        "检查文件夹和文件名；能读的有 csv、tsv、txt、xlsx、xlsm、xls、xlsb、ods",
        "no table was found here",
        "check folder and name; csv, tsv, txt, xlsx, xlsm, xls, xlsb and ods can be read",
    )
    assert told(others) == (
        "没有读这里的 1 个文件：read.me",
        "如果其中有线索，请写出文件名",
        "1 files here were not read: read.me",
        "if there are leads among them, name the file",
    )
