"""Findings as workflow commands: GitHub shows them at the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Severity
from leadroute.render.diagnostics import advice
from leadroute.render.messages import message

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language
    from leadroute.render.findings.checked import Checked

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def written(checked: Checked) -> str:
    """One line a finding; "" for none."""
    return "".join(_line(one, checked.language) + "\n" for one in checked.found)


def _line(found: Diagnostic, language: Language) -> str:
    # A workbook has no lines that could be shown: its cells are named in the text.
    cell = f"{found.place.cell}: " if found.place and found.place.cell else ""
    text = "\n".join(part for part in (cell + message(found, language), advice(found, language)) if part)
    where = [f"{name}={value}" for name, value in _where(found).items()]
    return f"::{_COMMANDS[found.severity]} {','.join(where)}::{text.translate(_DATA)}"


def _where(found: Diagnostic) -> dict[str, str]:
    at = found.place
    known = {} if at is None else {"file": at.file, "line": at.line or at.row, "col": at.column}
    return {name: str(value).translate(_PROPERTY) for name, value in {**known, "title": found.code}.items() if value}
