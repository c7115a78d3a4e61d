"""What was guessed, dropped or doubtful: a line for each thing said, with how often and where first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from leadroute.model.diagnostic import Severity
from leadroute.render.filenames import short_place
from leadroute.render.messages import MESSAGES, hint, message
from leadroute.render.safe import as_text, clean
from leadroute.render.screen.rules import field_name
from leadroute.render.screen.view import ALERT, CAUTION, FAINT
from leadroute.render.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from rich.table import Table

    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language
    from leadroute.render.screen.view import View
    from leadroute.tables.merges import SharedValue

_PLACES = 3
_SHARED = 5
_ALIKE = 3
"""Of more different messages of one code only the first is shown: headers by name, cells by an example."""
_STYLES = {Severity.ERROR: ALERT, Severity.WARNING: CAUTION, Severity.NOTE: ""}


def told(found: Diagnostic, language: Language) -> str:
    """What a diagnostic says; its code and facts when no words are known for it."""
    if found.code not in MESSAGES:
        return ", ".join((found.code, *(f"{name}={value}" for name, value in found.args)))
    return message(found, language)


def advice(found: Diagnostic, language: Language) -> str:
    """What a diagnostic advises to do ("" for nothing)."""
    return hint(found, language) if found.code in MESSAGES else ""


def notes_table(notes: Iterable[Diagnostic], view: View) -> Table:
    """The diagnostics that say the same in one line, the worst first."""
    groups = [group for alike in _by(notes, lambda note: note.code) for group in _apart(alike)]
    worst = list(Severity)
    table = view.table(view.say("notes"), view.say("code"), view.say("what"), view.say("times"), text=2)
    room = view.room("LR000", view.say("times"))
    for group in sorted(groups, key=lambda group: (worst.index(group[0].severity), group[0].code)):
        table.add_row(as_text(group[0].code, _STYLES[group[0].severity]), _what(group, view, room), str(len(group)))
    return table


def shared_table(shared: Sequence[SharedValue], view: View) -> Table:
    """Values too many share, which therefore make no two leads the same; those of most rows first."""
    columns = ("field", "value", "rows", "companies", "names")
    title = view.say("shared", count=len(shared))
    table = view.table(title, *(view.say(key) for key in columns), text=2)
    shown = sorted(shared, key=lambda value: (-value.rows, value.field, value.value))
    for value in shown if view.everything else shown[:_SHARED]:
        counts = (value.rows, value.companies, value.names)
        table.add_row(as_text(field_name(value.field, view)), as_text(value.value), *map(str, counts))
    return table


def _by(notes: Iterable[Diagnostic], key: Callable[[Diagnostic], Hashable]) -> list[list[Diagnostic]]:
    groups: dict[Hashable, list[Diagnostic]] = {}
    for note in notes:
        groups.setdefault(key(note), []).append(note)
    return list(groups.values())


def _apart(alike: list[Diagnostic]) -> list[list[Diagnostic]]:
    """The diagnostics of one code, parted by what they say if they say few different things."""
    parted = _by(alike, lambda note: note.args)
    return parted if len(parted) <= _ALIKE else [alike]


def _what(group: list[Diagnostic], view: View, room: int) -> Text:
    """The first one's message, what to do, and the first places; words in lines of so many columns."""
    said = told(group[0], view.language)
    if advice(group[0], view.language):
        said += view.say("then") + advice(group[0], view.language)
    text = Text("\n".join(wrapped(clean(said), room)))
    places = [short_place(note.place) for note in group if note.place is not None][:_PLACES]
    if places:
        more = view.say("and_more", count=len(group) - len(places)) if len(group) > len(places) else ""
        text.append("\n").append_text(as_text(view.say("comma").join(places) + more, FAINT))
    return text
