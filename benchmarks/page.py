"""Tables of the documentation that scripts write: each stands between two markers, ``<!-- name -->`` and its end."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

RELIABILITY = Path(__file__).parent.parent / "docs" / "reliability.md"


def put(page: Path, name: str, lines: Iterable[str]) -> None:
    """Put lines between the markers of a name."""
    text = page.read_text(encoding="utf-8")
    begin, _, end = _parts(text, name)
    page.write_text("\n".join([begin, *lines, end]), encoding="utf-8")


def kept(page: Path, name: str) -> Mapping[str, str]:
    """The lines of the table there is, by their first cell."""
    _, table, _ = _parts(page.read_text(encoding="utf-8"), name)
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    return {line.split(" | ")[0].removeprefix("| "): line for line in lines}


def _parts(text: str, name: str) -> tuple[str, str, str]:
    """The page up to the first marker, what stands between them, the page from the second one on."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text, re.DOTALL)
    assert found is not None, f"no place for {name}"  # noqa: S101 - a script
    return text[: found.start(1) - 1], found[1], text[found.end(1) :]
