"""What ``map --json`` prints: the same as the screen, for programs. Keys are ASCII and come in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.json import diagnostic_json
from leadroute.rulebook.edit import block
from leadroute.rulebook.parts.columns import IGNORE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.intake.mapping import ColumnMapped, TableMapped
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language
    from leadroute.render.json_text import Json
    from leadroute.rulebook.edit import Line

FORMAT_VERSION = "1.0"


def mapping_json(
    tables: Sequence[TableMapped], lines: Sequence[Line], notes: Sequence[Diagnostic], language: Language
) -> dict[str, Json]:
    """Every column, the lines that would settle the open ones, and what was said while reading."""
    return {
        "format_version": FORMAT_VERSION,
        "tables": [_table(table) for table in tables],
        "lines": [{"header": line.header, "field": line.field or IGNORE} for line in lines],
        "block": block(lines) if lines else "",
        "diagnostics": [diagnostic_json(note, language) for note in notes],
    }


def _table(table: TableMapped) -> dict[str, Json]:
    return {
        "file": table.file,
        "sheet": table.sheet,
        "header_row": table.header_row,
        "rows": table.rows,
        "system": table.system or None,
        "columns": [_column(column) for column in table.columns],
    }


def _column(column: ColumnMapped) -> dict[str, Json]:
    seen, found = column.seen, column.suggestion
    return {
        "header": seen.header,
        "field": seen.field if seen.used else None,
        "how": seen.how.value,
        "near": list(seen.near),
        "filled": seen.filled,
        "samples": list(seen.samples),
        "suggestion": {
            "field": found.field,
            "sign": found.sign.value,
            "share": round(found.share, 3),
            "near": found.near,
            "rivals": list(column.rivals),
        }
        if found
        else None,
    }
