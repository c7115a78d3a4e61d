"""What a person waits for before anything happens: counted in modules loaded, not by the clock."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = frozenset(
    {"pandas", "numpy", "pyarrow", "openpyxl", "python_calamine", "xlsxturbo", "re2", "phonenumbers", "rapidfuzz"}
)
PROBE = """
import json, sys
from leadroute.cli import main
sys.argv = ["leadroute", *json.loads(sys.argv[1])]
try:
    main()
except SystemExit as end:
    print(json.dumps([end.code or 0, sorted({name.partition(".")[0] for name in sys.modules})]), file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["--help"], ["assign", "--help"]])
def test_asking_for_help_loads_no_table_library(arguments: list[str]) -> None:
    asked = [sys.executable, "-c", PROBE, json.dumps(arguments)]
    shown = subprocess.run(asked, capture_output=True, text=True, check=True)
    code, loaded = json.loads(shown.stderr.splitlines()[-1])
    assert (code, HEAVY & set(loaded)) == (0, frozenset())
    assert shown.stdout
