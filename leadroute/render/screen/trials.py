"""The examples of a rulebook that were tried: what failed, and what none of them covers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rich.console import Group
from rich.text import Text

from leadroute.render.safe import as_text
from leadroute.render.screen.explain_rules import rules_lines
from leadroute.render.screen.page import Page
from leadroute.render.screen.view import ALERT, CAUTION, STRONG, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType
    from rich.table import Table

    from leadroute.engine.trial import Bound, Survivor, Tested, Trial
    from leadroute.model.diagnostic import Place

T = TypeVar("T")

_MOST = 12
_EXPLAINED = 3


def tested_screen(file: str, tested: Tested, rules: int, view: View) -> Group:
    """Everything the test found; ``rules`` is the number of rules in force."""
    parts: list[RenderableType] = [as_text(view.word("test.title").format(file=file), STRONG), Text()]
    if failed := [trial for trial in tested.trials if not trial.passed]:
        parts += [_differences(failed, view), *_reasons(failed, view)]
    parts += _unreached(tested, rules, view)
    if tested.trials and not tested.by_default:
        parts += [as_text(view.word("test.no_default")), Text()]
    if open_bounds := [bound for bound in tested.bounds if not bound.covered]:
        parts += _bounds(open_bounds, len(tested.bounds), view)
    if tested.mutants:
        parts += _mutants(tested, view)
    return Group(*parts, _verdict(tested, len(failed), view))


def place_words(place: Place | None) -> str:
    """Where something stands in a rulebook."""
    return (str(place) if place.cell else f"{place.file}:{place.line}") if place else ""


def change_words(one: Survivor, view: View) -> str:
    """What was changed, in words."""
    return view.word(f"mutant.{one.kind}").format(old=one.old, new=one.new, field=one.field)


def example_name(trial: Trial) -> str:
    """Its name, else its place."""
    return trial.example.name or place_words(trial.example.place)


def _verdict(tested: Tested, failed: int, view: View) -> Text:
    count = len(tested.trials)
    if not count:
        return as_text(view.word("test.none"), CAUTION)
    if failed:
        return as_text(view.word("test.failed").format(count=count, failed=failed), ALERT)
    return as_text(view.word("test.passed").format(count=count), STRONG)


def _differences(failed: Sequence[Trial], view: View) -> Table:
    columns = ("example", "what", "expected", "got")
    table = view.table(view.word("test.differences"), *(view.word(f"test.{key}") for key in columns), text=4)
    for trial in failed:
        for at, key in enumerate(trial.wrong):
            expected = view.word("test.or").join(trial.example.expect[key])
            got = trial.got[key] or view.word("test.nothing")
            name = "" if at else example_name(trial)
            table.add_row(as_text(name), view.word(f"test.key.{key}"), as_text(expected), as_text(got))
    return table


def _reasons(failed: Sequence[Trial], view: View) -> Iterator[RenderableType]:
    """Why each was decided as it was: the rules it was put to, with their tests."""
    explained = [trial for trial in failed if trial.why]
    for trial in explained if view.everything else explained[:_EXPLAINED]:
        if trial.why:
            plan, found = trial.why
            yield as_text(view.word("test.why").format(name=example_name(trial)), STRONG)
            yield from rules_lines(found, Page(plan, View(view.language, plan.roster, view.width, view.everything)))
            yield Text()
    if len(explained) > _EXPLAINED and not view.everything:
        yield as_text(view.word("test.more").format(count=len(explained) - _EXPLAINED))


def _unreached(tested: Tested, rules: int, view: View) -> Iterator[RenderableType]:
    if not tested.unreached:
        return
    title = view.word("test.unreached").format(count=len(tested.unreached), total=rules)
    yield as_text(title, STRONG)
    table = view.table("", view.word("test.place"), view.word("test.rule"), text=2)
    for name, place in _shown(tested.unreached, view):
        table.add_row(as_text(place_words(place)), as_text(name))
    yield table
    yield from _more(len(tested.unreached), view)


def _bounds(found: Sequence[Bound], total: int, view: View) -> Iterator[RenderableType]:
    title = view.word("test.bounds").format(count=len(found), total=total)
    yield as_text(title, STRONG)
    table = view.table("", *(view.word(f"test.{key}") for key in ("place", "bound", "lacks")), text=3)
    for bound in _shown(found, view):
        lacks = [view.word(f"test.{side}") for side in ("below", "above") if not getattr(bound, side)]
        what = f"{bound.field} {bound.operator} {bound.spelled}"
        table.add_row(as_text(place_words(bound.place)), as_text(what), view.say("comma").join(lacks))
    yield table
    yield from _more(len(found), view)


def _mutants(tested: Tested, view: View) -> Iterator[RenderableType]:
    title = view.word("test.mutants").format(count=len(tested.survivors), total=tested.mutants)
    yield as_text(title, STRONG)
    if not tested.survivors:
        return
    table = view.table("", view.word("test.place"), view.word("test.change"), text=2)
    for one in _shown(tested.survivors, view):
        table.add_row(as_text(place_words(one.place)), as_text(change_words(one, view)))
    yield table
    yield from _more(len(tested.survivors), view)


def _shown(found: Sequence[T], view: View) -> Sequence[T]:
    return found if view.everything else found[:_MOST]


def _more(count: int, view: View) -> Iterator[Text]:
    if count > _MOST and not view.everything:
        yield as_text(view.word("test.more").format(count=count - _MOST))
