"""Who a lead is: duplicates and customers considered, what was inferred, what earlier runs know, its score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.explain.trace import Truth
from leadroute.render.safe import clean
from leadroute.render.screen.explain_rules import trace_text
from leadroute.render.sheets.history import day_text
from leadroute.tables.history import History

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.text import Text

    from leadroute.engine.explain.explanation import Considered, Explanation, Kin
    from leadroute.engine.explain.rules import Contribution, Scored
    from leadroute.render.screen.page import Page

_KIN = 5
"""So many other rows of a lead are shown."""


def lead_lines(found: Explanation, page: Page) -> list[Text]:
    """What is known of the lead."""
    told = [
        *_kin(found, page),
        *_shared(found, page),
        *_customers(found, page),
        *_inferred(found, page),
        *_known(found, page),
    ]
    lanes = page.plan.rulebook.lanes
    if found.number and found.lane < len(lanes):
        told.append(page.say("lane", lane=lanes[found.lane].name))
    return [*page.heading(page.say("who")), *(line for text in told for line in page.lines(text))]


def score_lines(scored: Scored, page: Page) -> list[Text]:
    """The score, contribution by contribution."""
    book = page.plan.rulebook
    named = [page.say("from_on", grade=name, limit=f"{limit:g}") for name, limit in book.score.grades]
    key = "score" if not named else "score_grade" if scored.grade else "score_no_grade"
    grades = page.joined(named, "sheet.listed")
    lines = page.heading(page.say(key, total=f"{scored.total:g}", grade=scored.grade, grades=grades))
    for one in scored.contributions:
        if one.counts:
            add = f"{book.score.points[one.points].add:+g}"
            tests = trace_text(one.trace, page)
            lines += page.lines(page.say("points", add=add, name=_called(one, page), tests=tests))
    for group, (total, limit) in scored.cut.items():
        lines += page.lines(page.say("cut", group=group, sum=f"{total:g}", limit=f"{limit:g}"))
    for key, truth in (("points_none", Truth.NO), ("points_missing", Truth.UNKNOWN)):
        if names := [_called(one, page) for one in scored.contributions if one.trace.truth is truth]:
            lines += page.lines(page.say(key, names=page.joined(names, "sheet.listed")))
    return lines


def _called(one: Contribution, page: Page) -> str:
    points = page.plan.rulebook.score.points[one.points]
    return points.name or page.teller.condition(points.when)


def _kin(found: Explanation, page: Page) -> Iterator[str]:
    if not found.kin:
        yield page.say("kin_none")
        return
    limit = page.plan.rulebook.duplicates.review_above
    oversized = bool(page.plan.merges.oversized[found.row.at])
    yield page.say("kin_too_many" if oversized else "kin", count=len(found.kin) + 1, limit=limit)
    shown = found.kin if page.view.everything else found.kin[:_KIN]
    yield from (f"  {_kin_row(one, page)}" for one in shown)
    if len(found.kin) > len(shown):
        yield "  " + page.say("kin_more", count=len(found.kin) - len(shown))
    if found.taken:
        told = [
            page.say("taken", field=page.teller.field(field), place=page.place(row.place)) for field, row in found.taken
        ]
        yield "  " + page.joined(told)


def _shared(found: Explanation, page: Page) -> Iterator[str]:
    for one in found.shared:
        yield "  " + page.say("shared", field=page.teller.field(one.field), value=one.value, count=one.rows)


def _kin_row(one: Kin, page: Page) -> str:
    key = " + ".join(map(page.teller.field, one.key.split("+"))) if one.key else "-"
    name = "kin_survivor" if one.survivor else "kin_row"
    return page.say(name, place=page.place(one.row.place), lead=page.lead(one.row), by=key)


def _customers(found: Explanation, page: Page) -> Iterator[str]:
    hits = [one for one in found.customers if one.customer]
    if found.customers and not hits:
        yield page.say("customer_none", keys=_listed((page.teller.field(one.field) for one in found.customers), page))
    for one in hits:
        text = _customer(one, page)
        yield text if one.decides else f"  {text}"


def _customer(one: Considered, page: Page) -> str:
    customer = page.lead(one.customer) if one.customer else ""
    owner = page.say("owned_by", rep=page.rep(one.owner)) if one.owner >= 0 else page.say("owned_by_nobody")
    return page.say(
        "customer_decides" if one.decides else "customer_also",
        by=page.teller.field(one.field),
        value=clean(one.value),
        customer=customer,
        owner=page.say("owned_by_several") if one.conflict else owner,
    )


def _inferred(found: Explanation, page: Page) -> Iterator[str]:
    told = (
        page.say(
            "inferred_value", field=page.teller.field(one.field), value=one.text, source=page.teller.field(one.ground)
        )
        for one in found.inferred
    )
    if text := _listed(told, page):
        yield page.say("inferred", values=text)


def _known(found: Explanation, page: Page) -> Iterator[str]:
    known = found.known
    if known is None:
        return
    if known.history is History.NEW:
        yield page.say("new")
        return
    rep = page.rep(known.rep) if known.rep >= 0 else page.say("nobodys")
    day = day_text(known.day) if known.day else "-"
    yield page.say("known", history=page.word(f"history.{known.history.word}"), run=known.run, day=day, rep=rep)


def _listed(texts: Iterable[str], page: Page) -> str:
    return page.joined(list(texts), "sheet.listed")
