"""The picture of a rulebook as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from rich.cells import cell_len, set_cell_size

from leadroute.render.plain.amounts import hits
from leadroute.render.safe import clean
from leadroute.render.web.layout import WIDTH, column_left, layout
from leadroute.render.words import say

if TYPE_CHECKING:
    from leadroute.model.rulebook import Language
    from leadroute.render.web.layout import Band, Box
    from leadroute.render.web.parts import Drawing

_CELL = 7.4
"""About so wide is half a Chinese character of the titles; a note is smaller."""
_NOTE = 6.0
_PAD = 10.0
_HUES = 8
_HEADS = ("head_rules", "head_stations", "head_reps")


def picture(drawing: Drawing, language: Language) -> Element:
    """An ``<svg>`` that scales with its frame; colours are classes of the page."""
    placed = layout(drawing)
    box = f"0 0 {WIDTH:g} {placed.height:g}"
    svg = Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=box, role="img")
    _text(svg, "title", say("plain.picture", language))
    for at, key in enumerate(_HEADS):
        head = _text(svg, "text", say(f"plain.{key}", language))
        head.attrib |= {"x": f"{column_left(at):g}", "y": "18", "class": "head"}
    hues = {node.key: f"h{at % _HUES}" if node.link else "end" for at, node in enumerate(drawing.stations)}
    titles = {one.node.key: one.node.title for column in placed.columns for one in column}
    bands = SubElement(svg, "g", {"class": "bands", "fill": "none"})
    # Thin bands are drawn last: a thick one would hide them.
    for band in sorted(placed.bands, key=lambda one: -one.width):
        _band(bands, band, hues[band.edge.hue], (titles[band.edge.start], titles[band.edge.end]), language)
    for column in placed.columns:
        for one in column:
            _box(svg, one, hues.get(one.node.key, ""))
    return svg


def shortened(text: str, width: float, cell: float) -> str:
    """A text that fits a width, cut off with an ellipsis if it must be."""
    cells = max(int(width / cell), 1)
    return text if cell_len(text) <= cells else set_cell_size(text, cells - 1).rstrip() + "…"


def _band(parent: Element, band: Band, hue: str, ends: tuple[str, str], language: Language) -> None:
    (left, right), (start, end) = band.x, band.y
    middle = (left + right) / 2
    path = f"M{left:g} {start:.1f}C{middle:g} {start:.1f} {middle:g} {end:.1f} {right:g} {end:.1f}"
    words = ["band", hue, *(["spare"] if band.edge.spare else []), *(["none"] if band.edge.hits == 0 else [])]
    made = SubElement(parent, "path", {"d": path, "class": " ".join(words), "stroke-width": f"{band.width:.1f}"})
    count = "" if band.edge.hits is None else say("plain.band_hits", language, hits=hits(band.edge.hits, language))
    _text(made, "title", f"{ends[0]} → {ends[1]}{count}")


def _box(parent: Element, box: Box, hue: str) -> None:
    """A box with its title, note and count; a click on it leads to its sentences."""
    node = box.node
    words = ["box", *([hue] if hue else []), *([] if node.live else ["off"]), *(["none"] if node.hits == 0 else [])]
    if node.link:
        parent = SubElement(parent, "a", href=f"#{node.link}")
    group = SubElement(parent, "g", {"class": " ".join(words)})
    _text(group, "title", "  ".join(part for part in (node.title, node.note) if part))
    size = {"width": f"{box.width:g}", "height": f"{box.height:g}", "rx": "6"}
    SubElement(group, "rect", {"x": f"{box.x:g}", "y": f"{box.y:.1f}", **size})
    count = "" if node.hits is None else str(node.hits)
    room = box.width - 2 * _PAD - (len(count) + 1) * _CELL
    first = box.y + (18 if node.note else box.height / 2 + 5)
    _label(group, shortened(node.title, room, _CELL), box.x + _PAD, first, "name")
    if node.note:
        _label(group, shortened(node.note, room, _NOTE), box.x + _PAD, box.y + 35, "note")
    if count:
        _label(group, count, box.x + box.width - _PAD, box.y + box.height / 2 + 5, "count")


def _label(parent: Element, text: str, x: float, y: float, kind: str) -> None:
    _text(parent, "text", text).attrib |= {"x": f"{x:g}", "y": f"{y:.1f}", "class": kind}


def _text(parent: Element, tag: str, text: str) -> Element:
    made = SubElement(parent, tag)
    made.text = clean(text)
    return made
