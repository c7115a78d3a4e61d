"""Gates as people type them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from leadroute.model.gate import Figure, Gate
from leadroute.rulebook.gates import figure_word, to_figure, to_gate


@pytest.mark.parametrize(
    ("typed", "gate"),
    [
        ("unassigned>5%", Gate(Figure.UNASSIGNED, Fraction(1, 20), share=True)),
        (" unassigned > 5 % ", Gate(Figure.UNASSIGNED, Fraction(1, 20), share=True)),
        ("未分配＞５％", Gate(Figure.UNASSIGNED, Fraction(1, 20), share=True)),
        ("pooled>100%", Gate(Figure.POOLED, Fraction(1), share=True)),
        ("公海>0.5%", Gate(Figure.POOLED, Fraction(1, 200), share=True)),
        ("open-pool>3", Gate(Figure.POOLED, Fraction(3), share=False)),
        ("invalid>20", Gate(Figure.INVALID, Fraction(20), share=False)),
        ("review", Gate(Figure.REVIEW, Fraction(0), share=False)),
        ("Default-Rate>12.345678%", Gate(Figure.DEFAULT_RATE, Fraction("0.12345678"), share=True)),
        ("默认", Gate(Figure.DEFAULT_RATE, Fraction(0), share=False)),
    ],
)
def test_a_gate_is_understood_and_told_again(typed: str, gate: Gate) -> None:
    assert to_gate(typed) == gate
    assert to_gate(str(gate)) == gate


@pytest.mark.parametrize(
    "typed",
    ["", ">5%", "unassigned>", "unassigned<5%", "unassigned>=5%", "unassigned>101%", "unassigned>x", "reveiw>5"],
)
def test_what_is_no_gate_is_none(typed: str) -> None:
    assert to_gate(typed) is None


def test_the_word_of_a_gate_is_known_even_if_its_limit_is_not() -> None:
    assert (figure_word("reveiw > x"), to_figure("reveiw > x"), to_figure("review > x")) == (
        "reveiw",
        None,
        Figure.REVIEW,
    )
