"""Which fields a rulebook looks at: other values there, and only there, are another reading of the data."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from leadroute.engine.compare.looks import looked_at
from leadroute.model.rulebook import AssignPool, Demand, Duplicates, Lane, Points, Rulebook, Score, Strategy
from tests.build import book, holds, pool, rule

PLAIN = book(pool(), duplicates=Duplicates(one_rep_per_company=False))
NEAR = (Demand("provinces", "province"), Demand("skills", values=("English",)))


@pytest.mark.parametrize(
    ("own", "fields"),
    [
        (PLAIN, set()),
        (replace(PLAIN, duplicates=Duplicates()), {"company"}),
        (replace(PLAIN, rules=(rule(when=holds("product", "eq", "a")),)), {"product"}),
        (replace(PLAIN, rules=(rule(when=holds("grade", "eq", "A")),)), set()),
        (replace(PLAIN, rules=(rule(max_age=timedelta(days=9)),)), {"created_at"}),
        (replace(PLAIN, lanes=(Lane("first", holds("source", "eq", "a")),)), {"source"}),
        (replace(PLAIN, score=Score(points=(Points(1, holds("title", "eq", "a")),))), {"title"}),
        (replace(PLAIN, pools={"all": pool(require=NEAR)}), {"province"}),
        (replace(PLAIN, pools={"all": pool(strategy=Strategy.STABLE_HASH, hash_by="email")}), {"email"}),
        (replace(PLAIN, default=AssignPool("all", prefer=NEAR)), {"province"}),
    ],
)
def test_the_fields_it_looks_at(own: Rulebook, fields: set[str]) -> None:
    assert looked_at(own) == fields
