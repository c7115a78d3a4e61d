"""What was guessed, dropped or doubtful: one line a code, with how often and where first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Severity
from leadroute.render.messages import MESSAGES, hint, message
from leadroute.render.safe import as_text
from leadroute.render.screen.rules import field_name
from leadroute.render.screen.view import ALERT, CAUTION, FAINT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.table import Table
    from rich.text import Text

    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language
    from leadroute.render.screen.view import View
    from leadroute.tables.merges import SharedValue

_PLACES = 3
_SHARED = 5
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
    """The diagnostics by code, the worst first."""
    groups: dict[str, list[Diagnostic]] = {}
    for note in notes:
        groups.setdefault(note.code, []).append(note)
    worst = list(Severity)
    table = view.table(view.say("notes"), view.say("code"), view.say("what"), view.say("times"), text=2)
    for group in sorted(groups.values(), key=lambda group: (worst.index(group[0].severity), group[0].code)):
        table.add_row(as_text(group[0].code, _STYLES[group[0].severity]), _what(group, view), str(len(group)))
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


def _what(group: list[Diagnostic], view: View) -> Text:
    """The first one's message, what to do, and the first places."""
    text = as_text(told(group[0], view.language))
    if advice(group[0], view.language):
        text.append_text(as_text(view.say("then") + advice(group[0], view.language)))
    places = [str(note.place) for note in group if note.place is not None][:_PLACES]
    if places:
        more = view.say("and_more", count=len(group) - len(places)) if len(group) > len(places) else ""
        text.append("\n").append_text(as_text(view.say("comma").join(places) + more, FAINT))
    return text
