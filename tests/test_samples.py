"""The sample files are what their script makes, and nothing in them could reach a real person."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

SAMPLES = Path(__file__).parent.parent / "samples"
MADE = (
    *("leads.csv", "leads_gbk.csv", "leads.xlsx", "reps.xlsx", "reps_q3.csv", "customers.xlsx"),
    *("corrections.csv", "tables/products.csv", "decision-table/rules.xlsx"),
)
NOBODYS_NUMBERS = re.compile(
    r"138 ?0000 ?\d{4}|1990000\d{4}|13800138000|400-000-\d{4}|1\.38E\+10"
    r"|\+44 7700 900\d{3}|\+1 202-555-01\d\d|\+61 491 570 \d{3}"
)


def _text(name: str) -> str:
    path = SAMPLES / name
    if path.suffix == ".csv":
        return path.read_bytes().decode("gb18030" if "gbk" in name else "utf-8")
    book = CalamineWorkbook.from_path(path)
    rows = [row for sheet in book.sheet_names for row in book.get_sheet_by_name(sheet).to_python()]
    return "\n".join(",".join(map(str, row)) for row in rows)


def test_the_script_makes_the_committed_bytes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, SAMPLES / "make_samples.py", tmp_path], check=True)
    assert {name: (tmp_path / name).read_bytes() == (SAMPLES / name).read_bytes() for name in MADE} == dict.fromkeys(
        MADE, True
    )


@pytest.mark.parametrize("name", MADE)
def test_every_number_that_could_ring_is_one_nobody_has(name: str) -> None:
    text = NOBODYS_NUMBERS.sub("", re.sub(r"\b91999999\w{10}\b|005\d{12}AAA", "", _text(name)))
    assert re.findall(r"\+?\d[\d -]{9,}\d", re.sub(r"\d{4}[-/]\d\d[-/]\d\d( \d\d:\d\d)?(:\d\d)?", "", text)) == []


@pytest.mark.parametrize("name", MADE)
def test_every_mailbox_is_at_a_reserved_name(name: str) -> None:
    domains = re.findall(r"@([\w.-]+\.\w+)", _text(name))
    assert [domain for domain in domains if not re.fullmatch(r"example\.com|.*\.example", domain.lower())] == []


def test_the_gb18030_export_is_not_plain_gbk() -> None:
    with pytest.raises(UnicodeDecodeError):
        (SAMPLES / "leads_gbk.csv").read_bytes().decode("gbk")


def test_names_that_look_like_formulas_are_text() -> None:
    rows = CalamineWorkbook.from_path(SAMPLES / "leads.xlsx").get_sheet_by_name("线索").to_python()
    assert [row[3] for row in rows if row[2] == "../../报价"] == ["@SUM(A1)"]
