"""The order of a plan as JSON, and back: its paths as they were given, and every option of the run."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from leadroute.commands.commit import Wanted
from leadroute.commands.order import Order
from leadroute.commands.sources import Sources
from leadroute.files.read.options import Reading
from leadroute.model.gate import percent
from leadroute.model.manner import CsvEncoding, Format, Hidden, Most, OnBad, Preset, Tolerance
from leadroute.rulebook.gates import to_gate

if TYPE_CHECKING:
    from leadroute.model.gate import Gate

_WHOLE = 100


class OptionsJson(TypedDict):
    """The options of a run, spelled as on the command line; ``max_bad`` is blank for any number."""

    out: str
    format: str
    csv_encoding: str
    split: bool
    preset: str
    encoding: str
    sheet: str
    hidden: str
    on_bad_row: str
    max_bad: str
    fail_on: list[str]


class OrderJson(TypedDict):
    """The files of a run and its options; ``null`` where there is none."""

    leads: list[str]
    roster: str
    rulebook: str
    customers: str | None
    ledger: str | None
    options: OptionsJson


def order_json(order: Order) -> OrderJson:
    """The order as JSON has it."""
    sources = order.sources
    return {
        "leads": [str(path) for path in sources.leads],
        "roster": str(sources.reps),
        "rulebook": str(sources.rules),
        "customers": str(sources.customers) if sources.customers else None,
        "ledger": str(order.ledger) if order.ledger else None,
        "options": _options_json(order),
    }


def to_order(told: OrderJson) -> Order:
    """The order again.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    options = told["options"]
    customers, ledger = told["customers"], told["ledger"]
    how = Reading(options["encoding"], options["sheet"], Hidden(options["hidden"]))
    sources = Sources(
        tuple(map(Path, told["leads"])),
        Path(told["roster"]),
        Path(told["rulebook"]),
        Path(customers) if customers else None,
        how,
        Tolerance(OnBad(options["on_bad_row"]), _most(options["max_bad"])),
    )
    gates = tuple(map(_gate, options["fail_on"]))
    return Order(sources, _wanted(options), Path(ledger) if ledger else None, gates)


def _options_json(order: Order) -> OptionsJson:
    wanted, how, tolerance = order.wanted, order.sources.how, order.sources.tolerance
    return {
        "out": str(wanted.folder),
        "format": wanted.format.value,
        "csv_encoding": wanted.encoding.value,
        "split": wanted.split,
        "preset": wanted.preset.value if wanted.preset else "",
        "encoding": how.encoding,
        "sheet": how.sheet,
        "hidden": how.hidden.value,
        "on_bad_row": tolerance.on_bad.value,
        "max_bad": _max_bad(tolerance.most),
        "fail_on": [str(gate) for gate in order.gates],
    }


def _wanted(options: OptionsJson) -> Wanted:
    return Wanted(
        Path(options["out"]),
        Format(options["format"]),
        CsvEncoding(options["csv_encoding"]),
        split=options["split"],
        preset=Preset(options["preset"]) if options["preset"] else None,
    )


def _gate(text: str) -> Gate:
    if (gate := to_gate(text)) is None:
        raise ValueError(text)
    return gate


def _max_bad(most: Most) -> str:
    return percent(most.share) if most.share is not None else "" if most.rows is None else str(most.rows)


def _most(text: str) -> Most:
    if text.endswith("%"):
        return Most(share=Fraction(text[:-1]) / _WHOLE)
    return Most(int(text)) if text else Most()
