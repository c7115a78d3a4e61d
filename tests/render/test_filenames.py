"""Files are shown without folders, unless two would be called the same."""

from __future__ import annotations

import pytest

from leadroute.render.filenames import short_name, short_names


@pytest.mark.parametrize(
    ("path", "name"),
    [("/data/线索.csv", "线索.csv"), (r"D:\导出\leads.xlsx", "leads.xlsx"), ("leads.csv", "leads.csv"), ("", "")],
)
def test_a_file_is_called_by_the_last_part_of_its_path(path: str, name: str) -> None:
    assert short_name(path) == name


def test_files_of_one_name_keep_their_folders() -> None:
    assert short_names(["mon/leads.csv", "tue/leads.csv", "a/new.csv"]) == {
        "mon/leads.csv": "mon/leads.csv",
        "tue/leads.csv": "tue/leads.csv",
        "a/new.csv": "new.csv",
    }
