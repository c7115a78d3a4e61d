"""Take out of leads what tells of a person, as far as their fate does not hang on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.commands.verdicts import verdicts
from leadroute.rulebook.looked_at import in_place_of, is_personal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.commands.bench import Bench
    from leadroute.commands.verdicts import Verdict
    from leadroute.engine.proposal import Draft

_FATE = ("rule", "default", "outcome", "reason", "pool")


def disguised(at: Bench, drafts: Sequence[Draft]) -> list[Draft]:
    """Each personal value goes, or one of nobody takes its place; what stays all the same is named in ``kept``."""
    before = verdicts(at, drafts)
    found = [*drafts]
    for field in reversed(_fields(drafts)):
        if is_personal(at.book, field):
            found = _without(at, found, before, field, in_place_of(at.book, field))
    return [_with_kept(at, draft, one) if draft.place else one for draft, one in zip(drafts, found, strict=True)]


def simplified(at: Bench, drafts: Sequence[Draft]) -> list[Draft]:
    """Of made-up leads every field that nothing hangs on goes, though a score may change; nobody's names stay."""
    before = [_fate(one) for one in verdicts(at, drafts)]
    found = [*drafts]
    for field in reversed(_fields(drafts)):
        found = _without(at, found, before, field, ("",))
    return disguised(at, found)


def _without(
    at: Bench, drafts: Sequence[Draft], before: Sequence[Verdict], field: str, others: Sequence[str]
) -> list[Draft]:
    """Put the first value in place of another with which all stays as it was; a lead goes on saying something."""
    having = [(where, draft) for where, draft in enumerate(drafts) if field in draft.lead]
    tries = [(where, made) for where, draft in having for text in others if (made := _put(draft, field, text)).lead]
    told = verdicts(at, [draft for _, draft in tries])
    found = dict(enumerate(drafts))
    for (where, draft), verdict in reversed([*zip(tries, told, strict=True)]):
        if all(verdict.get(key) == word for key, word in before[where].items()):
            found[where] = draft
    return [*found.values()]


def _put(draft: Draft, field: str, text: str) -> Draft:
    lead = {name: text if name == field else value for name, value in draft.lead.items()}
    return replace(draft, lead={name: value for name, value in lead.items() if value})


def _with_kept(at: Bench, was: Draft, draft: Draft) -> Draft:
    kept = (
        field
        for field, text in draft.lead.items()
        if is_personal(at.book, field) and text == was.lead[field] and text not in in_place_of(at.book, field)
    )
    return replace(draft, kept=(*kept,))


def _fields(drafts: Sequence[Draft]) -> tuple[str, ...]:
    return (*dict.fromkeys(field for draft in drafts for field in draft.lead),)


def _fate(verdict: Verdict) -> Verdict:
    return {key: word for key, word in verdict.items() if key in _FATE}
