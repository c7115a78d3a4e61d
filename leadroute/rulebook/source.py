"""Bytes of a rulebook to nodes: decoding, typing traps, YAML. Never raises, never hangs, opens nothing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.rulebook.compose import compose
from leadroute.rulebook.encoding import LARGEST, broken_at, decode, refuse_control, to_lines
from leadroute.rulebook.findings import Findings
from leadroute.rulebook.nodes import Keyed, Node, Scalar, Span
from leadroute.rulebook.prescan import Scan, scan

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOP = Span(1, 1)
_SYNTAX = frozenset({"LR101", "LR121", "LR122", "LR123", "LR124", "LR125", "LR126", "LR127"})


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: the root node (``None`` if there is none) and the findings, to which readers go on adding.

    ``fingerprint`` is the SHA-256 of the bytes, hexadecimal.
    """

    root: Node | None
    found: Findings
    fingerprint: str = ""


def read(data: bytes, file: str) -> Source:
    """Read the bytes of a rulebook."""
    if len(data) > LARGEST:
        return _refused(file, "LR112")
    text, encoding = decode(data)
    if not encoding:
        return _refused(file, "LR115", broken_at(data))
    lines = to_lines(text)
    traps = scan(lines)
    found = Findings(file, lines, traps.shifts)
    if encoding != "utf-8":
        found.warning("LR116", _TOP, encoding=encoding.upper())
    if refuse_control(lines, found):
        return Source(None, found)
    return Source(_composed(traps, found, file, lines), found, hashlib.sha256(data).hexdigest())


def mistaken(source: Source, own: str, other: str, code: str) -> bool:
    """Whether the file says by its first key that it is one of the other kind: then that is all there is to say."""
    keys = {entry.key.value: entry.key for entry in source.root.entries} if isinstance(source.root, Keyed) else {}
    if own in keys or other not in keys:
        return False
    source.found.error(code, keys[other].at)
    return True


def _refused(file: str, code: str, at: Span = _TOP) -> Source:
    found = Findings(file)
    found.error(code, at, limit=LARGEST // 1024**2)
    return Source(None, found)


def _composed(traps: Scan, found: Findings, file: str, lines: list[str]) -> Node | None:
    trial = Findings(file, lines, traps.shifts)
    root = compose("\n".join(traps.lines), trial)
    failed_at = {one.place.line for one in trial.all if one.place and one.code in _SYNTAX | {"LR106"}}
    explained = _report_traps(traps, found, failed_at)
    for one in trial.all:
        # The trap is the cause, the parser's complaint about it only a consequence.
        if not (one.code in _SYNTAX | {"LR106"} and one.place and one.place.line in explained):
            found.take(one)
    nothing = root is None or (isinstance(root, Scalar) and root.missing)
    if nothing and not trial.all:
        found.error("LR118", _TOP)
        return None
    return root


def _report_traps(traps: Scan, found: Findings, failed_at: Iterable[int]) -> set[int]:
    """Report the traps; return the lines of syntax errors they explain (their own line and the next)."""
    near = {line for at in failed_at for line in (at - 1, at)}
    explained: set[int] = set()
    for trap in traps.traps:
        if trap.code == "LR117":
            found.warning(trap.code, trap.at, sign=trap.sign)
        elif trap.sure or trap.at.line in near:
            found.error(trap.code, trap.at, sign=trap.sign)
            explained |= {trap.at.line, trap.at.line + 1}
    return explained
