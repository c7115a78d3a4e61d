"""Mistakes in job files, and how a case becomes text.

``python -m tests.mistakes.job_gallery`` writes the texts anew; read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.model.rulebook import Language
from leadroute.render.diagnostics import text
from leadroute.rulebook.job import parse_job

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic

CASES = sorted((Path(__file__).parent / "jobs").glob("*.yaml"))


def problems(case: Path) -> tuple[Diagnostic, ...]:
    """Every problem of a job file; it is refused."""
    job, found = parse_job(case.read_bytes(), case.name)
    if job is not None:
        message = f"{case.name} has no mistake in it"
        raise ValueError(message)
    return found


def told(case: Path, language: Language) -> str:
    """What people read about a case."""
    return text(problems(case), language)


def expected(case: Path, language: Language) -> Path:
    """The file with the text of a case."""
    return case.with_suffix(f".{language}.txt")


if __name__ == "__main__":
    for each in CASES:
        for spoken in Language:
            expected(each, spoken).write_text(told(each, spoken), encoding="utf-8")
