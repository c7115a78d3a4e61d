"""No claim about random rulebooks is denied by the engine, and where all is exact none is missing."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.proof.agreement import disagreements, omissions
from tests.proof.worlds import EXACT, random_book

SEEDS = st.integers(0, 2**32)


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_the_engine_bears_out_every_claim(seed: int) -> None:
    assert list(disagreements(random_book(Random(seed)))) == []  # noqa: S311 - rulebooks, no secrets


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_nothing_is_missed_where_all_is_exact(seed: int) -> None:
    book = random_book(Random(seed), EXACT)  # noqa: S311 - as above
    assert [*disagreements(book), *omissions(book)] == []
