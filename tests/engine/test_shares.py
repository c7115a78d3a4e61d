"""What earlier rules take of a rule's leads, held against the rules asked one by one."""

from __future__ import annotations

from random import Random

import pytest

from leadroute.engine.shares import shares
from tests.proof.worlds import EVERY_LEAD, NOW, Engine, examiner, random_book


@pytest.mark.parametrize("seed", range(12))
def test_of_the_leads_a_rule_would_take_the_rest_is_what_it_decided(seed: int) -> None:
    engine = Engine(random_book(Random(seed)))  # noqa: S311 - rulebooks, no secrets
    matches = engine.matches(EVERY_LEAD, NOW)
    found = {one.rule: one for one in shares(engine.aligned.rules, examiner(EVERY_LEAD, NOW), matches, NOW)}
    for at in range(len(engine.book.rules)):
        takes = engine.takes(at, EVERY_LEAD, NOW)
        assert (at in found) == takes.any()
        if at in found:
            assert found[at].met == takes.sum()
            assert found[at].met - found[at].lost == (matches.rule == at).sum()
            assert dict(found[at].taken) == {
                other: count for other in range(at) if (count := int((takes & (matches.rule == other)).sum()))
            }
            assert [count for _, count in found[at].taken] == sorted((n for _, n in found[at].taken), reverse=True)
