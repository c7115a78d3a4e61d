"""The one way data reaches the screen: names and cells are shown as they are, and can do nothing.

Rich reads ``[red]`` and ``:smiley:`` in strings as orders, and passes escape sequences on to the terminal, which obeys
them (clear the screen, set the title, fill the clipboard). So data is never put into a string that Rich parses: it
becomes a ``Text``, with everything that is not a visible character spelled out.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from rich.style import Style

_SPELLED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def clean(text: str) -> str:
    r"""Spell out what is not a visible character: controls, escapes, direction marks, zero width (ESC is ``\x1b``)."""
    if text.isprintable():
        return text
    return "".join(_spelled(char) for char in text)


def as_text(value: object, style: str | Style = "") -> Text:
    """Data as a ``Text`` that Rich shows letter by letter."""
    return Text(clean(str(value)), style=style)


def _spelled(char: str) -> str:
    if unicodedata.category(char) not in _SPELLED:
        return char
    return char.encode("unicode_escape").decode("ascii")
