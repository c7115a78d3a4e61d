"""A rulebook in plain sentences on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from leadroute.render.plain.amounts import hits
from leadroute.render.plain.whole import joined
from leadroute.render.safe import as_text, clean
from leadroute.render.screen.view import CAUTION, FAINT, STRONG
from leadroute.render.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from leadroute.render.plain.whole import Entry, Section
    from leadroute.render.screen.view import View

_INDENT = 4
_LEAST = 20


def plain_screen(title: str, lines: Sequence[str], sections: Sequence[Section], view: View) -> Group:
    """The title, what it was made from, and every section."""
    told = [as_text(title, STRONG), *(as_text(line, FAINT) for line in lines)]
    for section in sections:
        told += [as_text(""), as_text(section.title, STRONG)]
        for entry in section.entries:
            told += _entry(entry, view)
    return Group(*told)


def _entry(entry: Entry, view: View) -> list[Text]:
    """Its name and hits on one line, its sentences below."""
    style = "" if entry.live else FAINT
    head = as_text(f"  {entry.number}. {entry.name}" if entry.number else f"  {entry.name}", style)
    if entry.hits is not None:
        head.append_text(as_text(f"  {hits(entry.hits, view.language)}", FAINT if entry.hits else CAUTION))
    body = wrapped(clean(joined(entry.sentences, view.language)), max(view.width - _INDENT, _LEAST))
    return [head, *(as_text(" " * _INDENT + line, style) for line in body)]
