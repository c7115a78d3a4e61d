"""Which findings are asked for: by code, and but for those that a comment in the rulebook accepts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leadroute.model.rule_table import RuleTable

_PATTERN = re.compile(r"LR(\d{0,3})x*", re.IGNORECASE)
_COMMENT = re.compile(r"(?:^|\s)(#\s*leadroute:\s*ignore\b)(.*)$")
_PARTS = re.compile(r"[\s,，、]+")


@dataclass(frozen=True, slots=True)
class Choice:
    """Patterns of codes, ``LR202`` or ``LR2xx``: what is told (nothing given: everything), and what of it is not."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, code: str) -> bool:
        """Tell whether findings of this code are asked for."""
        chosen = not self.select or any(fits(code, one) for one in self.select)
        return chosen and not any(fits(code, one) for one in self.ignore)


@dataclass(frozen=True, slots=True)
class Comment:
    """``# leadroute: ignore LR2xx``: the patterns, the line (of a table: the row) it speaks of, and where it stands."""

    patterns: tuple[str, ...]
    line: int
    place: Place

    def accepts(self, found: Diagnostic) -> bool:
        """Tell whether it silences a finding. No comment silences an error: a run would still refuse the rulebook."""
        at = found.place
        if found.severity is Severity.ERROR or at is None:
            return False
        if (at.file, at.sheet, at.line or at.row) != (self.place.file, self.place.sheet, self.line):
            return False
        return any(fits(found.code, one) for one in self.patterns)


def is_pattern(text: str) -> bool:
    """Tell whether a text is a code, or the beginning of some: ``LR202``, ``LR2``, ``LR2xx``."""
    return bool(_PATTERN.fullmatch(text))


def fits(code: str, pattern: str) -> bool:
    """Tell whether a code is one of those a pattern stands for."""
    hit = _PATTERN.fullmatch(pattern)
    return hit is not None and code.startswith(f"LR{hit[1]}")


def comments(lines: Sequence[str], file: str) -> tuple[Comment, ...]:
    """Every comment that accepts findings; one on a line of its own speaks of the next line that holds anything."""
    found = []
    for number, line in enumerate(lines, 1):
        if hit := _COMMENT.search(line):
            alone = line.lstrip().startswith("#")
            target = _next(lines, number) if alone else number
            found.append(Comment(_patterns(hit), target, Place(file, number, hit.start(1) + 1)))
    return tuple(found)


def comments_in(tables: Iterable[RuleTable]) -> tuple[Comment, ...]:
    """Every remark in a decision table that accepts findings; it speaks of its row."""
    found = []
    for table in tables:
        for row, cells in enumerate(table.rows, 1):
            hits = ((at, hit) for at, cell in enumerate(cells, 1) if (hit := _COMMENT.search(cell.text)))
            found += [Comment(_patterns(hit), row, _cell(table, row, at)) for at, hit in hits]
    return tuple(found)


def accepted(
    found: Iterable[Diagnostic], said: Sequence[Comment]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The findings that stay, with a note for each comment that names no code or meets none; and those accepted."""
    all_found = tuple(found)
    silenced = tuple(one for one in all_found if any(comment.accepts(one) for comment in said))
    idle = tuple(_idle(comment) for comment in said if not any(map(comment.accepts, all_found)))
    return (*(one for one in all_found if one not in silenced), *idle), silenced


def _idle(comment: Comment) -> Diagnostic:
    if not comment.patterns:
        return Diagnostic("LR248", Severity.WARNING, comment.place)
    return Diagnostic("LR249", Severity.NOTE, comment.place, facts(codes=", ".join(comment.patterns)))


def _patterns(hit: re.Match[str]) -> tuple[str, ...]:
    return tuple(part for part in _PARTS.split(hit[2].partition("#")[0]) if is_pattern(part))


def _cell(table: RuleTable, row: int, column: int) -> Place:
    return Place(table.file, column=column, sheet=table.sheet, row=row)


def _next(lines: Sequence[str], number: int) -> int:
    ahead = (at for at, line in enumerate(lines[number:], number + 1) if line.strip() and line.strip()[0] != "#")
    return next(ahead, number)
