"""What ``doctor --json`` prints: the same as the screen, for programs. Keys are ASCII and come in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.json_text import place_json
from leadroute.render.messages import hint, message

if TYPE_CHECKING:
    from leadroute.intake.examine.seen import ColumnSeen, Examination, Finding, Merging, TableSeen
    from leadroute.model.rulebook import Language
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


def examination_json(seen: Examination, following: str, language: Language) -> dict[str, Json]:
    """Everything seen as a dictionary; sentences are in ``language``."""
    return {
        "format_version": FORMAT_VERSION,
        "usable": seen.usable,
        "rows": seen.rows,
        "tables": [_table(table, seen.forms.get(table.file, ""), language) for table in seen.tables],
        "elsewhere": [_finding(found, language) for found in seen.elsewhere],
        "duplicates": _merging(seen.merging) if seen.merging else None,
        "next": following,
    }


def _table(table: TableSeen, form: str, language: Language) -> dict[str, Json]:
    return {
        "file": table.file,
        "sheet": table.sheet,
        "form": form,
        "encoding": table.encoding,
        "holds": table.holds.value,
        "system": table.system,
        "header_row": table.header_row,
        "rows": table.rows,
        "people": table.people,
        "usable": table.usable,
        "bad_rows": {
            "unreadable": table.bad.unreadable,
            "no_contact": table.bad.nobody,
            "unreachable": table.bad.unreachable,
        },
        "columns": [_column(column) for column in table.columns],
        "findings": [_finding(found, language) for found in table.findings],
    }


def _column(column: ColumnSeen) -> dict[str, Json]:
    return {
        "header": column.header,
        "field": column.field if column.used else None,
        "how": column.how.value,
        "near": list(column.near),
        "samples": list(column.samples),
        "cells": column.rows,
        "filled": column.filled,
        "ok": column.good,
        "placeholder": column.placeholder,
        "damaged": column.damaged,
        "invalid": column.invalid,
        "inferred": column.inferred,
    }


def _finding(found: Finding, language: Language) -> dict[str, Json]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "count": found.count,
        "message": message(found.example, language),
        "hint": hint(found.example, language),
        "near": list(found.example.near),
        "places": [place_json(place) for place in found.places],
    }


def _merging(found: Merging) -> dict[str, Json]:
    return {
        "keys": list(found.keys),
        "rows": found.rows,
        "groups": found.groups,
        "largest": found.largest,
        "waiting": found.waiting,
        "shared": [
            {
                "field": value.field,
                "value": value.value,
                "rows": value.rows,
                "companies": value.companies,
                "names": value.names,
            }
            for value in found.shared
        ],
    }
