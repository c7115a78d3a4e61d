"""Files whose reading begins before anybody asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.files.data import read_bytes, reading
from leadroute.model.diagnostic import Diagnostic

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_begun_is_read_once(tmp_path: Path) -> None:
    leads = tmp_path / "leads.csv"
    leads.write_bytes(b"a")
    with reading([leads]):
        assert read_bytes(leads) == b"a"
        leads.write_bytes(b"b")
        assert read_bytes(leads) == b"b"  # who asks again gets what is there now


def test_nobody_has_to_ask_for_what_was_begun(tmp_path: Path) -> None:
    leads, reps = tmp_path / "leads.csv", tmp_path / "reps.csv"
    leads.write_bytes(b"a")
    reps.write_bytes(b"b")
    with reading([leads]):
        assert read_bytes(reps) == b"b"
    leads.write_bytes(b"c")
    assert read_bytes(leads) == b"c"


def test_what_is_wrong_is_told_when_the_file_is_asked_for(tmp_path: Path) -> None:
    with reading([tmp_path / "leads.csv"]):
        missing = read_bytes(tmp_path / "leads.csv")
    assert isinstance(missing, Diagnostic)
    assert missing.code == "LR001"
