"""What a rule does, and when it is in force, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rulebook import (
    ALL_REPS,
    OPEN_POOL,
    AssignCustomerOwner,
    AssignPool,
    AssignRep,
    OnMissing,
    Review,
    ToOpenPool,
)
from leadroute.render.plain.amounts import day, length
from leadroute.render.plain.conditions import always, never
from leadroute.render.plain.times import weekdays
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leadroute.model.rulebook import Action, Demand, Rule
    from leadroute.render.plain.conditions import Speaker


def rule_words(rule: Rule, speaker: Speaker) -> tuple[str, ...]:
    """A rule as sentences: whether it is in force, what it does, what else holds for it."""
    what = action_words(rule.action, speaker)
    key = "rule_always" if always(rule.when) else "rule_never" if never(rule.when) else "rule"
    told = speaker.say(key, when=speaker.condition(rule.when), what=what)
    return (*([] if rule.enabled else [speaker.say("disabled")]), told, *_terms(rule, speaker))


def default_words(action: Action, speaker: Speaker) -> tuple[str, ...]:
    """What becomes of a lead that no rule takes."""
    return (speaker.say("default", what=action_words(action, speaker)),)


def action_words(action: Action, speaker: Speaker) -> str:
    """What is done with a lead."""
    match action:
        case AssignPool(pool, require, prefer):
            return _asked(to_pool(pool, speaker), require, prefer, speaker)
        case AssignRep(rep, otherwise):
            return speaker.say("to_rep", rep=rep, otherwise=to_pool(otherwise, speaker))
        case AssignCustomerOwner(otherwise):
            owner = say("explain.to_owner", speaker.language)
            return speaker.say("to_owner", owner=owner, otherwise=to_pool(otherwise, speaker))
        case Review(by, suggest):
            what = speaker.say("to_review_by", by=by) if by else speaker.say("to_review")
            return speaker.say("suggesting", what=what, target=_suggested(suggest, speaker)) if suggest else what
        case ToOpenPool(note):
            return _noted(speaker.say("to_open_pool"), note, speaker)
    return _noted(speaker.say("reject"), action.note, speaker)


def to_pool(name: str, speaker: Speaker) -> str:
    """What is done with a lead that is meant for a pool."""
    if name == OPEN_POOL:
        return speaker.say("to_open_pool")
    return speaker.say("to_all") if name == ALL_REPS else speaker.say("to_pool", pool=pool_words(name, speaker))


def pool_words(name: str, speaker: Speaker) -> str:
    """A pool by name; the built-in ones in words."""
    if name in {OPEN_POOL, ALL_REPS}:
        return say(f"pool.{name}", speaker.language)
    return say("explain.to_pool", speaker.language, pool=name)


def demands_words(demands: Sequence[Demand], speaker: Speaker) -> str:
    """What reps must or should have."""
    return speaker.say("and").join(_demand(one, speaker) for one in demands)


def _suggested(name: str, speaker: Speaker) -> str:
    return pool_words(name, speaker) if name in {OPEN_POOL, ALL_REPS, *speaker.book.pools} else name


def _asked(what: str, require: Sequence[Demand], prefer: Sequence[Demand], speaker: Speaker) -> str:
    for key, demands in (("require", require), ("prefer", prefer)):
        if demands:
            what = speaker.say(key, what=what, who=demands_words(demands, speaker))
    return what


def _demand(one: Demand, speaker: Speaker) -> str:
    attribute = speaker.of_rep(one.attribute)
    if one.field:
        return speaker.say("demand_field", attribute=attribute, field=speaker.field(one.field))
    return speaker.say("demand", attribute=attribute, values=speaker.listed(one.values, "and"))


def _noted(what: str, note: str, speaker: Speaker) -> str:
    return speaker.say("noted", what=what, note=note) if note else what


def _terms(rule: Rule, speaker: Speaker) -> Iterator[str]:
    """Dates, weekdays, the greatest age, what a blank counts as."""
    if rule.start or rule.end:
        key = "from_until" if rule.start and rule.end else "from" if rule.start else "until"
        start, end = day(rule.start) if rule.start else "", day(rule.end, ends=True) if rule.end else ""
        yield speaker.say(key, start=start, end=end)
    if rule.weekdays:
        yield speaker.say("weekdays", days=weekdays(sorted(rule.weekdays), speaker))
    if rule.max_age is not None:
        yield speaker.say("max_age", age=length(rule.max_age, speaker.language))
    if rule.on_missing is not OnMissing.NO_MATCH:
        yield speaker.say(f"on_missing.{rule.on_missing.value}")
