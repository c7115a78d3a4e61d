from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.files.errors import OutputError
from leadroute.files.write.rewrite import rewrite
from leadroute.model.rulebook import Language
from leadroute.render.diagnostics import lines

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_bytes(b"a")
    path.chmod(0o604)
    rewrite(path, b"a", b"b")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"b", 0o604)
    assert [one.name for one in tmp_path.iterdir()] == ["r.yaml"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    path, link = tmp_path / "kept" / "r.yaml", tmp_path / "r.yaml"
    path.write_bytes(b"a")
    link.symlink_to(path)
    rewrite(link, b"a", b"b")
    assert (link.is_symlink(), path.read_bytes()) == (True, b"b")


def test_a_file_that_somebody_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_bytes(b"c")
    with pytest.raises(OutputError) as caught:
        rewrite(path, b"a", b"b")
    assert path.read_bytes() == b"c"
    said = {
        language: [line.removeprefix(f"{path}: ") for line in lines(caught.value.diagnostic, language)]
        for language in Language
    }
    assert said == {
        Language.ZH: ["错误 LR431：规则手册在这期间被别人改过，没有写入", "建议：再运行一次"],
        Language.EN: [
            "error LR431: the rulebook was changed by somebody meanwhile; nothing was written",
            "hint: run the command again",
        ],
    }


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        rewrite(tmp_path / "gone.yaml", b"a", b"b")
