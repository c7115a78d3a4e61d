"""Statements as sheets: the same lines as on the screen, with the numbers as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from leadroute.engine.account import in_leads
from leadroute.render.entries import item, pool, span
from leadroute.render.words import say
from leadroute.tables.sheet import Shape, Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadroute.ledger.people import People
    from leadroute.ledger.statement import Period, Statement, Total
    from leadroute.model.rulebook import Language

_DIGITS = 6


def statement_sheet(found: Statement, people: People, language: Language) -> Sheet:
    """The statement of one rep: opening, every line, closing."""
    rows = [
        _row(say("ledger.opening", language), balance=found.total.opening),
        *(
            _row(
                item(line, people, language),
                line.units,
                line.balance,
                run=str(line.run),
                date=line.day.isoformat(),
                lead=f"#{line.lead}" if line.lead else "",
                label=line.label,
                rule=line.rule,
                pool=pool(line, language),
            )
            for line in found.lines
        ),
        _row(say("ledger.closing", language), balance=found.closing),
    ]
    frame = _frame({key: [row[key] for row in rows] for key in rows[0]}, language)
    name = people.call(found.rep)
    title = say("ledger.statement", language, rep=name, period=span(found.period, language), file="").rstrip()
    shapes = {say(f"ledger.{key}", language): Shape.DECIMAL for key in ("amount", "balance")}
    return Sheet("statement", name, frame, shapes, above=(title,))


def totals_sheet(totals: Sequence[Total], period: Period, people: People, language: Language) -> Sheet:
    """The accounts of everybody."""
    amounts = {
        "opening": [one.opening for one in totals],
        "entitled": [one.entitled for one in totals],
        "received": [-one.received for one in totals],
        "corrections": [one.corrected for one in totals],
        "closing": [one.closing for one in totals],
    }
    columns: dict[str, list[object]] = {"rep": [people.call(one.rep) for one in totals]}
    columns |= {key: [_amount(units) for units in column] for key, column in amounts.items()}
    columns["received_leads"] = [one.leads for one in totals]
    frame = _frame(columns, language)
    title = say("ledger.everybody", language, period=span(period, language), file="").rstrip()
    shapes = {say(f"ledger.{key}", language): Shape.DECIMAL for key in amounts}
    return Sheet(
        "accounts",
        say("ledger.accounts", language),
        frame,
        shapes | {say("ledger.received_leads", language): Shape.WHOLE},
        above=(title,),
    )


def _row(told: str, units: int | None = None, balance: int | None = None, **words: str) -> dict[str, object]:
    texts = {key: words.get(key, "") for key in ("lead", "label", "rule", "pool")}
    return {
        "run": words.get("run", ""),
        "date": words.get("date", ""),
        "item": told,
        **texts,
        "amount": _amount(units),
        "balance": _amount(balance),
    }


def _frame(columns: Mapping[str, Sequence[object]], language: Language) -> pd.DataFrame:
    return pd.DataFrame({say(f"ledger.{key}", language): list(cells) for key, cells in columns.items()})


def _amount(units: int | None) -> float | None:
    return None if units is None else round(float(in_leads(units)), _DIGITS) + 0.0
