"""The picture of a rulebook and the page around it: structure, names as data, nothing loaded, the same every time."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring

from rich.cells import cell_len

from leadroute.engine.flow import Flow, flow
from leadroute.engine.plan import DEFAULT, NOT_ASKED
from leadroute.model.outcome import Outcome
from leadroute.model.rulebook import Language, Rulebook
from leadroute.render.plain.whole import plain_sentences
from leadroute.render.web.drawing import drawing
from leadroute.render.web.layout import Box, layout
from leadroute.render.web.page import Page, html
from leadroute.render.web.picture import shortened
from leadroute.rulebook.parse import parse
from tests.build import leads, plan, rep, roster

if TYPE_CHECKING:
    from leadroute.model.rep import Roster
    from leadroute.render.web.parts import Drawing

NASTY = "<script>alert(1)</script>\"'&amp;</title>"
QUOTED = json.dumps(NASTY)
RULES = """\
leadroute: 1
language: en
pools:
  east: {members: {team: east}, when_full: [west]}
  west: {members: [R3, R4], strategy: least_loaded}
  spare: {members: all, strategy: round_robin}
rules:
  - {name: spam, when: {city: S}, reject: spam}
  - {name: big, when: {city: B}, review: {by: Ann}}
  - {name: Ann's, when: {city: C}, assign: {rep: R1, otherwise: west}}
  - {name: off, enabled: false, when: {city: O}, assign: east}
  - {name: east, when: {city: E}, assign: east}
  - {name: west, when: {city: W}, assign: west}
default: open_pool
"""
PEOPLE = ("R1 1 team=east", "R2 1 team=east", "R3 1", "R4 1")
LEADS = """
lead_id | city | phone
L1      | E    | +8613800001231
L2      | E    | +8613800001232
L3      | W    | +8613800001233
L4      | C    | +8613800001234
L5      | S    | +8613800001235
L6      | ?    | +8613800001236
"""


def read(text: str = RULES) -> Rulebook:
    book, found = parse(text.encode(), "r.yaml")
    assert book is not None, found
    return book


def walked(text: str = RULES) -> tuple[Rulebook, Roster, Flow]:
    book, people = read(text), roster(*PEOPLE)
    return book, people, flow(plan(leads(LEADS), people, book))


def page(book: Rulebook, people: Roster | None = None, found: Flow | None = None) -> str:
    drawn = drawing(book, people, found)
    return html(
        Page(book.name or "r", ("line",), found.outcomes if found else (), drawn, plain_sentences(book), book.language)
    )


def ways(drawn: Drawing) -> list[tuple[str, str, int | None, bool]]:
    return [(edge.start, edge.end, edge.hits, edge.spare) for edge in drawn.edges]


def test_without_leads_every_way_a_rule_may_send_a_lead_is_drawn() -> None:
    drawn = drawing(read())
    assert [node.title for node in drawn.rules] == [
        "1. spam", "2. big", "3. Ann's", "4. off", "5. east", "6. west", "Default",
    ]  # fmt: skip
    assert [node.title for node in drawn.rules if not node.live] == ["4. off"]
    assert [(node.title, node.note) for node in drawn.stations] == [
        ("archived", ""),
        ("review", ""),
        ("By name or ownership", ""),
        ("west", "least loaded"),
        ("east", "weighted; then west"),
        ("open pool", ""),
        ("spare", "round robin"),
    ]
    assert [node.title for node in drawn.reps] == ["R1", "R3", "R4", "team is east", "everybody on the roster"]
    assert ways(drawn)[:4] == [
        ("r1", "archived", None, False),
        ("r2", "review", None, False),
        ("r3", "assigned", None, False),
        ("r3", "pool:west", None, True),
    ]
    assert {node.hits for column in (drawn.rules, drawn.stations, drawn.reps) for node in column} == {None}


def test_a_roster_names_the_people() -> None:
    drawn = drawing(read(), roster(*PEOPLE))
    assert {(start, end) for start, end, *_ in ways(drawn) if end.startswith("rep:")} == {
        ("assigned", "rep:0"),
        ("pool:east", "rep:0"),
        ("pool:east", "rep:1"),
        ("pool:west", "rep:2"),
        ("pool:west", "rep:3"),
        *(("pool:spare", f"rep:{at}") for at in range(4)),
    }


def test_leads_are_counted_on_every_way() -> None:
    drawn = drawing(*walked())
    assert {node.title: node.hits for node in drawn.rules} == {
        "1. spam": 1, "2. big": 0, "3. Ann's": 1, "4. off": 0, "5. east": 2, "6. west": 1, "Default": 1,
    }  # fmt: skip
    assert {node.title: node.hits for node in drawn.stations}["east"] == 2
    assert {node.title: node.hits for node in drawn.reps} == {"R1": 2, "R2": 1, "R3": 1, "R4": 0}
    assert ("r5", "pool:east", 2, False) in ways(drawn)
    assert ("r3", "pool:west", 0, True) in ways(drawn)


def test_ways_that_no_rule_names_are_drawn_where_leads_went() -> None:
    owned = (Outcome.ASSIGNED, "")
    found = Flow({(NOT_ASKED, owned): 3, (4, (Outcome.ASSIGNED, "west")): 2}, {(owned, 3): 3}, (5, 0, 0, 0, 0, 0))
    drawn = drawing(read(), roster(*PEOPLE), found)
    assert (drawn.rules[0].title, drawn.rules[0].hits) == ("Before the rules (customers)", 3)
    assert ("before", "assigned", 3, False) in ways(drawn)
    assert ("r5", "pool:west", 2, True) in ways(drawn)
    assert ("assigned", "rep:3", 3, False) in ways(drawn)


def test_of_very_many_reps_those_with_most_leads_are_drawn() -> None:
    people = roster(*(f"R{at:03} 1" for at in range(60)))
    pooled = (Outcome.ASSIGNED, "spare")
    found = Flow({(DEFAULT, pooled): 3}, {(pooled, 50): 2, (pooled, 59): 1}, (3, 0, 0, 0, 0, 0))
    reps = {node.title: node.hits for node in drawing(read(), people, found).reps}
    assert (len(reps), reps["R050"], reps["R059"], reps["30 more"]) == (31, 2, 1, 0)
    assert len(drawing(read(), people).reps) == 31
    assert drawing(read(), people).reps[-1].hits is None


def boxes(drawn: Drawing) -> tuple[tuple[Box, ...], ...]:
    return layout(drawn).columns


def test_boxes_stand_apart_and_inside_the_picture() -> None:
    many = RULES.replace("default:", "".join(f"  - {{name: n{at}, assign: east}}\n" for at in range(80)) + "default:")
    for text in (RULES, many, "leadroute: 1\ndefault: open_pool"):
        placed = layout(drawing(read(text)))
        for column in placed.columns:
            assert all(above.y + above.height < below.y for above, below in pairwise(column))
            assert all(box.y >= 0 and box.y + box.height <= placed.height for box in column)


def test_bands_begin_and_end_at_boxes_and_the_most_leads_are_the_widest() -> None:
    drawn = drawing(*walked())
    placed = {box.node.key: box for column in boxes(drawn) for box in column}
    bands = layout(drawn).bands
    for band in bands:
        start, end = placed[band.edge.start], placed[band.edge.end]
        assert start.y < band.y[0] < start.y + start.height
        assert end.y < band.y[1] < end.y + end.height
    widest = max(band.width for band in bands)
    assert {band.edge.start for band in bands if band.width == widest} == {"r5"}


def test_a_long_name_is_shortened_to_its_room_and_told_in_full_by_its_title() -> None:
    assert shortened("很长很长的名字", 70, 7) == "很长很长…"
    assert shortened("short", 70, 7) == "short"
    assert cell_len(shortened("a" * 99, 70, 7)) == 10
    name = "很长的名字" * 20
    svg = picture_of(page(read(RULES.replace("name: spam", f"name: {name}"))))
    assert f"1. {name}" in {element.text for element in svg.iter("{http://www.w3.org/2000/svg}title")}
    assert f"1. {name}" not in {element.text for element in svg.iter("{http://www.w3.org/2000/svg}text")}


def picture_of(text: str) -> Element:
    found = re.search(r"<svg.*</svg>", text, re.DOTALL)
    assert found
    return fromstring(found[0])  # noqa: S314 - our own


class Reader(HTMLParser):
    """Keeps what a page is made of."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[str] = []
        self.names: dict[str, list[str]] = {}
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags.append(tag)
        for name, value in attrs:
            self.names.setdefault(name, []).append(value or "")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.words.append(data)


def test_names_are_data_wherever_they_stand() -> None:
    rules = RULES.replace("name: spam", f"name: {QUOTED}").replace("reject: spam", f"reject: {QUOTED}")
    rules = rules.replace("east: {members", f"{QUOTED}: {{members").replace("assign: east", f"assign: {QUOTED}")
    rules = rules.replace("by: Ann", f"by: {QUOTED}").replace("city: E", f"city: {QUOTED}")
    book = read(rules.replace("leadroute: 1", f"leadroute: 1\nname: {QUOTED}"))
    reader = Reader(page(book, roster(*PEOPLE)))
    assert "script" not in reader.tags
    assert reader.tags.count("html") == reader.tags.count("style") == reader.tags.count("h1") == 1
    said = "".join(reader.words)
    assert said.count("<script>alert(1)</script>") >= 8
    assert any(NASTY in (element.text or "") for element in picture_of(page(book)).iter())


def test_what_cannot_be_seen_is_spelled_out() -> None:
    people = roster(rep("R1 1 team=east", name="A\u202enn\x07"))
    assert "A\\u202enn\\x07 R1" in Reader(page(read(), people)).words


def test_nothing_is_loaded_and_nothing_runs() -> None:
    text = page(*walked())
    reader = Reader(text)
    assert {"script", "img", "link", "iframe", "object", "foreignobject"}.isdisjoint(reader.tags)
    assert not [name for name in reader.names if name.startswith("on") or name in {"src", "srcset", "style"}]
    assert all(value.startswith("#") for value in reader.names["href"])
    assert "url(" not in text
    assert "@import" not in text
    assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]


def test_a_click_on_a_box_leads_to_its_sentences() -> None:
    reader = Reader(page(read()))
    assert {value[1:] for value in reader.names["href"]} <= set(reader.names["id"])
    assert {"r1", "r6", "default", "p1", "p3"} <= set(reader.names["id"])


def test_the_page_is_a_whole_in_either_language() -> None:
    book = read()
    for language, code, head in ((Language.ZH, "zh-CN", "规则"), (Language.EN, "en", "Rules")):
        spoken = read(RULES.replace("language: en", f"language: {language}"))
        reader = Reader(page(spoken))
        assert reader.names["lang"] == [code]
        assert head in reader.words
    assert page(book).startswith("<!DOCTYPE html>\n<html lang=")


def test_the_figures_stand_at_the_top_only_with_leads() -> None:
    with_leads, without = Reader(page(*walked())), Reader(page(read()))
    assert (with_leads.tags.count("dd"), without.tags.count("dd")) == (7, 0)
    assert "rows in" in with_leads.words


def test_a_band_says_how_many_leads_went_this_way() -> None:
    told = {element.text for element in picture_of(page(*walked())).iter()}
    assert {"5. east → east: 2 leads", "6. west → west: 1 lead", "2. big → review: 0 leads"} <= told
    assert "5. east → east" in {element.text for element in picture_of(page(read())).iter()}


def test_the_same_input_gives_the_same_page() -> None:
    assert page(*walked()) == page(*walked())
