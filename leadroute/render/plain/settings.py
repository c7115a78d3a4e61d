"""What holds before and around the rules, as sentences: duplicates, customers, inference, score, lanes, fairness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.plain.amounts import length
from leadroute.render.plain.conditions import always
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.model.rulebook import Lane, Points
    from leadroute.render.plain.conditions import Speaker


def duplicates_words(speaker: Speaker) -> Iterator[str]:
    """When two rows are one lead, and what becomes of them."""
    rules = speaker.book.duplicates
    if rules.same_when:
        yield speaker.say("same", keys=speaker.say("or_keys").join(_key(line, speaker) for line in rules.same_when))
    yield speaker.say("fill" if rules.fill_blanks else "no_fill", keep=speaker.say(f"keep.{rules.keep.value}"))
    if rules.one_rep_per_company:
        yield speaker.say("one_rep")
    yield speaker.say("review_above", count=rules.review_above)
    yield speaker.say("shared", companies=rules.shared_companies, names=rules.shared_names)


def customers_words(speaker: Speaker) -> Iterator[str]:
    """How customers are recognised, and what their owners get."""
    policy = speaker.book.customers
    fields = say("sheet.listed", speaker.language).join(map(speaker.field, policy.match))
    yield speaker.say("match", fields=fields)
    yield speaker.say(f"owner_away.{policy.owner_away.value}")
    yield speaker.say(f"conflict.{policy.conflict.value}")
    yield speaker.say("charge" if policy.charge else "no_charge")


def infer_words(speaker: Speaker) -> Iterator[str]:
    """What blanks are inferred from."""
    for field, sources in speaker.book.infer.sources.items():
        told = say("sheet.listed", speaker.language).join(map(speaker.field, sources))
        yield speaker.say("infer", field=speaker.field(field), sources=told)


def points_words(points: Points, speaker: Speaker) -> str:
    """What one entry of the score adds, and when."""
    key = "points_group" if points.group else "points"
    return speaker.say(key, when=speaker.condition(points.when), add=f"{points.add:+g}", group=points.group)


def limits_words(speaker: Speaker) -> Iterator[str]:
    """How much groups of points may count."""
    for group, limit in speaker.book.score.limits.items():
        yield speaker.say("limit", group=group, limit=f"{limit:g}")


def grades_words(speaker: Speaker) -> Iterator[str]:
    """From which score on there is which grade."""
    if grades := speaker.book.score.grades:
        told = [say("explain.from_on", speaker.language, grade=grade, limit=f"{limit:g}") for grade, limit in grades]
        yield speaker.say("grades", grades=say("sheet.comma", speaker.language).join(told))


def lane_words(lane: Lane, speaker: Speaker) -> str:
    """Which leads go first, and which caps do not bind them."""
    when = speaker.say("always") if always(lane.when) else speaker.condition(lane.when)
    caps = [say(f"screen.period_{period}", speaker.language) for period in sorted(lane.exempt)]
    return speaker.say("lane_exempt" if caps else "lane", when=when, caps=speaker.listed(caps, "and"))


def fairness_words(speaker: Speaker) -> Iterator[str]:
    """Which leads share an account, what is made up for, when there is an alarm."""
    fairness = speaker.book.fairness
    yield speaker.say(f"scope.{fairness.scope.value}")
    back = "full" if fairness.catch_up is None else "bank" if fairness.catch_up else "none"
    yield speaker.say(f"catch_up_{back}", count=fairness.catch_up)
    rate = f"{fairness.default_rate * 100:.6g}%"
    yield speaker.say("alerts", ratio=f"{fairness.balance_ratio:g}", rate=rate)


def leave_words(speaker: Speaker) -> Iterator[str]:
    """How long before and after leave nothing is given."""
    if leave := speaker.book.leave:
        if leave.before:
            yield speaker.say("leave_before", before=length(leave.before, speaker.language))
        if leave.after:
            yield speaker.say("leave_after", after=length(leave.after, speaker.language))


def memory_words(speaker: Speaker) -> Iterator[str]:
    """How long decisions hold, and what becomes of leads that wait."""
    memory = speaker.book.memory
    known, held = length(memory.known_for, speaker.language), length(memory.open_for, speaker.language)
    yield speaker.say("memory", known=known, open=held)
    yield speaker.say(f"reenter.{memory.reenter.value}")


def _key(line: tuple[str, ...], speaker: Speaker) -> str:
    fields = speaker.listed([speaker.field(name) for name in line], "and")
    return speaker.say("one_key" if len(line) == 1 else "all_keys", fields=fields)
