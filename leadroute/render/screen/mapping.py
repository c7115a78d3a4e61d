"""Every column of a file: the field it is, who says so, what its values are like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.console import Group
from rich.text import Text

from leadroute.intake.examine.seen import How
from leadroute.model.rep import Roster
from leadroute.model.rulebook import Language
from leadroute.render.column_lines import doubt, field_word, reason
from leadroute.render.filenames import short_names
from leadroute.render.safe import as_text, clean
from leadroute.render.screen.view import CAUTION, FAINT, STRONG, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType
    from rich.table import Table

    from leadroute.intake.mapping import ColumnMapped, TableMapped

_SAMPLE = 18
_CUT = ".."


def mapping_screen(tables: Sequence[TableMapped], language: Language, width: int = 100) -> Group:
    """A table for each table that was read."""
    view = View(language, Roster(()), width)
    names = short_names(dict.fromkeys(table.file for table in tables))
    parts: list[RenderableType] = []
    for table in tables:
        parts += [as_text(_heading(table, names[table.file], view), STRONG), _columns(table, view), Text()]
    return Group(*parts)


def _heading(table: TableMapped, name: str, view: View) -> str:
    place = f"{name} [{table.sheet}]" if table.sheet else name
    told = _say(view, "table", file=place, row=table.header_row, rows=table.rows)
    return told + (_say(view, "from", system=view.word(f"system.{table.system}")) if table.system else "")


def _columns(table: TableMapped, view: View) -> Table:
    heads = (_say(view, word) for word in ("column", "field", "because", "samples"))
    made = view.table("", *heads, text=4)
    made.title = None
    for column in table.columns:
        style = "" if column.seen.used else CAUTION if column.suggestion else FAINT
        samples = " | ".join(map(_short, column.seen.samples))
        cells = (column.seen.header, _field(column, view), _because(column, table, view))
        made.add_row(*(as_text(cell, style) for cell in cells), as_text(samples, FAINT))
    return made


def _field(column: ColumnMapped, view: View) -> str:
    """The field by its name in the rulebook, with the word for it in Chinese."""
    if column.suggestion:
        return _say(view, "maybe", field=column.suggestion.field)
    if not column.seen.used:
        return "-"
    word = field_word(column.seen.field, view.language)
    spelled_alike = view.language is not Language.ZH or word == column.seen.field
    return column.seen.field if spelled_alike else f"{column.seen.field} {word}"


def _because(column: ColumnMapped, table: TableMapped, view: View) -> str:
    seen = column.seen
    if column.suggestion:
        return reason(column.suggestion, view.language) + doubt(column, view.language)
    if seen.how is How.RIVAL:
        used = next((one.seen.header for one in table.columns if one.seen.used and one.seen.field == seen.field), "")
        return _say(view, "rival", field=seen.field, used=used)
    key = {How.NEARLY: "near"}.get(seen.how, seen.how.value)
    system = view.word(f"system.{table.system}") if table.system else ""
    return _say(view, key, system=system, near=", ".join(seen.near[:1]))


def _say(view: View, key: str, **facts: object) -> str:
    return view.word(f"map.{key}").format_map(facts)


def _short(sample: str) -> str:
    shown = clean(sample)
    return shown if cell_len(shown) <= _SAMPLE else set_cell_size(shown, _SAMPLE - len(_CUT)).rstrip() + _CUT
