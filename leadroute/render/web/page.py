"""The page: a head, the picture, the sentences. Built as a tree, so that no name can become markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from leadroute.model.outcome import Outcome
from leadroute.model.rulebook import Language
from leadroute.render.plain.amounts import hits
from leadroute.render.plain.whole import joined
from leadroute.render.safe import clean
from leadroute.render.web.picture import picture
from leadroute.render.web.style import STYLE
from leadroute.render.words import say

if TYPE_CHECKING:
    from leadroute.render.plain.whole import Entry, Section
    from leadroute.render.web.parts import Drawing

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for this page: nothing."""
_LINKED = {"rules": "r", "pools": "p"}


@dataclass(frozen=True, slots=True)
class Page:
    """What the page is about: its title, the lines below it, rows by outcome (none: no leads), picture, sentences."""

    title: str
    lines: tuple[str, ...]
    outcomes: tuple[int, ...]
    drawing: Drawing
    sections: tuple[Section, ...]
    language: Language


def html(page: Page) -> str:
    """The page as text."""
    root = Element("html", lang="zh-CN" if page.language is Language.ZH else "en")
    _head(root, page)
    body = SubElement(root, "body")
    top = SubElement(body, "header")
    _say(top, "h1", page.title)
    for line in page.lines:
        _say(top, "p", line)
    if page.outcomes:
        _outcomes(top, page)
    main = SubElement(body, "main")
    figure = SubElement(main, "figure")
    figure.append(picture(page.drawing, page.language))
    _say(figure, "figcaption", say("plain.caption_leads" if page.outcomes else "plain.caption", page.language))
    words = SubElement(main, "article")
    for section in page.sections:
        _section(words, section, page.language)
    return "<!DOCTYPE html>\n" + tostring(root, encoding="unicode", method="html") + "\n"


def _head(root: Element, page: Page) -> None:
    head = SubElement(root, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _say(head, "title", page.title)
    SubElement(head, "style").text = STYLE


def _outcomes(parent: Element, page: Page) -> None:
    figures = SubElement(parent, "dl")
    total = (say("screen.rows_in", page.language), sum(page.outcomes))
    each = ((say(f"outcome.{outcome.word}", page.language), page.outcomes[outcome]) for outcome in Outcome)
    for name, rows in (total, *each):
        cell = SubElement(figures, "div")
        _say(cell, "dt", name)
        _say(cell, "dd", str(rows))


def _section(parent: Element, section: Section, language: Language) -> None:
    made = SubElement(parent, "section", {"class": section.kind})
    _say(made, "h2", section.title)
    for at, entry in enumerate(section.entries, 1):
        part = SubElement(made, "div", {"class": "entry" if entry.live else "entry off"})
        if anchor := _anchor(section, entry, at):
            part.set("id", anchor)
        _entry(part, entry, language)


def _anchor(section: Section, entry: Entry, at: int) -> str:
    if section.kind == "rules" and not entry.number:
        return "default"
    return f"{_LINKED[section.kind]}{at}" if section.kind in _LINKED else ""


def _entry(parent: Element, entry: Entry, language: Language) -> None:
    head = SubElement(parent, "h3")
    _say(head, "span", f"{entry.number}. {entry.name}" if entry.number else entry.name)
    if entry.hits is not None:
        _say(head, "b", hits(entry.hits, language)).set("class", "none" if not entry.hits else "some")
    _say(parent, "p", joined(entry.sentences, language))


def _say(parent: Element, tag: str, text: str) -> Element:
    made = SubElement(parent, tag)
    made.text = clean(text)
    return made
