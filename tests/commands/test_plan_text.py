"""A plan file says everything a plan is made again from, and is believed only as a whole."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path

import pytest

from leadroute.commands.commit import Wanted
from leadroute.commands.order import Order
from leadroute.commands.plan_file import Mark, PlanFile, Role, Standing
from leadroute.commands.plan_text import plan_text, read_plan, seal
from leadroute.commands.sources import Sources
from leadroute.files.read.options import Reading
from leadroute.ledger.record import Head
from leadroute.model.diagnostic import Diagnostic, Place
from leadroute.model.gate import Figure, Gate
from leadroute.model.manner import CsvEncoding, Format, Hidden, Most, OnBad, Preset, Tolerance
from leadroute.model.rulebook import Language

NOW = datetime(2026, 11, 23, 9, 0, 0, 123, tzinfo=timezone(timedelta(hours=8)))
PLAIN = Order(Sources((Path("a.csv"),), Path("reps.xlsx"), Path("r.yaml")), Wanted(Path("out")), None)
FULL = Order(
    Sources(
        (Path("in/*.csv"), Path("线索 2.xlsx")),
        Path("/abs/reps.xlsx"),
        Path("r.yaml"),
        Path("own.xlsx"),
        Reading("gb18030", "Sheet 2", Hidden.SKIP),
        Tolerance(OnBad.QUARANTINE, Most(share=Fraction(1, 3000))),
    ),
    Wanted(Path("out/今天"), Format.CSV, CsvEncoding.GB18030, split=True, preset=Preset.ZOHO),
    Path("r.ledger"),
    (Gate(Figure.REVIEW, Fraction(0), share=False), Gate(Figure.POOLED, Fraction("0.12345678"), share=True)),
)
ODD = replace(PLAIN, sources=replace(PLAIN.sources, leads=(Path("caf\udce9.csv"),)))
FEW = replace(PLAIN, sources=replace(PLAIN.sources, tolerance=Tolerance(most=Most(20))))
AT = Place("plan.json")


def _plan(order: Order, head: Head | None = None) -> PlanFile:
    files = tuple(Mark(Role.LEADS, str(path), "ab") for path in order.sources.leads)
    return PlanFile("0.1.0", Language.ZH, NOW, order, Standing("/w", files, head), {"assigned": 3}, "cd")


def _bytes(text: str) -> bytes:
    return text.encode(errors="surrogateescape")


@pytest.mark.parametrize("order", [PLAIN, ODD, FEW], ids=["plain", "odd name", "few bad rows"])
@pytest.mark.parametrize("head", [None, Head(0, b""), Head(7, b"\0\xff")])
def test_what_is_written_is_read_again(order: Order, head: Head | None) -> None:
    plan = _plan(order, head)
    assert read_plan(_bytes(plan_text(plan)), AT) == plan


def test_every_option_is_read_again() -> None:
    exact = replace(FULL, sources=replace(FULL.sources, tolerance=Tolerance(OnBad.FAIL, Most(share=Fraction(1, 40)))))
    assert read_plan(_bytes(plan_text(_plan(exact))), AT) == _plan(exact)


def test_the_seal_is_of_everything() -> None:
    plan = _plan(FULL)
    assert seal(plan) == json.loads(plan_text(plan))["seal"]
    others = (_plan(PLAIN), replace(plan, decisions="x"), replace(plan, version="9"), _plan(FULL, Head(1, b"")))
    assert len({seal(plan), *map(seal, others)}) == 1 + len(others)


@pytest.mark.parametrize("key", ["now", "order", "files", "ledger_head", "decisions", "outcomes", "seal"])
def test_a_plan_that_lacks_something_is_none(key: str) -> None:
    told = json.loads(plan_text(_plan(PLAIN)))
    del told[key]
    found = read_plan(json.dumps(told).encode(), AT)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.facts["reason"]) == ("LR764", "plan_foreign" if key == "seal" else "plan_seal")


@pytest.mark.parametrize(
    ("before", "after"),
    [('"utf-8-sig"', '"utf-8"'), ("a.csv", "b.csv"), ("09:00", "10:00"), ('"assigned": 3', '"assigned": 4')],
)
def test_a_plan_changed_by_hand_is_none(before: str, after: str) -> None:
    found = read_plan(plan_text(_plan(PLAIN)).replace(before, after).encode(), AT)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.facts["reason"]) == ("LR764", "plan_seal")


@pytest.mark.parametrize("order", [{}, {"leads": 3}, []])
def test_a_seal_alone_makes_no_plan(order: object) -> None:
    from leadroute.commands import plan_text as module  # noqa: PLC0415 - forges what only the module can make

    told = json.loads(plan_text(_plan(PLAIN)))
    del told["seal"]
    told["order"] = order
    forged = {**told, "seal": module._seal(told)}  # noqa: SLF001 - as above
    found = read_plan(json.dumps(forged).encode(), AT)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.facts["reason"]) == ("LR764", "plan_foreign")
