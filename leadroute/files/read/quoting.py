"""Unusual quotes and escapes: taken for what they are only if rows come out better that way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leadroute.files.read.evidence import LINES, evidence
from leadroute.files.read.lines import Dialect
from leadroute.files.read.records import records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.files.read.evidence import Evidence, Fit

_BETTER = 0.02
_EVEN = 0.9
_SEVERAL = 3


def single(lines: Sequence[str], usual: Evidence, dialect: Dialect, fit: Fit) -> Evidence | None:
    """The evidence for single quotes, if it is better; a ``'`` before a number only says that it is text."""
    other = Dialect(dialect.delimiter, "'")
    sample = "".join(lines[:LINES])
    if not re.search(rf"(?:^|{re.escape(other.delimiter)})'", sample, re.MULTILINE):
        return None
    found = evidence(lines, other, fit)
    as_good = '"' not in sample and found.quality >= usual.quality and _enclosing(sample, other) >= _EVEN
    return found if found.width > 1 and (as_good or found.quality > usual.quality + _BETTER) else None


def bare(lines: Sequence[str], usual: Evidence, dialect: Dialect, fit: Fit) -> Evidence | None:
    """The evidence for quotes that are plain characters, if it is better: they often go wrong and enclose nothing."""
    if usual.troubled < _SEVERAL or _enclosing("".join(lines[:LINES]), dialect):
        return None
    found = evidence(lines, Dialect(dialect.delimiter, ""), fit)
    return found if found.width > 1 and found.quality > usual.quality + _BETTER else None


def is_spaced(lines: Sequence[str], dialect: Dialect) -> bool:
    """Do quotes that follow a delimiter and blanks enclose cells?"""
    mark, sample = re.escape(dialect.delimiter), "".join(lines[:LINES])
    begun = len(re.findall(rf'{mark} +"', sample))
    ended = len(re.findall(rf'{mark} +"(?:[^"]|"")*"(?= *(?:{mark}|\r|\n|$))', sample))
    return dialect.delimiter != " " and begun > 0 and ended >= _EVEN * begun


def fitting(lines: Sequence[str], dialect: Dialect, width: int) -> int:
    """How many rows are as wide as they should be, with quotes that pair."""
    return sum(len(cells) == width and not trouble for cells, trouble, _ in records(lines, dialect))


def _enclosing(sample: str, dialect: Dialect) -> float:
    """The share of the cells beginning with a quote that end with one."""
    mark, quote = re.escape(dialect.delimiter), dialect.quote
    begins = rf"(?:^|(?<={mark})){quote}"
    begun = len(re.findall(begins, sample, re.MULTILINE))
    ended = len(re.findall(rf"{begins}[^{quote}\r\n]*{quote}(?={mark}|\r|\n|$)", sample, re.MULTILINE))
    return ended / begun if begun else 0.0
