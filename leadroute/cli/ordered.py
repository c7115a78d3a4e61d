"""From the options of a verb that assigns to an order."""

from __future__ import annotations

from pathlib import Path

from leadroute.cli.options import CsvEncoding, HiddenRows, Most, OnBadRow, OutFormat, Preset
from leadroute.commands.commit import Format, Wanted
from leadroute.commands.gather import Sources
from leadroute.commands.order import Order
from leadroute.files.read.options import Hidden, Reading
from leadroute.intake.quarantine import OnBad, Tolerance
from leadroute.model.gate import Gate

Files = tuple[tuple[Path, ...], Path, Path, Path | None]
"""Leads, roster, rulebook, customers."""

How = tuple[str, str, HiddenRows, OnBadRow, Most | None]
"""Encoding, sheet, hidden rows, what becomes of bad rows, how many of them."""

Into = tuple[Path, OutFormat, CsvEncoding, bool, Preset | None]
"""Folder, format, encoding of CSV files, a file for each rep, the CRM to write for."""


def ordered(files: Files, how: How, into: Into, ledger: Path | None, gates: tuple[Gate, ...]) -> Order:
    """What the options mean."""
    out, form, code, split, preset = into
    return Order(
        sources(files, how),
        Wanted(out, Format(form), code.value, split=split, preset=preset.value if preset else ""),
        ledger,
        gates,
    )


def sources(files: Files, how: How) -> Sources:
    """The files of a run, and how to read them."""
    encoding, sheet, hidden, on_bad, most = how
    limit = most or Most()
    tolerance = Tolerance(OnBad(on_bad.value), limit.rows, limit.share)
    return Sources(*files, Reading(encoding, sheet, Hidden(hidden.value)), tolerance)
