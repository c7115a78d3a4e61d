from __future__ import annotations

import pytest

from leadroute.files.write.names import file_name, slug
from leadroute.tables.titles import safe_titles


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("王小明", "王小明"),
        ("Ann O'Neil", "Ann_O_Neil"),
        ("../../x", "x"),
        ("/etc/passwd", "etc_passwd"),
        ("C:\\x", "C_x"),
        ("=cmd()", "cmd"),
        ("[/]", "_"),
        ("\x1b[2J王", "2J王"),
        ("con", "_con"),
        ("LPT1", "_LPT1"),
        ("", "_"),
        ("a. ", "a"),
        ("cafe\u0301", "caf\u00e9"),
        ("\ud800x", "x"),
        ("\u202etxt.exe", "txt_exe"),
    ],
)
def test_a_name_becomes_part_of_a_file_name(name: str, safe: str) -> None:
    assert slug(name) == safe


def test_file_names_are_numbered_readable_and_told_apart_by_id() -> None:
    first, second = (file_name(number, 12, "王伟", rep, ".xlsx") for number, rep in ((1, "R001"), (2, "R002")))
    assert first.startswith("01_王伟_")
    assert first.endswith(".xlsx")
    assert first[3:] != second[3:]
    assert first == file_name(1, 12, "王伟", "R001", ".xlsx")


def test_a_very_long_name_fits_a_file_system() -> None:
    assert len(file_name(1, 5, "王" * 500, "R001", ".xlsx").encode()) < 255


@pytest.mark.parametrize(
    ("title", "safe"),
    [
        ("华东 一组", "华东 一组"),
        ("a[b]:c*d?e/f\\g", "a_b__c_d_e_f_g"),
        ("'quoted'", "quoted"),
        ("History", "History_"),
        ("history", "history_"),
        ("", "_"),
        ("'", "_"),
        ("a\x01b\nc", "a_b_c"),
        ("x" * 40, "x" * 31),
        ("😀" * 20, "😀" * 15),
        ("\ud800", "?"),
    ],
)
def test_a_title_is_one_that_excel_accepts(title: str, safe: str) -> None:
    assert safe_titles([title]) == (safe.replace("?", "_") if "?" in safe else safe,)


def test_titles_that_excel_takes_for_the_same_are_numbered() -> None:
    assert safe_titles(["Bob", "BOB", "ＢＯＢ", "Bob (2)"]) == ("Bob", "BOB (2)", "ＢＯＢ (3)", "Bob (2) (2)")


def test_a_numbered_title_is_still_short_enough() -> None:
    first, second = safe_titles(["长" * 31, "长" * 31])
    assert first == "长" * 31
    assert second == "长" * 27 + " (2)"


def test_titles_already_taken_are_left_alone() -> None:
    assert safe_titles(["审计"], taken=["审计"]) == ("审计 (2)",)
