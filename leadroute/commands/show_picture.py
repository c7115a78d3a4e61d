"""Show a rulebook in plain sentences on the screen or as JSON; write it as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.telling import told
from leadroute.files.errors import OutputError
from leadroute.files.write.neighbours import spare
from leadroute.files.write.publish import publish
from leadroute.render.filenames import short_names
from leadroute.render.json_plain import plain_json
from leadroute.render.plain.whole import Counts, plain_sentences
from leadroute.render.safe import as_text
from leadroute.render.screen.plain import plain_screen
from leadroute.render.web.drawing import drawing
from leadroute.render.web.page import Page, html
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leadroute.commands.picture import Pictured
    from leadroute.commands.telling import Telling
    from leadroute.engine.flow import Flow
    from leadroute.render.plain.whole import Section


def show_picture(found: Pictured | Refusal, how: Telling, page: Path | None) -> Exit:
    """Show it; with ``page`` write it there and say so instead."""
    if isinstance(found, Refusal):
        complain(found.diagnostics, found.language)
        return found.exit
    book, sections = found.book, plain_sentences(found.book, _counts(found.flow) if found.flow else None)
    complain(found.notes, book.language)
    lines = (*_lines(found),)
    if page is not None:
        try:
            _write(page, found, lines, sections)
        except OutputError as error:
            complain([error.diagnostic], book.language)
            return Exit.OUTPUT
    done = told(
        how,
        book.language,
        lambda view: (
            as_text(say("plain.written", book.language, file=page))
            if page
            else plain_screen(_title(found), lines, sections, view)
        ),
        lambda: plain_json(book, sections, found.flow, found.roster, found.notes),
    )
    return Exit.DONE if done else Exit.OUTPUT


def _write(page: Path, found: Pictured, lines: tuple[str, ...], sections: tuple[Section, ...]) -> None:
    """Write the page, complete or not at all."""
    spare(found.inputs, (page,))
    outcomes = found.flow.outcomes if found.flow else ()
    drawn = drawing(found.book, found.roster, found.flow)
    text = html(Page(_title(found), lines, outcomes, drawn, sections, found.book.language))
    publish(page.parent, {page.name: lambda at: at.write_text(text, encoding="utf-8", errors="backslashreplace")})


def _counts(flow: Flow) -> Counts:
    rules = dict.fromkeys((rule for rule, _ in flow.to), 0)
    pools = dict.fromkeys((pool for _, (_, pool) in flow.to), 0)
    for (rule, (_, pool)), rows in flow.to.items():
        rules[rule] += rows
        pools[pool] += rows
    return Counts(rules, pools)


def _title(found: Pictured) -> str:
    return found.book.name or say("plain.untitled", found.book.language)


def _lines(found: Pictured) -> Iterator[str]:
    """What it was made from."""
    language = found.book.language
    names = short_names({found.book.file, *found.leads})
    yield say("plain.made_from", language, file=names[found.book.file])
    roster = short_names({found.roster.file})[found.roster.file] if found.roster else ""
    if found.now:
        leads = say("sheet.listed", language).join(names[file] for file in found.leads)
        yield say("plain.made_with", language, leads=leads, roster=roster, now=f"{found.now:%Y-%m-%d %H:%M}")
    elif found.roster:
        yield say("plain.made_reps", language, roster=roster)
