"""The law of playing the past again: a run is what ``plan`` makes of it, and what one leaves the next finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from leadroute.commands.assign import assign
from leadroute.commands.commit import Wanted
from leadroute.commands.gather import gather, read_ground
from leadroute.commands.history import History, Told
from leadroute.commands.history_files import history_of_files
from leadroute.commands.history_ledger import history_of_ledger
from leadroute.commands.make import Desk, planned
from leadroute.commands.refusal import Refusal
from leadroute.commands.replay import Replayed, replay
from leadroute.commands.result import Result
from leadroute.commands.rules import read_rules
from leadroute.commands.session import Session
from leadroute.commands.sources import Sources
from leadroute.files.read.options import AS_FOUND
from leadroute.intake.past.cut import Window

if TYPE_CHECKING:
    from leadroute.commands.decide import Decided
    from leadroute.model.manner import Every

HEAD = "lead_id,created,company,phone,province,budget,title\n"
REPS = "id,name,team,weight,cap_day\nR1,Ann,east,2,\nR2,Bob,east,1,2\nR3,Cid,north,1,\n"
RULES = """\
leadroute: 1
language: en
score:
  points: [{{add: 30, when: {{title: VP}}}}]
  grades: {{A: 30, B: 0}}
lanes: [{{name: top, when: {{grade: A}}}}]
pools:
  east: {{members: {{team: east}}, caps: {{day: {cap}}}, when_full: {full}}}
  north: {{members: {{team: north}}, strategy: {strategy}}}
rules:
  - name: shanghai
    when: {{province: 上海}}
    assign: east
  - name: large
    when: {{budget: {{gte: 1000}}}}
    review: {{by: Wang, suggest: north}}
  - name: beijing
    when: {{province: 北京}}
    assign: north
default: {default}
"""
RULEBOOKS = st.builds(
    RULES.format,
    cap=st.sampled_from([1, 3, 50]),
    full=st.sampled_from(["north", "open_pool"]),
    strategy=st.sampled_from(["weighted", "round_robin", "least_loaded"]),
    default=st.sampled_from(["open_pool", "north"]),
)
ROW = st.tuples(
    st.sampled_from(["Acme", "Beta", ""]),
    st.integers(1, 9).map(lambda at: f"1380000100{at}"),
    st.sampled_from(["上海", "北京", "", "广东"]),
    st.sampled_from(["", "10", "5000"]),
    st.sampled_from(["VP", ""]),
)
ROWS = st.lists(ROW, min_size=1, max_size=8)


def world(folder: Path, rules: str, *days: list[tuple[str, ...]]) -> Sources:
    """A rulebook, a roster and leads of some days, one file."""
    lines = (
        f"L{day}-{at},2026-10-{day:02},{','.join(row)}\n"
        for day, rows in enumerate(days, 1)
        for at, row in enumerate(rows)
    )
    (folder / "leads.csv").write_text(HEAD + "".join(lines), encoding="utf-8")
    (folder / "rules.yaml").write_text(rules, encoding="utf-8")
    (folder / "reps.csv").write_text(REPS, encoding="utf-8")
    return Sources((folder / "leads.csv",), folder / "reps.csv", folder / "rules.yaml")


def silent(step: str, **facts: object) -> None:
    """Tell nobody."""


def played(sources: Sources, every: Every | None = None, window: Window | None = None) -> tuple[History, Replayed]:
    """The past of these files, played again."""
    rules = read_rules(sources.rules)
    assert not isinstance(rules, Refusal)
    history = history_of_files(Told(None, sources.leads, AS_FOUND, window or Window(), every), rules[0])
    assert not isinstance(history, Refusal), history
    found = replay(history, read_ground(sources, rules), sources, None, silent)
    assert not isinstance(found, Refusal), found
    return history, found


def plan(sources: Sources, history: History) -> Decided:
    """What ``plan`` makes of the same leads at the moment of the first run, without memory."""
    rules = read_rules(sources.rules)
    assert not isinstance(rules, Refusal)
    gathered = gather(sources, rules)
    assert not isinstance(gathered, Refusal)
    return planned(gathered, Session(None), history.occasions[0].now)[0]


@settings(deadline=None, max_examples=10)
@given(RULEBOOKS, ROWS)
def test_one_run_of_the_past_is_what_plan_makes_of_it(rules: str, rows: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder:
        sources = world(Path(folder), rules, rows)
        history, found = played(sources)
        made = plan(sources, history)
    assert found.broken == made.broken == ()
    assert found.played.fates.outcome.tolist() == made.plan.decisions.outcome.tolist()
    assert found.played.fates.rep.tolist() == made.plan.decisions.rep.tolist()
    (step,) = found.played.steps
    assert step.got.tolist() == [line.share.total for line in made.report.reps]
    assert found.played.totals.entitled == tuple(line.share.entitled for line in made.report.reps)
    assert step.default == (made.report.default.rows, made.report.default.of)


@settings(deadline=None, max_examples=4)
@given(RULEBOOKS, ROWS, ROWS)
def test_what_comes_later_changes_nothing_before_it(
    rules: str, first: list[tuple[str, ...]], second: list[tuple[str, ...]]
) -> None:
    with TemporaryDirectory() as folder:
        both = world(Path(folder), rules, first, second)
        alone = played(both, window=Window(last=date(2026, 10, 1)))[1].played
        found = played(both)[1].played
    before, after = replace(alone.steps[0], units=()), replace(found.steps[0], units=())
    assert [before.counts, before.got.tolist()] == [after.counts, after.got.tolist()]
    assert found.steps[0].units == alone.steps[0].units
    assert sum(one.rows for one in found.steps) == len(first) + len(second)


DAY = st.lists(ROW, min_size=0, max_size=5)


def alone(days: list[list[tuple[str, ...]]]) -> list[list[tuple[str, ...]]]:
    """The same leads, each with a phone of its own: the ledger keeps every one of them."""
    return [
        [(company, f"138{day:04}{at:03}7", *rest) for at, (company, _, *rest) in enumerate(rows)]
        for day, rows in enumerate(days, 1)
    ]


@settings(deadline=None, max_examples=6)
@given(RULEBOOKS, st.lists(DAY, min_size=2, max_size=4))
def test_the_rulebook_in_force_over_its_own_ledger_gives_what_happened(
    rules: str, days: list[list[tuple[str, ...]]]
) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        ledger = folder / "rules.ledger"
        for day in range(1, len(days) + 1):
            only = alone(days)[day - 1]
            sources = world(folder, rules, *([[]] * (day - 1)), only)
            now = datetime(2026, 10, day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
            done = assign(sources, Desk(Wanted(folder / "out"), ledger, lambda _, now=now: now, silent))  # type: ignore[misc]
            assert isinstance(done, Result), done
        if not ledger.exists():  # nothing came at all
            return
        book = read_rules(folder / "rules.yaml")
        assert not isinstance(book, Refusal)
        history = history_of_ledger(ledger, Told(ledger, (), AS_FOUND), book[0])
        assert not isinstance(history, Refusal), history
        found = replay(history, read_ground(sources, book), sources, ledger, silent)
        assert not isinstance(found, Refusal), found
    names = [found.played.roster.reps[rep].id if rep >= 0 else "" for rep in found.played.fates.owner.tolist()]
    assert history.owner is not None
    assert names == history.owner.tolist()
    assert len(names) == sum(map(len, days))
