"""The arrows point down, and a planted arrow that points up is seen."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"

PLANTED = (
    ("model/planted.py", "import pandas"),
    ("rulebook/planted.py", "import numpy"),
    ("proof/planted.py", "import numpy"),
    ("tables/planted.py", "import openpyxl"),
    ("intake/planted.py", "from pathlib import Path"),
    ("engine/planted.py", "import random"),
    ("engine/planted.py", "import leadroute.files.write.publish"),
    ("intake/planted.py", "from leadroute.rulebook import parse"),
    ("render/planted.py", "import leadroute.files.write.publish"),
    ("files/planted.py", "from leadroute import commands"),
    ("commands/planted.py", "import leadroute.cli"),
    ("utils/__init__.py", "# a package nobody gave a place"),
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that may be spoilt."""
    target = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "leadroute", target / "leadroute", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", target)
    return target


def _contract(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", LINT], cwd=project, capture_output=True, text=True, check=False)


def test_the_contract_holds(copy: Path) -> None:
    kept = _contract(copy)
    assert kept.returncode == 0, kept.stdout


@pytest.mark.parametrize(("where", "line"), PLANTED)
def test_a_planted_violation_breaks_it(copy: Path, where: str, line: str) -> None:
    planted = copy / "leadroute" / where
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(line + "\n", encoding="utf-8")
    try:
        broken = _contract(copy)
        assert broken.returncode == 1
        assert "BROKEN" in broken.stdout or "not listed as a layer" in broken.stdout, broken.stdout
    finally:
        planted.unlink()
        if not any(planted.parent.iterdir()):
            planted.parent.rmdir()
