"""Chinese typing traps, found and mended before YAML is read, so that one of them does not hide the other mistakes.

A full-width colon, comma, bracket, blank or a curly quote is legal text to YAML: the parser would complain about
another line, or about nothing at all. Text inside quotes, comments and block texts is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadroute.rulebook.nodes import Span
from leadroute.rulebook.words import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDE_BLANKS = "\u3000\u00a0"
_BRACKETS = {"［": "[", "］": "]", "｛": "{", "｝": "}"}
_CURLY = {"“": "”", "‘": "’", "”": "”", "’": "’"}
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_BLOCK_TEXT = re.compile(r"(^|[:\-]\s+)[|>][+-]?[1-9]?[+-]?$")
_MORE_KEYS = re.compile(r"[^,}，]*(?::\s|：)")
_NOTHING_MORE = re.compile(r"\s*(?:\s#|$)")
_LONGEST_QUOTED = 200
_SPECIAL = re.compile(
    "[：，“”‘’［］｛｝\u3000\u00a0\t\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|:\\S"
)


@dataclass(frozen=True, slots=True)
class Trap:
    """One finding: ``sure`` ones have been mended, the others only explain an error nearby."""

    code: str
    at: Span
    sign: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found, the mended lines, and the columns after which a blank was put in, by line."""

    traps: tuple[Trap, ...]
    lines: tuple[str, ...]
    shifts: dict[int, tuple[int, ...]] = field(default_factory=dict)


def scan(lines: list[str]) -> Scan:
    """Look through all lines; a rulebook without any suspicious character is returned at once."""
    if not any(_SPECIAL.search(line) for line in lines):
        return Scan((), tuple(lines))
    walk = _Walk()
    mended = [walk.line(number, line) for number, line in enumerate(lines, 1)]
    return Scan(tuple(walk.traps), tuple(mended), {line: tuple(columns) for line, columns in walk.shifts.items()})


class _Walk:
    """The state carried from line to line: open brackets, an open quote, a block text."""

    def __init__(self) -> None:
        self.traps: list[Trap] = []
        self.shifts: dict[int, list[int]] = {}
        self._flow: list[str] = []
        self._quote = ""
        self._block: int | None = None
        self._number = 0
        self._chars: list[str] = []
        self._text = ""
        self._start = 0
        self._keyed = False
        self._fresh = True

    def line(self, number: int, text: str) -> str:
        """Scan one line and return it mended."""
        self._number, self._text, self._chars = number, text, list(text)
        self._invisible()
        indent = len(text) - len(text.lstrip(" \t" + _WIDE_BLANKS))
        if self._in_block(indent) or not text.strip(" \t" + _WIDE_BLANKS):
            return text
        if not self._flow and not self._quote:
            self._indentation(indent)
            self._new_cell(indent)
        end = self._walk(indent)
        if not self._flow and not self._quote and _BLOCK_TEXT.search(text[:end].strip()):
            self._block = indent
        return "".join(self._chars)

    def _in_block(self, indent: int) -> bool:
        if self._block is None:
            return False
        if not self._text.strip() or indent > self._block:
            return True
        self._block = None
        return False

    def _invisible(self) -> None:
        for hit in _INVISIBLE.finditer(self._text):
            self._trap("LR117", hit.start(), f"U+{ord(hit.group()):04X}", sure=False)

    def _indentation(self, indent: int) -> None:
        for at, char in enumerate(self._text[:indent]):
            if char == "\t":
                self._trap("LR106", at, "\\t", sure=False)
                return
            if char in _WIDE_BLANKS:
                self._trap("LR105", at, f"U+{ord(char):04X}")
                self._chars[:indent] = [" "] * indent
                return

    def _new_cell(self, start: int) -> None:
        self._start, self._keyed, self._fresh = start, False, True

    def _walk(self, start: int) -> int:
        """Walk to the end of the line or its comment; return where that is."""
        at = start
        while at < len(self._text):
            char = self._text[at]
            if char == "#" and not self._quote and (at == 0 or self._text[at - 1] in " \t" + _WIDE_BLANKS):
                return at
            at = self._quoted(at, char) if self._quote else self._step(at, char)
        return at

    def _quoted(self, at: int, char: str) -> int:
        if char == "\\" and self._quote == '"':
            return at + 2
        if char == self._quote:
            if char == "'" and self._text[at + 1 : at + 2] == "'":
                return at + 2
            self._quote, self._fresh = "", False
        return at + 1

    def _step(self, at: int, char: str) -> int:
        action = _ACTIONS.get(char)
        if action is not None:
            action(self, at)
        elif not char.isspace():
            self._fresh = False
        return at + 1

    # --- what each character means ------------------------------------------------------------------------------

    def dash(self, at: int) -> None:
        """A list item begins."""
        if self._fresh and not self._flow and self._text[at + 1 : at + 2] in {" ", ""}:
            self._new_cell(at + 1)
        else:
            self._fresh = False

    def straight(self, at: int) -> None:
        """A quoted text begins."""
        if self._fresh:
            self._quote = self._text[at]
        self._fresh = False

    def open(self, at: int) -> None:
        """A list or mapping in brackets begins."""
        if self._fresh or self._flow:
            sign = self._text[at]
            if sign in _BRACKETS:
                self._mend("LR104", at, _BRACKETS[sign])
            self._flow.append(_BRACKETS.get(sign, sign))
            self._new_cell(at + 1)

    def end(self, at: int) -> None:
        """A list or mapping in brackets ends."""
        if self._flow:
            sign = self._text[at]
            if sign in _BRACKETS:
                self._mend("LR104", at, _BRACKETS[sign])
            self._flow.pop()
            self._new_cell(at + 1)
            self._fresh = False

    def comma(self, at: int) -> None:
        """The next item in brackets begins."""
        if self._flow:
            self._new_cell(at + 1)

    def wide_comma(self, at: int) -> None:
        """A full-width comma where an item ends."""
        if self._flow and (self._flow[-1] == "[" or _MORE_KEYS.match(self._text, at + 1)):
            self._mend("LR104", at, ",")
            self._new_cell(at + 1)

    def colon(self, at: int) -> None:
        """A key ends, if a blank follows."""
        after = self._text[at + 1 : at + 2]
        key = self._cell(at).strip()
        if after in {"", " ", "\t"} or (self._flow and after in ",]}"):
            self._keyed = self._fresh = True
        elif not self._keyed and after in _WIDE_BLANKS:
            self._mend("LR105", at + 1, " ", sign=f"U+{ord(after):04X}")
            self._keyed = self._fresh = True
        elif not self._keyed and key in SPOKEN:
            self._trap("LR120", at, key)
            self._insert(at)
            self._keyed = self._fresh = True
        else:
            self._fresh = False

    def wide_colon(self, at: int) -> None:
        """A full-width colon where a key ends."""
        if self._keyed or (self._flow and self._flow[-1] == "["):
            return
        key = self._cell(at).strip(" \t\"'" + _WIDE_BLANKS)
        if self._flow or key in SPOKEN or _NOTHING_MORE.match(self._text, at + 1):
            self._mend("LR103", at, ":")
            if self._text[at + 1 : at + 2] not in {"", " "}:
                self._insert(at)
            self._keyed = self._fresh = True
        else:
            self._trap("LR103", at, "：", sure=False)

    def wide_blank(self, at: int) -> None:
        """A full-width blank between items."""
        if self._fresh and self._flow:
            self._mend("LR105", at, " ", sign=f"U+{ord(self._text[at]):04X}")

    def curly(self, at: int) -> None:
        """A value in curly quotes."""
        if not self._fresh:
            return
        self._fresh = False
        closing = _CURLY[self._text[at]]
        end = self._text.find(closing, at + 1, at + _LONGEST_QUOTED)
        rest = self._text[end + 1 : end + _LONGEST_QUOTED].lstrip() if end > 0 else "x"
        if rest and rest[0] not in ",]}#:，：］｝":
            return
        self._mend("LR107", at, '"')
        if '"' not in self._text[at + 1 : end] and "\\" not in self._text[at + 1 : end]:
            self._chars[at] = self._chars[end] = '"'
        else:
            self._chars[at] = self._text[at]

    def _cell(self, at: int) -> str:
        """What stands before this column in its cell, as far as a key may be long."""
        return self._text[max(self._start, at - _LONGEST_QUOTED) : at]

    # --- writing down and mending -------------------------------------------------------------------------------

    def _trap(self, code: str, at: int, sign: str, *, sure: bool = True) -> None:
        put_in = len(self.shifts.get(self._number, ()))
        self.traps.append(Trap(code, Span(self._number, at + 1 + put_in), sign, sure))

    def _mend(self, code: str, at: int, right: str, sign: str = "") -> None:
        self._trap(code, at, sign or self._text[at])
        self._chars[at] = right

    def _insert(self, at: int) -> None:
        """Put a blank after this column without moving the places of the characters in hand."""
        self._chars[at] += " "
        earlier = self.shifts.setdefault(self._number, [])
        earlier.append(at + 2 + len(earlier))


_ACTIONS: dict[str, Callable[[_Walk, int], None]] = {
    "-": _Walk.dash,
    '"': _Walk.straight,
    "'": _Walk.straight,
    **dict.fromkeys("[{［｛", _Walk.open),
    **dict.fromkeys("]}］｝", _Walk.end),
    ",": _Walk.comma,
    "，": _Walk.wide_comma,
    ":": _Walk.colon,
    "：": _Walk.wide_colon,
    **dict.fromkeys(_WIDE_BLANKS, _Walk.wide_blank),
    **dict.fromkeys(_CURLY, _Walk.curly),
}
