from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from leadroute.files.read import read_tables
from leadroute.files.read.options import Reading
from leadroute.intake.headers import fit
from tests.build_tables import codes, read_one, refused, text_file


def test_a_missing_file_names_its_neighbours(tmp_path: Path) -> None:
    text_file(tmp_path, "company\nx\n", "leads_oct.csv")
    found = refused(tmp_path / "lead_oct.csv")
    assert (found.code, found.near) == ("LR001", ("leads_oct.csv",))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "LR026"


@pytest.mark.skipif(not Path("/dev/zero").is_char_device(), reason="no such device here")
def test_a_device_without_end_is_refused() -> None:
    assert refused(Path("/dev/zero")).code == "LR046"


@pytest.mark.parametrize("name", ["leads.csv", "leads.xlsx", "leads", "leads.pdf"])
def test_the_bytes_decide_and_not_the_name(tmp_path: Path, name: str) -> None:
    assert read_one(text_file(tmp_path, "company,phone\nx,1\n", name)).frame.shape == (1, 2)


def test_one_bad_file_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    good = text_file(tmp_path, "company,phone\nx,1\n")
    tables, problems = read_tables([tmp_path / "gone.csv", good, text_file(tmp_path, "", "empty.csv")], fit("lead"))
    assert [table.file for table in tables] == [str(good)]
    assert codes(problems) == ["LR001", "LR003"]


def test_the_fingerprint_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = text_file(tmp_path, "company,phone\nx,1\n")
    tables, _ = read_tables([path], fit("lead"))
    assert tables[0].fingerprint == hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_unknown_encoding_is_named(tmp_path: Path) -> None:
    _, problems = read_tables([text_file(tmp_path, "a,b\n")], fit("lead"), Reading(encoding="utf-nine"))
    assert codes(problems) == ["LR025"]
