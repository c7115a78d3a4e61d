"""Write YAML that is read back as it was meant: any text as a value, any text in a comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLAIN = re.compile(r"[^\W\d_](?:[\w .-]*\w)?")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n", "是", "否"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_HALF = range(0xD800, 0xE000)


def scalar(text: str) -> str:
    """A text as a value or a key, in quotes unless it is plain words."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def listed(texts: Iterable[str]) -> str:
    """A list of texts in brackets."""
    return "[" + ", ".join(map(scalar, texts)) + "]"


def mapped(pairs: Iterable[tuple[str, str]]) -> str:
    """A mapping in braces: keys as texts, values as YAML that is ready."""
    return "{" + ", ".join(f"{scalar(key)}: {value}" for key, value in pairs) + "}"


def remark(text: str, indent: str = "") -> str:
    """A comment on a line of its own. It stays one line, and no data in it can begin a comment that means something."""
    shown = "".join(char if char.isprintable() else "\ufffd" for char in text)
    return f"{indent}# {shown.replace('#', '＃')}".rstrip()


def _escaped(char: str) -> str:
    code = ord(char)
    if code in _HALF:  # half of a letter: no file could hold it
        return "\ufffd"
    if char in _ESCAPES or char.isprintable():
        return _ESCAPES.get(char, char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - what four digits hold
