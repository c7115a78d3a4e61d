from __future__ import annotations

import pytest

from leadroute.files.read.evidence import Evidence, evidence
from leadroute.files.read.lines import Dialect
from leadroute.files.read.quoting import bare, is_spaced, single
from leadroute.intake.headers import fit

FIT = fit("lead")
COMMA = Dialect(",")


def seen(text: str) -> tuple[list[str], Evidence]:
    """The lines, and what speaks for usual quotes."""
    lines = text.splitlines(keepends=True)
    return lines, evidence(lines, COMMA, FIT)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("company,city\n'a, b',x\n'c, d',y\n", True),
        ("'company','city'\n'a','x'\n", True),
        ("company,phone\na,'138\nb,'139\n", False),
        ("company,city\nO'Neill,x\nb,y\n", False),
    ],
)
def test_single_quotes(text: str, *, better: bool) -> None:
    assert (single(*seen(text), COMMA, FIT) is not None) is better


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("company,city\n" + '"a,x\n' * 3, True),
        ("company,city\n" + '"a,x\n' * 2 + "b,y\n", False),
        ("company,city\n" + '"a,x\n' * 3 + '"b, c",y\n', False),
    ],
)
def test_quotes_that_are_text(text: str, *, better: bool) -> None:
    assert (bare(*seen(text), COMMA, FIT) is not None) is better


def test_blanks_before_quotes() -> None:
    assert is_spaced(['a, "b, c"\n'], COMMA)
    assert not is_spaced(['a, "b" c\n'], COMMA)
    assert not is_spaced(["a, b\n"], COMMA)
