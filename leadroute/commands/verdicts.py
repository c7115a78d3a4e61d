"""What becomes of leads that may be made into examples, many at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.commands.try_examples import Together, tried
from leadroute.engine.proposal import Draft, Proposed
from leadroute.model.outcome import Outcome
from leadroute.model.rulebook import NOWHERE, Example

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leadroute.commands.bench import Bench
    from leadroute.engine.proposal import Target
    from leadroute.engine.trial import Trial
    from leadroute.model.rep import Roster

Verdict = dict[str, str]
"""What became of a lead, by what an example may expect; only that in which roster and stand-ins agree."""

RULE, DEFAULT = "rule", "default"


def verdicts(at: Bench, drafts: Sequence[Draft]) -> list[Verdict]:
    """What becomes of each draft; who takes it is not asked."""
    if not drafts:
        return []
    examples = tuple(map(_bare, drafts))
    each = [Together.of(examples, at.book, people, at.now).tried(at.book) for people in _peoples(at)]
    return [_agreed(trials) for trials in zip(*each, strict=True)]


def reaches(at: Bench, verdict: Verdict, target: Target) -> bool:
    """Whether a rule (or the default) decides it."""
    return verdict.get(DEFAULT) == DEFAULT if target is None else verdict.get(RULE) == at.book.rules[target].name


def finished(at: Bench, draft: Draft) -> Proposed | None:
    """The example of a draft, tried as any other; ``None`` if it does not come where it should."""
    each = (tried(at.book, people, [_bare(draft)], at.now) for people in _peoples(at))
    verdict = _agreed(tuple(trials[0] for trials in each))
    if draft.bound is None and not reaches(at, verdict, draft.target):
        return None
    expect = {key: (word,) for key, word in _expected(at, verdict)}
    return Proposed(draft, Example(draft.lead, expect, NOWHERE, now=draft.now)) if expect else None


def _expected(at: Bench, verdict: Verdict) -> Iterator[tuple[str, str]]:
    """What is worth expecting: the default has no name, so its reason stands for it."""
    for key in (RULE, "pool", "outcome"):
        if word := verdict.get(key):
            yield key, word
    by_default = verdict.get(DEFAULT) or verdict.get("outcome") == Outcome.INVALID.word
    if by_default and "reason" in verdict:
        yield "reason", verdict["reason"]
    if at.book.score.grades and verdict.get("grade"):
        yield "grade", verdict["grade"]
    if at.book.score.points and float(verdict.get("score", 0)):
        yield "score", verdict["score"]


def _peoples(at: Bench) -> tuple[Roster | None, ...]:
    """An example is to hold with the roster and without it."""
    return (at.roster, None) if at.roster else (None,)


def _bare(draft: Draft) -> Example:
    return Example(draft.lead, {}, NOWHERE, now=draft.now)


def _agreed(trials: Sequence[Trial]) -> Verdict:
    each = [_said(trial) for trial in trials]
    return {key: word for key, word in each[0].items() if all(other[key] == word for other in each)}


def _said(trial: Trial) -> Mapping[str, str]:
    got = {key: word for key, word in trial.got.items() if key != "rep"}
    return {**got, DEFAULT: DEFAULT if trial.by_default else ""}
