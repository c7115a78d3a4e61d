from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest

from leadroute.files.errors import OutputError
from leadroute.files.write.publish import publish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def writes(text: str) -> Callable[[Path], int]:
    return lambda path: path.write_text(text)


def full(path: Path) -> int:
    """A writer on a disk that fills up half-way."""
    path.write_text("half")
    raise OSError(errno.ENOSPC, "No space left on device")


def refused(folder: Path, **writers: Callable[[Path], int]) -> str:
    with pytest.raises(OutputError) as caught:
        publish(folder, {name.replace("_", "."): write for name, write in writers.items()})
    return caught.value.diagnostic.code


def test_files_appear_complete_and_private(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    assert publish(out, {"a.csv": writes("a"), "b.csv": writes("bb")}) == {out / "a.csv": 1, out / "b.csv": 2}
    assert sorted(path.name for path in out.iterdir()) == ["a.csv", "b.csv"]
    assert (out / "b.csv").read_text() == "bb"
    assert stat.S_IMODE((out / "a.csv").stat().st_mode) == 0o640


def test_a_file_that_was_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")
    publish(tmp_path, {"a.csv": writes("new")})
    assert (tmp_path / "a.csv").read_text() == "new"


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")
    assert refused(tmp_path, a_csv=writes("new"), b_csv=full) == "LR612"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_text() == "old"


def test_a_folder_made_for_nothing_is_taken_away(tmp_path: Path) -> None:
    assert refused(tmp_path / "new" / "out", a_csv=full) == "LR612"
    assert list(tmp_path.iterdir()) == []


def test_a_move_that_fails_puts_back_what_was_moved(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")

    def spoil(path: Path) -> int:
        (tmp_path / "b.csv").mkdir()
        (tmp_path / "b.csv" / "inside").write_text("x")
        return path.write_text("b")

    with pytest.raises(OutputError):
        publish(tmp_path, {"a.csv": writes("new"), "0.csv": writes("0"), "b.csv": spoil})
    assert (tmp_path / "a.csv").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    assert refused(tmp_path, a_csv=writes("x")) == "LR615"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    assert refused(tmp_path / "out", a_csv=writes("x")) == "LR610"
    assert refused(tmp_path / "out" / "deeper", a_csv=writes("x")) == "LR610"
    assert (tmp_path / "out").read_text() == "mine"


def test_a_name_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        publish(tmp_path, {"王" * 100: writes("x")})
    assert caught.value.diagnostic.code == "LR613"
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.csv").symlink_to(victim)
    (out / "b.csv").symlink_to(tmp_path / "nowhere")
    publish(out, {"a.csv": writes("new"), "b.csv": writes("new")})
    assert victim.read_text() == "precious"
    assert not (out / "a.csv").is_symlink()
    assert not (tmp_path / "nowhere").exists()


def test_a_failure_keeps_the_link_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to(tmp_path / "elsewhere")
    refused(tmp_path, a_csv=writes("new"), b_csv=full)
    assert (tmp_path / "a.csv").readlink() == tmp_path / "elsewhere"


def test_any_other_exception_cleans_up_too(tmp_path: Path) -> None:
    def stop(_path: Path) -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, {"a.csv": writes("x"), "b.csv": stop})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../x", "a/b", "", "..", "a\\b", "a\0b"])
def test_only_plain_names_are_taken(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="plain"):
        publish(tmp_path, {name: writes("x")})


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert refused(tmp_path, a_csv=writes("x")) == "LR611"
