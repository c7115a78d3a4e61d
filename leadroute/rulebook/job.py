"""A job file's bytes to a ``Job`` and every problem in it at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, has_errors
from leadroute.model.gate import Figure
from leadroute.model.job import BadFiles, Input, Job, Output, Places
from leadroute.model.manner import CsvEncoding, Format, Hidden, OnBad, Preset
from leadroute.rulebook import scalars
from leadroute.rulebook.gates import figure_word, to_figure, to_gate, to_most
from leadroute.rulebook.job_keys import JOB_PARTS
from leadroute.rulebook.part import open_with
from leadroute.rulebook.reading import Reading
from leadroute.rulebook.source import mistaken, read

if TYPE_CHECKING:
    from leadroute.model.gate import Gate
    from leadroute.model.manner import Most
    from leadroute.rulebook.nodes import Node, Scalar
    from leadroute.rulebook.part import Part

VERSION = 1
_EMPTY = {"LR118": "LR782"}
"""What is said of an empty rulebook, and of an empty job file."""


def parse_job(data: bytes, file: str) -> tuple[Job | None, tuple[Diagnostic, ...]]:
    """Read a job file; ``None`` when there is an error among the diagnostics. Never raises, opens nothing."""
    source = read(data, file)
    if source.root is None or mistaken(source, "leadroute_job", "leadroute", "LR787"):
        return None, tuple(replace(one, code=_EMPTY.get(one.code, one.code)) for one in source.found.all)
    root = open_with(Reading(source.found), source.root, JOB_PARTS["job"])
    _check_version(root)
    job = _job(root)
    _check_folders(root, job.places)
    found = source.found.all
    return (None if has_errors(found) else job), found


def _job(root: Part) -> Job:
    plain = Job(Places("", "", (), "", ""))
    return Job(
        _places(root),
        _reading(root),
        _writing(root),
        root.take("settle", scalars.duration, plain.settle),
        root.take("bad_files", scalars.choice(BadFiles), plain.bad_files),
        root.take("fail_on", _gates, ()),
    )


def _places(root: Part) -> Places:
    return Places(
        rules=root.take("rules", scalars.text, ""),
        reps=root.take("reps", scalars.text, ""),
        inbox=root.take("inbox", scalars.texts, ()),
        archive=root.take("archive", scalars.text, ""),
        out=root.take("out", scalars.text, ""),
        customers=root.take("customers", scalars.text, ""),
        ledger=root.take("ledger", scalars.text, ""),
        log=root.take("log", scalars.text, ""),
    )


def _reading(root: Part) -> Input:
    plain = Input()
    return Input(
        root.take("encoding", scalars.text, plain.encoding),
        root.take("sheet", scalars.text, plain.sheet),
        root.take("hidden", scalars.choice(Hidden), plain.hidden),
        root.take("on_bad_row", scalars.choice(OnBad), plain.on_bad_row),
        root.take("max_bad", _most, plain.max_bad),
    )


def _writing(root: Part) -> Output:
    plain = Output()
    return Output(
        root.take("format", scalars.choice(Format), plain.format),
        root.take("csv_encoding", scalars.choice(CsvEncoding), plain.csv_encoding),
        root.take("split", scalars.flag, plain.split),
        root.take("preset", scalars.choice(Preset), plain.preset),
    )


def _check_version(root: Part) -> None:
    """Refuse a format this program does not know; its absence has been reported already."""
    node = root.given.get("leadroute_job")
    one = scalars.scalar(root.reading, node) if node else None
    if one and one.value.strip() != str(VERSION):
        root.reading.found.error("LR781", one.at, word=one.value, version=VERSION)


def _check_folders(root: Part, places: Places) -> None:
    """Results among the files they were made from would be taken for leads some day."""
    if places.archive and _plain(places.archive) == _plain(places.out):
        root.reading.found.error("LR786", root.given["out"].at, also=root.given["archive"].at, folder=places.out)


def _plain(folder: str) -> str:
    return "/".join(part for part in folder.replace("\\", "/").split("/") if part not in {"", "."})


def _gates(reading: Reading, node: Node) -> tuple[Gate, ...]:
    read = (_gate(reading, one) for one in scalars.nodes(reading, node))
    return tuple(gate for gate in read if gate is not None)


def _gate(reading: Reading, one: Scalar) -> Gate | None:
    gate = to_gate(one.value)
    if gate is None and to_figure(one.value) is None:
        word = figure_word(one.value)
        at = replace(one.at, length=len(word) or one.at.length)
        reading.unknown("LR783", replace(one, value=word, at=at), tuple(Figure))
    elif gate is None:
        reading.found.error("LR784", one.at, word=one.value)
    return gate


def _most(reading: Reading, node: Node) -> Most | None:
    one = scalars.scalar(reading, node)
    most = to_most(one.value) if one else None
    if one and most is None:
        reading.found.error("LR785", one.at, word=one.value)
    return most
