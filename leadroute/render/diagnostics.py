"""Diagnostics as plain text: place, message, the line, a caret under the offence, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from leadroute.model.diagnostic import Severity
from leadroute.model.rulebook import Language
from leadroute.render.messages import MESSAGES, hint, message
from leadroute.render.safe import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.model.diagnostic import Diagnostic, Excerpt

_SEVERITIES = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.NOTE: ("提示", "note"),
}
_WORDS = {"hint": ("建议：", "hint: "), "near": ("是不是想写{}？", "did you mean {}?"), "also": ("另见 ", "see also ")}
_OR = ("或", " or ")
_AND = ("", " ")
_COLON = ("：", ": ")

_WIDEST = 96
_BEFORE = 48
_FAR = 200


def text(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """All diagnostics, one after the other; "" for none."""
    return "".join(line + "\n" for found in diagnostics for line in lines(found, language))


def lines(found: Diagnostic, language: Language) -> list[str]:
    """One diagnostic: the first line says where and what, the others show it and say what to do."""
    told = [_first(found, language)]
    if found.excerpt and found.place:
        told += _shown(found.excerpt, found.place.cell.rpartition("!")[2] or str(found.place.line))
    if found.also:
        told.append(_word("also", language) + clean(str(found.also)))
    told_advice = advice(found, language)
    return [*told, _word("hint", language) + clean(told_advice)] if told_advice else told


def advice(found: Diagnostic, language: Language) -> str:
    """Nearest words first; the hint of the code when there are none."""
    told = hint(found, language)
    if not found.near:
        return told
    quote = "“{}”" if language is Language.ZH else "'{}'"
    words = _OR[language is not Language.ZH].join(quote.format(word) for word in found.near)
    asked = _word("near", language).format(words)
    # A list of everything possible adds nothing to the nearest words; other advice does.
    return asked if _lists_all(found) or not told else asked + _AND[language is not Language.ZH] + told


def _first(found: Diagnostic, language: Language) -> str:
    at = language is not Language.ZH
    where = f"{clean(str(found.place))}: " if found.place and str(found.place) else ""
    return f"{where}{_SEVERITIES[found.severity][at]} {found.code}{_COLON[at]}{clean(message(found, language))}"


def _shown(excerpt: Excerpt, line: str) -> list[str]:
    """The line and the caret, cut to what fits a screen."""
    # What is far away is not shown; a line may be a megabyte long.
    before = excerpt.text[max(0, excerpt.start - _FAR) : excerpt.start]
    rest = excerpt.text[excerpt.start : excerpt.start + _FAR]
    before, offence, after = clean(before), clean(rest[: excerpt.length]), clean(rest[excerpt.length :])
    before = before if cell_len(before) <= _BEFORE else "..." + _last_cells(before, _BEFORE - 3)
    margin = f"{line} | "
    shown = _first_cells(before + offence + after, _WIDEST)
    width = min(cell_len(offence), _WIDEST - cell_len(before))
    caret = " " * (len(margin) - 2) + "| " + " " * cell_len(before) + "^" * max(1, width)
    return [(margin + shown).rstrip(), caret]


def _lists_all(found: Diagnostic) -> bool:
    return any(f"{{{name}}}" in MESSAGES[found.code].en_hint for name in ("words", "names"))


def _word(key: str, language: Language) -> str:
    return _WORDS[key][language is not Language.ZH]


def _first_cells(words: str, width: int) -> str:
    if cell_len(words) <= width:
        return words
    short = words[: width - 3]
    while cell_len(short) > width - 3:
        short = short[:-1]
    return short + "..."


def _last_cells(words: str, width: int) -> str:
    short = words[-width:]
    while cell_len(short) > width:
        short = short[1:]
    return short
