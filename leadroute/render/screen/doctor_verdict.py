"""The end of an examination: duplicates in sight, and whether the files can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from leadroute.intake.examine.seen import Holds
from leadroute.render.safe import clean
from leadroute.render.screen.view import ALERT, CAUTION, STRONG
from leadroute.render.words import WORDS
from leadroute.render.wrap import wrapped

if TYPE_CHECKING:
    from leadroute.intake.examine.seen import Examination, Merging
    from leadroute.render.screen.view import View

_SHARED = 3


def merging_lines(found: Merging, view: View) -> list[Text]:
    """How many rows would merge by which keys, and which values would link nothing."""
    keys = view.word("doctor.or").join(_key(line, view) for line in found.keys)
    if not found.rows and not found.waiting:
        lines = [_line(view, "no_duplicates", keys=keys)]
    else:
        lines = [_line(view, "duplicates", keys=keys, rows=found.rows, groups=found.groups, largest=found.largest)]
    if found.waiting:
        lines.append(_line(view, "waiting", CAUTION, rows=found.waiting))
    if found.shared:
        most = sorted(found.shared, key=lambda value: -value.rows)[:_SHARED]
        values = view.say("comma").join(value.value for value in most)
        rows = sum(value.rows for value in found.shared)
        lines.append(_line(view, "shared", count=len(found.shared), rows=rows, values=values))
    return lines


def verdict_lines(seen: Examination, view: View) -> list[Text]:
    """Whether a run would take the files, and how many of their rows it could not work on."""
    if not seen.usable:
        return [_line(view, "unusable", ALERT, count=len(_stopping(seen)))]
    tables = [table for table in seen.tables if table.holds is Holds.LEADS]
    if not tables:
        return [_line(view, "usable_roster", STRONG, count=sum(table.people for table in seen.tables))]
    lines = [_line(view, "usable", STRONG, rows=seen.rows, files=len(tables))]
    bad = {kind: sum(getattr(table.bad, kind) for table in tables) for kind in ("unreadable", "nobody", "unreachable")}
    told = [view.word(f"doctor.bad_{kind}").format(count=count) for kind, count in bad.items() if count]
    return [*lines, _line(view, "bad_rows", CAUTION, kinds=view.say("comma").join(told))] if told else lines


def _stopping(seen: Examination) -> set[str]:
    """The files that would stop a run."""
    files = {table.file for table in seen.tables if not table.usable}
    return files | {place.file for found in seen.elsewhere if found.stops and (place := found.example.place)}


def _key(line: str, view: View) -> str:
    fields = line.split("+")
    return "+".join(view.word(f"field.{field}") if f"field.{field}" in WORDS else field for field in fields)


def _line(view: View, key: str, style: str = "", **facts: object) -> Text:
    told = clean(view.word(f"doctor.{key}").format_map(facts))
    return Text("\n".join(wrapped(told, view.width)), style)
