"""What was guessed, dropped or cannot be used: a line for each thing, how often, where first, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from leadroute.model.diagnostic import Severity
from leadroute.render.filenames import short_place
from leadroute.render.messages import hint, message
from leadroute.render.safe import as_text, clean
from leadroute.render.screen.view import ALERT, CAUTION
from leadroute.render.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.intake.examine.seen import Finding
    from leadroute.render.screen.view import View

_GUTTER = 2
_STYLES = {Severity.ERROR: ALERT, Severity.WARNING: CAUTION, Severity.NOTE: ""}
_IN_THE_TABLE = frozenset({"LR407"})
"""Said by the table of columns already."""


def findings_table(findings: Iterable[Finding], view: View, *, files: bool = False) -> Table:
    """A line a finding, the worst first; ``files`` names the file of each, too."""
    shown = [found for found in findings if found.code not in _IN_THE_TABLE]
    kinds = [_kind(found, view) for found in shown]
    room = view.width - max(map(cell_len, kinds), default=0) - _GUTTER
    made = Table.grid(padding=(0, _GUTTER, 0, 0), pad_edge=False)
    made.add_column(no_wrap=True)
    made.add_column(no_wrap=True)
    for found, kind in zip(shown, kinds, strict=True):
        made.add_row(as_text(kind, _STYLES[found.severity]), _what(found, view, room, files=files))
    return made


def _kind(found: Finding, view: View) -> str:
    times = f" x{found.count}" if found.count > 1 else ""
    return f"{view.word(f'severity.{found.severity}')} {found.code}{times}"


def _what(found: Finding, view: View, room: int, *, files: bool) -> Text:
    """The first one's message, what to do, and the first places."""
    told = message(found.example, view.language)
    if advice := hint(found.example, view.language):
        told += view.say("then") + advice
    if where := _where(found, view, files=files):
        told += f" [{where}]"
    return Text("\n".join(wrapped(clean(told), room)))


def _where(found: Finding, view: View, *, files: bool) -> str:
    """The first places: rows of the table just shown, or in full when none was."""
    rows = [short_place(place) if files else str(place.row or place.line or "") for place in found.places]
    rows = list(dict.fromkeys(filter(None, rows)))
    more = view.word("doctor.and_so_on") if found.count > len(rows) > 1 else ""
    told = view.say("comma").join(rows) + more
    header = next((place.header for place in found.places), "")
    if files or not rows:
        return told
    return view.word("doctor.cells_at" if header else "doctor.rows_at").format(header=header, rows=told)
