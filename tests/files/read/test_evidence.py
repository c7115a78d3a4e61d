from __future__ import annotations

import pytest

from leadroute.files.read.evidence import Evidence, evidence
from leadroute.files.read.lines import Dialect
from leadroute.intake.headers import fit


def found(text: str, delimiter: str = ",") -> Evidence:
    return evidence(text.splitlines(keepends=True), Dialect(delimiter), fit("lead"))


def test_known_headers_count_most() -> None:
    text = "company;phone\na,b;1\nc,d;2\n"
    assert found(text, ";") > found(text, ",")


def test_even_rows_count_next() -> None:
    assert found("aa,bb\n1,2\n") > found("aa,bb\n1,2\n1,2,3\n")


def test_quotes_that_go_wrong_speak_against_it() -> None:
    assert found('aa,bb\n"1"x,2\n').troubled == 1
    assert found('aa,bb\n"1"x,2\n') < found("aa,bb\n1,2\n")


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_nothing_speaks_for_anything(text: str) -> None:
    assert found(text) == Evidence()
