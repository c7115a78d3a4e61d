"""Put lines under ``columns:`` into the bytes of a rulebook; every other byte stays what it was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import has_errors
from leadroute.model.fold import fold
from leadroute.rulebook.encoding import decode
from leadroute.rulebook.nodes import Keyed, Scalar
from leadroute.rulebook.parse import parse
from leadroute.rulebook.parts.columns import IGNORE
from leadroute.rulebook.source import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leadroute.model.rule_table import RuleTable
    from leadroute.rulebook.nodes import Entry

_PART = "columns"
_HEAD = ("leadroute", "name", "language", "timezone", "fields")
"""The parts a rulebook begins with; a new part goes after the last of them."""

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_PLAIN = re.compile(r"(?!null$)\w(?:[\w ./-]*\w)?")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: the header as it stands in a file, the field ("": none), and a remark to stand behind it."""

    header: str
    field: str
    remark: str = ""


def block(lines: Sequence[Line], newline: str = "\n") -> str:
    """The whole part as text."""
    return f"{_PART}:{newline}" + _entries(lines, "  ", newline)


def with_columns(data: bytes, lines: Sequence[Line], tables: Iterable[RuleTable] = ()) -> bytes | None:
    """The rulebook with further entries of ``columns``; ``None`` where they cannot be put in safely.

    The result is read again, with its decision tables, before it is handed out: it has no error, and says of each
    header what was asked for.
    """
    text, encoding = decode(data)
    mark = data[: len(data) - len(text.encode(encoding))] if encoding else b""
    root = read(data, "").root
    if not encoding or mark + text.encode(encoding) != data or not isinstance(root, Keyed):
        return None
    changed = _inserted(text, root, lines)
    made = mark + changed.encode(encoding, errors="replace") if changed else b""
    return made if _says(made, lines, tables) else None


def _inserted(text: str, root: Keyed, lines: Sequence[Line]) -> str:
    """The text with the lines where they belong; "" if there is no such place."""
    page = _Page(text)
    entry = next((one for one in root.entries if one.key.value == _PART), None)
    if page.at(root.at.line, root.at.column) == "{" or not root.entries:
        return ""
    if entry is None:
        anchor = max((one for one in root.entries if one.key.value in _HEAD), key=lambda one: one.key.at.line)
        return page.after(page.end_of(anchor, root), page.newline + block(lines, page.newline), part=True)
    if isinstance(entry.value, Scalar):
        return page.after(entry.key.at.line, _entries(lines, "  ", page.newline)) if entry.value.missing else ""
    if not isinstance(entry.value, Keyed) or page.at(entry.value.at.line, entry.value.at.column) == "{":
        return ""
    indent = " " * (entry.value.at.column - 1)
    return page.after(page.end_of(entry, root), _entries(lines, indent, page.newline))


class _Page:
    """A text by its lines, which count from 1 as places do."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(hit.end() for hit in _BREAK.finditer(text)), len(text) + 1]
        found = _BREAK.search(text)
        self.newline = found[0] if found else "\n"

    def at(self, line: int, column: int) -> str:
        """The character at a place."""
        return self._text[self._starts[line - 1] + column - 1 :][:1]

    def end_of(self, entry: Entry, root: Keyed) -> int:
        """The last line of a part: blank lines and comments at the margin before the next one belong to that."""
        later = [one.key.at.line for one in root.entries if one.key.at.line > entry.key.at.line]
        last = (min(later) if later else len(self._starts)) - 1
        while last > entry.key.at.line and (not self._line(last).strip() or self._line(last).startswith("#")):
            last -= 1
        return last

    def after(self, line: int, more: str, *, part: bool = False) -> str:
        """The text with more after a line; a new ``part`` is set off by a blank line from what follows."""
        cut = min(self._starts[line], len(self._text))
        before, behind = self._text[:cut], self._text[cut:]
        before += "" if _BREAK.fullmatch(before[-1:]) else self.newline
        gap = self.newline if part and behind and not _BREAK.match(behind) else ""
        return before + more + gap + behind

    def _line(self, number: int) -> str:
        return self._text[self._starts[number - 1] : self._starts[number]]


def _entries(lines: Sequence[Line], indent: str, newline: str) -> str:
    pairs = [(f"{indent}{_quoted(one.header)}: {one.field or IGNORE}", one.remark) for one in lines]
    return "".join(f"{pair}   # {remark}{newline}" if remark else f"{pair}{newline}" for pair, remark in pairs)


def _quoted(header: str) -> str:
    """A header as a key: characters that do not count (invisible ones, surplus blanks) are left out."""
    shown = " ".join("".join(char for char in header if fold(char) or char.isspace()).split())
    if _PLAIN.fullmatch(shown):
        return shown
    return (
        '"' + "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in shown.translate(_ESCAPES)) + '"'
    )


def _says(data: bytes, lines: Sequence[Line], tables: Iterable[RuleTable]) -> bool:
    """Is this a rulebook without an error that says of each header what it was asked to say?"""
    book, found = parse(data, "", {table.name: table for table in tables})
    if book is None or has_errors(found):
        return False
    said = {fold(one.header): one.field for one in book.columns}
    return all(said.get(fold(one.header)) == one.field for one in lines)
