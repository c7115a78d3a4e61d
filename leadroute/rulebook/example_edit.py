"""Add examples at the end of the bytes of a file of examples; every byte that is there stays what it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import has_errors
from leadroute.rulebook.encoding import decode, to_lines
from leadroute.rulebook.example_files import parse_examples
from leadroute.rulebook.nodes import Keyed, Listed, Scalar
from leadroute.rulebook.source import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.model.rulebook import Example, Rulebook

_BREAK = re.compile("\r\n|[\n\r]")
_INDENT = "  "


def with_examples(data: bytes, lines: Sequence[str], added: Sequence[Example], book: Rulebook) -> bytes | None:
    """The file with further examples; ``None`` where they cannot be put in safely.

    ``lines`` are those of the examples, not indented. The result is read again before it is handed out: it has no
    error, says what it said before, and then what was added.
    """
    text, encoding = decode(data)
    mark = data[: len(data) - len(text.encode(encoding))] if encoding else b""
    indent = _indent(data, text)
    if not encoding or indent is None or mark + text.encode(encoding) != data:
        return None
    newline = found[0] if (found := _BREAK.search(text)) else "\n"
    gap = "" if not text or text.endswith(("\n", "\r")) else newline
    more = "".join(f"{indent}{line}{newline}" for line in lines)
    made = mark + (text + gap + more).encode(encoding, errors="replace")
    return made if _says(made, (*_said(data, book), *added), book) else None


def _indent(data: bytes, text: str) -> str | None:
    """How the dashes of the list are indented; ``None`` if there is no list with a line for each example at the end."""
    root = read(data, "").root
    if not isinstance(root, Keyed) or len(root.entries) != 1:
        return None
    given = root.entries[0].value
    if isinstance(given, Scalar):
        return _INDENT if given.missing else None
    if not isinstance(given, Listed) or not given.items:
        return None
    at = given.items[-1].at
    before = to_lines(text)[at.line - 1][: at.column - 1]
    return before.rstrip()[:-1] if before.strip() == "-" else None


def _said(data: bytes, book: Rulebook) -> tuple[Example, ...]:
    return parse_examples(data, "", book)[0]


def _says(data: bytes, wanted: Sequence[Example], book: Rulebook) -> bool:
    """Whether these bytes are without an error and say these examples."""
    examples, found = parse_examples(data, "", book)
    return not has_errors(found) and [*map(_meaning, examples)] == [*map(_meaning, wanted)]


def _meaning(example: Example) -> tuple[object, ...]:
    return dict(example.lead), dict(example.expect), example.name, example.now, example.away
