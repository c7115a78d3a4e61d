"""What an examination shows: each table with its columns and problems, duplicates, the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from leadroute.model.rep import Roster
from leadroute.render.filenames import short_names
from leadroute.render.safe import as_text
from leadroute.render.screen.doctor_columns import columns_table
from leadroute.render.screen.doctor_findings import findings_table
from leadroute.render.screen.doctor_verdict import merging_lines, verdict_lines
from leadroute.render.screen.view import STRONG, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import RenderableType

    from leadroute.intake.examine.seen import Examination, TableSeen
    from leadroute.model.rulebook import Language


def examination(seen: Examination, *, language: Language, width: int = 100, everything: bool = False) -> Group:
    """Everything that was seen, for a console of this ``width``; ``everything`` shows long lists whole."""
    view = View(language, Roster(()), width, everything)
    names = short_names(dict.fromkeys(table.file for table in seen.tables))
    parts: list[RenderableType] = []
    for table in seen.tables:
        parts += [*_table(table, seen.forms.get(table.file, ""), names, view), Text()]
    if seen.elsewhere:
        parts += [findings_table(seen.elsewhere, view, files=True), Text()]
    if seen.merging:
        parts += [*merging_lines(seen.merging, view), Text()]
    return Group(*parts, *verdict_lines(seen, view))


def _table(table: TableSeen, form: str, names: Mapping[str, str], view: View) -> Iterator[RenderableType]:
    yield as_text(view.word("doctor.gap").join(_heading(table, form, names, view)), STRONG)
    if table.columns:
        yield columns_table(table, view)
    if table.findings:
        yield findings_table(table.findings, view)


def _heading(table: TableSeen, form: str, names: Mapping[str, str], view: View) -> Iterator[str]:
    """The file, what it is and how big."""
    yield names[table.file]
    yield " ".join(part for part in (form.upper(), table.encoding.upper()) if part)
    if table.sheet:
        yield _say(view, "sheet", sheet=table.sheet)
    yield _say(view, "header_row", row=table.header_row)
    yield _say(view, "rows", rows=table.rows)
    if table.people:
        yield _say(view, "people", count=table.people)


def _say(view: View, key: str, **facts: object) -> str:
    return view.word(f"doctor.{key}").format_map(facts)
