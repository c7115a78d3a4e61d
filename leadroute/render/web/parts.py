"""The parts of the picture of a rulebook: boxes in three columns, and bands between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.engine.plan import DEFAULT, NOT_ASKED
from leadroute.model.outcome import Outcome

if TYPE_CHECKING:
    from leadroute.engine.flow import Station

DIRECT: Station = (Outcome.ASSIGNED, "")
"""Where leads pass that go to somebody by name, or to a customer's owner."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box: its title, a note below it, the leads that came through (``None``: not known), where a click leads."""

    key: str
    title: str
    note: str = ""
    hits: int | None = None
    link: str = ""
    live: bool = True


@dataclass(frozen=True, slots=True)
class Edge:
    """A band from one box to another; ``hue`` is the station it touches, ``spare`` marks a way for want of another."""

    start: str
    end: str
    hue: str
    hits: int | None = None
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Three columns of boxes, and the bands between them."""

    rules: tuple[Node, ...]
    stations: tuple[Node, ...]
    reps: tuple[Node, ...]
    edges: tuple[Edge, ...]


def rule_key(rule: int) -> str:
    """The key of a rule's box, and the anchor of its sentences."""
    return {DEFAULT: "default", NOT_ASKED: "before"}.get(rule, f"r{rule + 1}")


def station_key(station: Station) -> str:
    """The key of a station's box."""
    outcome, pool = station
    return f"pool:{pool}" if pool else outcome.word
