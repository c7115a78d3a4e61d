"""What ``test --json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.json import diagnostic_json
from leadroute.render.json_text import place_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.engine.proposal import Proposed
    from leadroute.engine.trial import Tested, Trial
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language, Rulebook
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


def tested_json(file: str, tested: Tested, notes: Iterable[Diagnostic], language: Language) -> dict[str, Json]:
    """Every example with what became of it, and what none of them covers."""
    return {
        "format_version": FORMAT_VERSION,
        "rulebook": file,
        "passed": tested.passed,
        "examples": [_trial(trial) for trial in tested.trials],
        "rules_not_reached": [{"rule": name, "place": place_json(place)} for name, place in tested.unreached],
        "default_reached": tested.by_default,
        "bounds": [
            {
                "place": place_json(bound.place),
                "field": bound.field,
                "operator": bound.operator,
                "value": bound.spelled,
                "below": bound.below,
                "at_or_above": bound.above,
            }
            for bound in tested.bounds
        ],
        "mutants": {
            "tried": tested.mutants,
            "survivors": [
                {"place": place_json(one.place), "change": one.kind, "field": one.field, "old": one.old, "new": one.new}
                for one in tested.survivors
            ],
        },
        "diagnostics": [diagnostic_json(note, language) for note in notes],
    }


def written_json(file: str, before: Tested, proposed: Iterable[Proposed], book: Rulebook) -> dict[str, Json]:
    """What was proposed and written, and what the examples covered before."""
    return {
        "file": file,
        "rules_not_reached_before": [name for name, _ in before.unreached],
        "default_reached_before": before.by_default,
        "bounds_covered_before": sum(bound.covered for bound in before.bounds),
        "examples": [_proposed(one, book) for one in proposed],
    }


def _trial(trial: Trial) -> dict[str, Json]:
    return {
        "name": trial.example.name,
        "place": place_json(trial.example.place),
        "passed": trial.passed,
        "expected": {key: [*words] for key, words in trial.example.expect.items()},
        "got": dict(trial.got),
        "wrong": [*trial.wrong],
    }


def _proposed(one: Proposed, book: Rulebook) -> dict[str, Json]:
    draft, example = one.draft, one.example
    return {
        "rule": None if draft.target is None else book.rules[draft.target].name,
        "bound": draft.bound.spelled if draft.bound else None,
        "from": place_json(draft.place) if draft.place else None,
        "made_up": draft.place is None,
        "kept_as_they_are": [*draft.kept],
        "lead": dict(example.lead),
        "now": f"{example.now:%Y-%m-%d %H:%M}" if example.now else None,
        "expect": {key: words[0] for key, words in example.expect.items()},
    }
