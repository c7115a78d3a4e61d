"""A job as a value: what is to be done every day without anybody looking."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from leadroute.model.manner import CsvEncoding, Format, Hidden, Most, OnBad

if TYPE_CHECKING:
    from leadroute.model.gate import Gate
    from leadroute.model.manner import Preset


class BadFiles(StrEnum):
    """What becomes of a run when a file of the inbox cannot be read."""

    STOP = "stop"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything is, as the job file writes it: paths relative to its folder, patterns in ``inbox``.

    A blank ``ledger`` is the one beside the rulebook; blank ``customers`` and ``log`` are none.
    """

    rules: str
    reps: str
    inbox: tuple[str, ...]
    archive: str
    out: str
    customers: str = ""
    ledger: str = ""
    log: str = ""


@dataclass(frozen=True, slots=True)
class Input:
    """How lead files are read, and what of them is put up with; blank texts are found out."""

    encoding: str = ""
    sheet: str = ""
    hidden: Hidden = Hidden.INCLUDE
    on_bad_row: OnBad = OnBad.KEEP
    max_bad: Most = field(default=Most())


@dataclass(frozen=True, slots=True)
class Output:
    """What is written."""

    format: Format = Format.XLSX
    csv_encoding: CsvEncoding = CsvEncoding.UTF8_SIG
    split: bool = False
    preset: Preset | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Everything a job file says. A file that changed less than ``settle`` ago is left for the next run."""

    places: Places
    reading: Input = Input()
    writing: Output = Output()
    settle: timedelta = timedelta(seconds=60)
    bad_files: BadFiles = BadFiles.STOP
    fail_on: tuple[Gate, ...] = ()
