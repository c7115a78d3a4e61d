"""What ``ledger show --json`` prints: amounts as leads, and exactly as fractions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.units import units_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leadroute.ledger.booking import Line
    from leadroute.ledger.people import People
    from leadroute.ledger.statement import Period, Statement, Total
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


def totals_json(totals: Iterable[Total], period: Period, people: People, sums: Mapping[str, int]) -> dict[str, Json]:
    """The accounts of everybody; ``sums`` are those of the balances by account, all of them zero."""
    return {
        "format_version": FORMAT_VERSION,
        "from": period.first.isoformat() if period.first else None,
        "to": period.last.isoformat() if period.last else None,
        "reps": [_total(one, people) for one in totals],
        "sums": [{"account": account, "sum": units_json(units)} for account, units in sorted(sums.items())],
    }


def statement_json(found: Statement, people: People, sums: Mapping[str, int]) -> dict[str, Json]:
    """The statement of one rep."""
    whole = totals_json((), found.period, people, sums)
    del whole["reps"]
    return {
        **whole,
        "rep": _total(found.total, people),
        "lines": [_line(line) for line in found.lines],
        "closing": units_json(found.closing),
        "adds_up": found.adds_up,
    }


def _total(one: Total, people: People) -> dict[str, Json]:
    return {
        "id": one.rep,
        "name": people.names.get(one.rep, ""),
        "opening": units_json(one.opening),
        "entitled": units_json(one.entitled),
        "received": units_json(one.received),
        "corrections": units_json(one.corrected),
        "closing": units_json(one.closing),
        "leads": one.leads,
    }


def _line(line: Line) -> dict[str, Json]:
    return {
        "run": line.run,
        "date": line.day.isoformat(),
        "what": line.what.value,
        "lead": line.lead or None,
        "label": line.label or None,
        "rule": line.rule or None,
        "pool": line.pool or None,
        "other": line.other or None,
        "why": line.why or None,
        "runs": list(line.runs),
        "amount": units_json(line.units),
        "balance": units_json(line.balance),
    }
