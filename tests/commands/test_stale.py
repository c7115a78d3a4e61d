"""Two standings compared: nothing else is needed to tell whether a plan is stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leadroute.commands.commit import Wanted
from leadroute.commands.order import Order
from leadroute.commands.plan_file import Mark, PlanFile, Role, Standing
from leadroute.commands.sources import Sources
from leadroute.commands.stale import decided_otherwise, stale
from leadroute.ledger.record import Head
from leadroute.model.diagnostic import Diagnostic, Place, facts
from leadroute.model.rulebook import Language
from leadroute.render.diagnostics import text

LEADS = Mark(Role.LEADS, "a.csv", "11")
REPS = Mark(Role.ROSTER, "reps.xlsx", "22")
BEFORE = Standing("/work", (LEADS, REPS), Head(3, b"\3"))
ORDER = Order(Sources((Path("a.csv"),), Path("reps.xlsx"), Path("r.yaml")), Wanted(Path("out")), Path("r.ledger"))
PLAN = PlanFile("0.1.0", Language.EN, datetime(2026, 11, 23, tzinfo=UTC), ORDER, BEFORE, {}, "dd")


def _found(now: Standing, planned: Standing = BEFORE) -> list[tuple[str, str]]:
    return [(one.code, str(one.place or "")) for one in stale(replace(PLAN, standing=planned), now)]


def _marks(*marks: Mark) -> Standing:
    return replace(BEFORE, files=marks)


def _head(run: int, name: bytes, carried_out: int = 0) -> Standing:
    return replace(BEFORE, head=Head(run, name), carried_out=carried_out)


def test_what_is_as_it_was_is_not_stale() -> None:
    assert stale(PLAN, BEFORE) == ()


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (_marks(replace(LEADS, fingerprint="33"), REPS), [("LR761", "a.csv")]),
        (_marks(REPS), [("LR766", "a.csv")]),
        (_marks(LEADS, replace(REPS, fingerprint="")), [("LR766", "reps.xlsx")]),
        (_marks(LEADS, REPS, Mark(Role.LEADS, "b.csv", "44")), [("LR767", "b.csv")]),
        (_marks(LEADS, replace(REPS, file="new.xlsx")), [("LR766", "reps.xlsx"), ("LR767", "new.xlsx")]),
        (_head(4, b"\4"), [("LR762", "r.ledger")]),
        (_head(5, b"\5", carried_out=4), [("LR768", "r.ledger")]),
        (_head(3, b"\4"), [("LR772", "r.ledger")]),
        (_head(2, b"\2"), [("LR772", "r.ledger")]),
        (replace(BEFORE, head=None), [("LR769", "r.ledger")]),
        (replace(_head(4, b"\4"), files=()), [("LR766", "a.csv"), ("LR766", "reps.xlsx"), ("LR762", "r.ledger")]),
        (replace(BEFORE, folder="/else"), []),
        (replace(_marks(LEADS), folder="/else"), [("LR766", "reps.xlsx"), ("LR771", "")]),
    ],
)
def test_everything_that_changed_is_found(now: Standing, found: list[tuple[str, str]]) -> None:
    assert _found(now) == found


@pytest.mark.parametrize("head", [None, Head(0, b"")])
def test_a_ledger_that_is_still_to_be_made_may_be_missing(head: Head | None) -> None:
    assert _found(replace(BEFORE, head=None), replace(BEFORE, head=head)) == []


def test_a_plan_without_a_ledger_asks_for_none() -> None:
    assert _found(_head(9, b"\1"), replace(BEFORE, head=None)) == []


def test_the_same_files_may_decide_otherwise() -> None:
    assert decided_otherwise(PLAN, "dd", "9.9.9") == ()
    (found,) = decided_otherwise(PLAN, "ee", "0.2.0")
    assert (found.code, found.facts) == ("LR763", {"planned": "0.1.0", "version": "0.2.0"})


HERE = Place("a.csv")
GALLERY = (
    Diagnostic("LR761", place=HERE, args=facts(role="customers")),
    Diagnostic("LR762", args=facts(planned=3, run=4)),
    Diagnostic("LR763", args=facts(planned="0.1.0", version="0.2.0")),
    Diagnostic("LR764", place=Place("plan.json"), args=facts(reason="plan_seal")),
    Diagnostic("LR765", place=Place("plan.json"), args=facts(format="2.0", known="1.0")),
    Diagnostic("LR766", place=HERE, args=facts(role="table")),
    Diagnostic("LR767", place=HERE, args=facts(role="leads")),
    Diagnostic("LR768", args=facts(run=4)),
    Diagnostic("LR769", args=facts(planned=3)),
    Diagnostic("LR771", args=facts(folder="/a", here="/b")),
    Diagnostic("LR772", args=facts(planned=3, run=2)),
    Diagnostic("LR773", args=facts(file="p")),
    Diagnostic("LR774", args=facts(path="p.json")),
)
"""One of every code, told in tests/snapshots/stale.*.txt."""


@pytest.mark.parametrize("language", list(Language))
def test_every_code_has_its_words(language: Language) -> None:
    told = Path(__file__).parents[1] / "snapshots" / f"stale.{language}.txt"
    assert text(GALLERY, language) == told.read_text(encoding="utf-8")
