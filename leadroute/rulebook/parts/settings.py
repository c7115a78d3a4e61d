"""The small parts: name, time zone, fairness, alerts, leave, output."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from leadroute.model.rulebook import Fairness, Language, LeavePolicy, MemoryPolicy, Output, Reenter, Scope
from leadroute.rulebook import scalars
from leadroute.rulebook.nodes import Keyed
from leadroute.rulebook.part import Part, open_part
from leadroute.rulebook.parts.working_time import worked

if TYPE_CHECKING:
    from leadroute.model.working_time import WorkingTime
    from leadroute.rulebook.nodes import Node
    from leadroute.rulebook.reading import Reading

VERSION = 1
FOLLOW_UP = {
    Language.ZH: ("待跟进", "已联系", "有效", "无效", "已转商机"),
    Language.EN: ("New", "Contacted", "Qualified", "Unqualified", "Converted"),
}
"""The follow-up choices of a rulebook that names none."""

_DUE = timedelta(hours=24)
_NO_BANK = -1


def check_version(root: Part) -> None:
    """Refuse a format this program does not know; its absence has been reported already."""
    node = root.given.get("leadroute")
    one = scalars.scalar(root.reading, node) if node else None
    if one and one.value.strip() != str(VERSION):
        root.reading.found.error("LR149", one.at, word=one.value, version=VERSION)


def timezone(reading: Reading, node: Node) -> str | None:
    """A zone of the IANA database."""
    one = scalars.scalar(reading, node)
    if one is None:
        return None
    try:
        return ZoneInfo(one.value.strip()).key
    except (ValueError, OSError, LookupError):
        reading.unknown("LR146", one, tuple(sorted(available_timezones())))
        return None


def fairness(root: Part) -> Fairness:
    """Read ``fairness`` (a scope, or a mapping) and ``alerts``, which share one value."""
    plain = Fairness()
    scope, catch_up = root.take("fairness", _fairness, (plain.scope, plain.catch_up))
    alerts = root.take("alerts", _alerts, (plain.balance_ratio, plain.default_rate))
    return Fairness(scope, catch_up, *alerts)


def leave(reading: Reading, node: Node) -> LeavePolicy:
    """Read the buffers around leave."""
    part = open_part(reading, node, "leave")
    before = part.take("buffer_before", scalars.duration, timedelta(0))
    return LeavePolicy(before, part.take("buffer_after", scalars.duration, timedelta(0)))


def memory(reading: Reading, node: Node) -> MemoryPolicy:
    """Read what the ledger remembers, and for how long."""
    part, plain = open_part(reading, node, "ledger"), MemoryPolicy()
    return MemoryPolicy(
        part.take("known_for", scalars.duration, plain.known_for),
        part.take("open_for", scalars.duration, plain.open_for),
        part.take("reenter", scalars.choice(Reenter), plain.reenter),
    )


def output(root: Part, language: Language, working: WorkingTime | None) -> Output:
    """Read what the sheets for reps say; with working time the due time is counted in it, a day is a working day."""
    node = root.given.get("output")
    part = open_part(root.reading, node, "output") if node else Part(root.reading, root.at)
    due = part.take("due", worked(working), working.day) if working else part.take("due", scalars.duration, _DUE)
    return Output(part.take("follow_up", scalars.texts, FOLLOW_UP[language]), due)


def _fairness(reading: Reading, node: Node) -> tuple[Scope, int | None] | None:
    if not isinstance(node, Keyed):
        scope = scalars.choice(Scope)(reading, node)
        return (scope, 0) if scope else None
    part = open_part(reading, node, "fairness")
    catch_up = part.take("catch_up", _catch_up, 0)
    return part.take("scope", scalars.choice(Scope), Scope.GLOBAL), None if catch_up == _NO_BANK else catch_up


def _catch_up(reading: Reading, node: Node) -> int | None:
    """``none`` is 0, ``full`` is without end, ``{bank: 5}`` in between."""
    if isinstance(node, Keyed):
        return open_part(reading, node, "catch_up").take("bank", scalars.whole, 0)
    word = scalars.word_of(reading, node, ("none", "full"))
    return {"none": 0, "full": _NO_BANK}.get(word or "")


def _alerts(reading: Reading, node: Node) -> tuple[float, float]:
    part, plain = open_part(reading, node, "alerts"), Fairness()
    ratio = part.take("balance_ratio", scalars.positive, plain.balance_ratio)
    return ratio, part.take("default_rate", scalars.share, plain.default_rate)
