"""A pool as sentences: who, in which manner, how many, and where a lead goes when nobody can take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rep import PERIODS
from leadroute.model.rulebook import OPEN_POOL
from leadroute.render.plain.actions import demands_words, pool_words
from leadroute.render.plain.amounts import length
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from leadroute.model.rep import Caps
    from leadroute.model.rulebook import Members, Pool
    from leadroute.render.plain.conditions import Speaker


def pool_sentences(pool: Pool, speaker: Speaker) -> tuple[str, ...]:
    """Everything a pool says."""
    return (
        speaker.say("members", who=members_words(pool.members, speaker)),
        manner_words(pool, speaker),
        *_limits(pool, speaker),
    )


def members_words(members: Members, speaker: Speaker) -> str:
    """Who belongs to a pool."""
    if members.everybody:
        return speaker.say("members_all")
    comma = say("sheet.listed", speaker.language)
    where = [_where(attribute, values, speaker) for attribute, values in members.where]
    query, named = speaker.say("and").join(where), comma.join(members.named)
    return speaker.say("members_also", first=query, last=named) if query and named else query or named


def manner_words(pool: Pool, speaker: Speaker) -> str:
    """How leads are spread among the members."""
    given = say("sheet.listed", speaker.language).join(
        speaker.say("weight", rep=rep, weight=_share(weight)) for rep, weight in pool.given.items()
    )
    weights = speaker.say(f"weights.{pool.weights.value}", given=given)
    return speaker.say(
        f"how.{pool.strategy.value}",
        weights=weights,
        field=speaker.field(pool.hash_by),
        others=f"{pool.others:.15g}" if pool.others > 1 else f"{pool.others * 100:.6g}%",
        minimum=pool.minimum,
    )


def caps_words(key: str, caps: Caps, speaker: Speaker) -> Iterator[str]:
    """Caps as one sentence, if there are any."""
    limits = [(period, caps.of(period)) for period in PERIODS]
    told = [speaker.say(f"cap.{period}", count=count) for period, count in limits if count is not None]
    if told:
        yield speaker.say(key, caps=say("sheet.comma", speaker.language).join(told))


def _limits(pool: Pool, speaker: Speaker) -> Iterator[str]:
    if pool.ramp is not None:
        shares = say("sheet.listed", speaker.language).join(f"{float(share * 100):.4g}%" for share in pool.ramp.shares)
        yield speaker.say("ramp", every=length(pool.ramp.every, speaker.language), shares=shares)
    yield from caps_words("caps", pool.caps, speaker)
    yield from caps_words("total", pool.total, speaker)
    for key, demands in (("only", pool.require), ("rather", pool.prefer)):
        if demands:
            yield speaker.say(key, who=demands_words(demands, speaker))
    after = [pool_words(name, speaker) for name in pool.when_full if name != OPEN_POOL]
    yield speaker.say("when_full", pools=speaker.say("then").join([*after, speaker.say("the_open_pool")]))


def _where(attribute: str, values: tuple[str, ...], speaker: Speaker) -> str:
    return speaker.say("members_where", attribute=speaker.of_rep(attribute), values=speaker.listed(values))


def _share(weight: Fraction) -> str:
    return f"{float(weight):.6g}"
