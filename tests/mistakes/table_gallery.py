"""Mistakes in decision tables, and how a case becomes text.

A case is a table as ``build_rule_tables`` reads it; lines before it that begin with ``#`` say what a workbook knows
besides: ``# merged: 2,2,3,2``, ``# hidden: 3``, ``# date:``, ``# formula:`` or ``# error:`` with the text of a cell;
and ``# rules:`` how the rulebook names it. ``python -m tests.mistakes.table_gallery`` writes the texts anew; read the
difference before you commit it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.model.rule_table import CellKind
from leadroute.model.rulebook import Language
from leadroute.render.diagnostics import text
from tests.build_rule_tables import TABLE, read, rule_table

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic

CASES = sorted((Path(__file__).parent / "tables").glob("*.table"))

_SAID = re.compile(r"# (\w+): (.*)\n")
_KINDS = {kind.value: kind for kind in CellKind}


def problems(case: Path) -> tuple[Diagnostic, ...]:
    """Every problem of a table."""
    text_ = case.read_text(encoding="utf-8")
    said = _SAID.findall(text_)
    merged = [tuple(map(int, value.split(","))) for key, value in said if key == "merged"]
    table = rule_table(
        shown(text_),
        kinds={value: _KINDS[key] for key, value in said if key in _KINDS},
        merged=[(top, left, bottom, right) for top, left, bottom, right in merged],
        hidden=[int(value) for key, value in said if key == "hidden"],
    )
    rules = next((value for key, value in said if key == "rules"), "{table: rules.xlsx}")
    return read(table, TABLE.replace("{table: rules.xlsx}", rules))[1]


def shown(text_: str) -> str:
    """The table of a case, as people see it."""
    return _SAID.sub("", text_)


def told(case: Path, language: Language) -> str:
    """What people read about a case; that pools are not used is none of it."""
    return text((one for one in problems(case) if one.code != "LR213"), language)


def expected(case: Path, language: Language) -> Path:
    """The file with the text of a case."""
    return case.with_suffix(f".{language}.txt")


def examples() -> dict[str, str]:
    """A table for each code, what ``leadroute rule`` shows."""
    cases = [case for case in CASES if not case.stem.startswith("9")]
    return {f"LR{case.stem[:3]}": shown(case.read_text(encoding="utf-8")) for case in cases}


if __name__ == "__main__":
    for each in CASES:
        for spoken in Language:
            expected(each, spoken).write_text(told(each, spoken), encoding="utf-8")
