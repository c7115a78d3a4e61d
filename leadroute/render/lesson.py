"""One code at length: what it means, what brings it about, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rulebook import Language
from leadroute.render.messages import MESSAGES
from leadroute.render.messages.examples import EXAMPLES
from leadroute.render.messages.reasons import REASONS

if TYPE_CHECKING:
    from leadroute.render.messages.message import Message

_HEADS = {
    "meaning": ("含义", "Meaning"),
    "why": ("说明", "Why it matters"),
    "example": ("例子", "Example"),
    "remedy": ("处理", "What to do"),
}


def lesson(code: str, language: Language) -> str:
    """Everything about a code, as text of several paragraphs."""
    parts = {
        "meaning": meaning(code, language),
        "why": REASONS[code][language is not Language.ZH] if code in REASONS else "",
        "example": EXAMPLES.get(code, "").rstrip("\n"),
        "remedy": remedy(code, language),
    }
    told = [f"{_HEADS[name][language is not Language.ZH]}\n{_indented(text)}" for name, text in parts.items() if text]
    return "\n\n".join([code, *told]) + "\n"


def meaning(code: str, language: Language) -> str:
    """What the code says, with the names of its facts where a finding has the facts."""
    return _filled(_of(code).text(language))


def remedy(code: str, language: Language) -> str:
    """What to do about it; "" when there is nothing to be done."""
    return _filled(_of(code).hint(language))


class _Named(dict[str, str]):
    """Every fact stands for itself."""

    def __missing__(self, name: str) -> str:
        """The name of the fact."""
        return f"<{name}>"


def _of(code: str) -> Message:
    return MESSAGES[code]


def _filled(text: str) -> str:
    return text.format_map(_Named())


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
