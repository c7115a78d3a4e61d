"""Mistakes that stop the YAML parser, told apart by what the author should look at."""

from __future__ import annotations

import yaml

from leadroute.rulebook.nodes import Span

_AT_PROBLEM = (
    ("mapping values are not allowed", "LR121"),
    ("escape character", "LR127"),
    ("cannot start any token", "LR126"),
    ("tab character", "LR106"),
    ("block sequence entries are not allowed", "LR125"),
    ("did not find expected key", "LR125"),
    ("did not find expected '-'", "LR125"),
    ("expected <block end>", "LR125"),
    ("did not find expected <document start>", "LR125"),
    ("expected '<document start>'", "LR125"),
)
_AT_CONTEXT = (
    ("expected ',' or", "LR122"),
    ("could not find expected ':'", "LR124"),
    ("unexpected end of stream", "LR123"),
    ("unexpected document indicator", "LR123"),
)
"""A bracket, quote or key left open is noticed further on; the author wants the place where it was opened."""


def explain(error: Exception) -> tuple[str, Span, str]:
    """Return the code of a parser's error, its place, and the parser's own words."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return "LR101", Span(1, 1), str(error).splitlines()[0] if str(error) else type(error).__name__
    problem = error.problem or error.context or ""
    if any(word in (error.context or "") for word in ("anchor", "alias")):
        return "LR108", _span(error.context_mark), "&, *"
    opened = error.context_mark or error.problem_mark
    for words, code in _AT_CONTEXT:
        if words in problem:
            return code, _span(opened), problem
    for words, code in _AT_PROBLEM:
        if words in problem:
            return code, _span(error.problem_mark or opened), problem
    return "LR101", _span(error.problem_mark or opened), problem


def _span(mark: yaml.Mark | None) -> Span:
    return Span(mark.line + 1, mark.column + 1) if mark else Span(1, 1)
