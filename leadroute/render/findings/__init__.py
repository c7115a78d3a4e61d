"""What a check found, for programs: JSON, lines for a pull request, SARIF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.findings import github, plain_json, sarif
from leadroute.render.findings.checked import Checked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FORMATS: Mapping[str, Callable[[Checked], str]] = {
    "json": plain_json.written,
    "github": github.written,
    "sarif": sarif.written,
}
"""Every form but the text for people, by the word of ``--format``."""

__all__ = ["FORMATS", "Checked"]
