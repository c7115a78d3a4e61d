"""UTF-16 and UTF-32 without a mark: told by the NUL bytes of separators, digits and line ends, Chinese or not."""

from __future__ import annotations

import re

_NAMES = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_SAMPLE = 1 << 15
_MOST = 0.95  # of the characters are of a usual kind under the right order of bytes
_UNUSUAL = re.compile(
    "[^\t\n\r\x1b -~\u00a0-\u024f\u2010-\u203b\u20ac\u2160-\u217f\u2460-\u24ff\u25a0-\u26ff\u3000-\u30ff\u3400-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\uff01-\uffee\U0001f300-\U0001faff\U00020000-\U0003ffff]"
)
_ASCII = re.compile("[\t\n\r -~]")
_TAIL = 16


def wide(data: bytes) -> str:
    """The name of the wide encoding bytes are in: ``""`` if they are in none.

    Bytes under the wrong order become rare characters; text of single bytes taken for pairs does so, too.
    """
    if data.find(b"\0", 0, _SAMPLE) < 0:
        return ""
    head = data[:_SAMPLE]
    if head.endswith(bytes(_TAIL)):
        head = head.rstrip(b"\0")
        head += bytes(-len(head) % 4)
    best = max(_NAMES, key=lambda name: _likely(head, name))
    return best if _likely(head, best) > 0 else ""


def _likely(head: bytes, name: str) -> float:
    """How many characters are ASCII, or 0 if too many are unusual: only the right order shows separators and digits."""
    size = 4 if "32" in name else 2
    text = head[: len(head) // size * size].decode(name, errors="replace").rstrip("\0")
    usual = len(text) - len(_UNUSUAL.findall(text))
    return len(_ASCII.findall(text)) * size if text and usual >= _MOST * len(text) else 0
