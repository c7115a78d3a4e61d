"""What a person waits for before anything happens: counted in modules loaded, not by the clock."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent.parent / "rules.example.yaml"
HEAVY = frozenset(
    {
        "pandas",
        "numpy",
        "pyarrow",
        "openpyxl",
        "python_calamine",
        "xlsxturbo",
        "re2",
        "phonenumbers",
        "rapidfuzz",
        "holidays",
    }
)
PROBE = """
import json, sys
from leadroute.cli import app
sys.argv = ["leadroute", *json.loads(sys.argv[1])]
try:
    app()
except SystemExit as end:
    print(json.dumps([end.code or 0, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded_by(arguments: list[str]) -> tuple[int, frozenset[str]]:
    """The exit code of a command that says something, and the modules it loads."""
    asked = [sys.executable, "-c", PROBE, json.dumps(arguments)]
    shown = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert shown.stdout
    code, loaded = json.loads(shown.stderr.splitlines()[-1])
    return code, frozenset(loaded)


@pytest.mark.parametrize("arguments", [["--help"], ["assign", "--help"], ["check", str(EXAMPLE)]])
def test_help_and_check_load_no_table_library(arguments: list[str]) -> None:
    code, loaded = loaded_by(arguments)
    wanted = frozenset({"re2"}) if "check" in arguments else frozenset()  # the example has a pattern to be checked
    assert (code, HEAVY & loaded) == (0, wanted)


READER = """
import io, sys
from leadroute.files.read.options import EVERY_SHEET
from leadroute.files.read.workbook.look import look
look(open(sys.argv[1], "rb").read(), lambda cells: 1.0, EVERY_SHEET, io.BytesIO())
print("pandas" in sys.modules)
"""


@pytest.mark.parametrize("name", ["leads.xlsx", "reps.xlsx"])  # with numbers, dates, a row above the headers
def test_who_reads_the_cells_of_a_workbook_does_not_load_pandas(name: str) -> None:
    asked = [sys.executable, "-c", READER, str(EXAMPLE.parent / "samples" / name)]
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_verb_that_is_called_is_the_only_one_loaded() -> None:
    _, loaded = loaded_by(["schema"])
    assert "leadroute.cli.schema" in loaded
    assert not {"leadroute.cli.assign", "leadroute.cli.ledger"} & loaded
