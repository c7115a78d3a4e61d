"""From the options of a verb that assigns to an order."""

from __future__ import annotations

from pathlib import Path

from leadroute.commands.commit import Wanted
from leadroute.commands.order import Order
from leadroute.commands.sources import Sources
from leadroute.files.read.options import Reading
from leadroute.model.gate import Gate
from leadroute.model.manner import CsvEncoding, Format, Hidden, Most, OnBad, Preset, Tolerance

Files = tuple[tuple[Path, ...], Path, Path, Path | None]
"""Leads, roster, rulebook, customers."""

How = tuple[str, str, Hidden, OnBad, Most | None]
"""Encoding, sheet, hidden rows, what becomes of bad rows, how many of them."""

Into = tuple[Path, Format, CsvEncoding, bool, Preset | None]
"""Folder, format, encoding of CSV files, a file for each rep, the CRM to write for."""


def ordered(files: Files, how: How, into: Into, ledger: Path | None, gates: tuple[Gate, ...]) -> Order:
    """What the options mean."""
    out, form, code, split, preset = into
    return Order(
        sources(files, how),
        Wanted(out, form, code, split=split, preset=preset),
        ledger,
        gates,
    )


def sources(files: Files, how: How) -> Sources:
    """The files of a run, and how to read them."""
    encoding, sheet, hidden, on_bad, most = how
    return Sources(*files, Reading(encoding, sheet, hidden), Tolerance(on_bad, most or Most()))
