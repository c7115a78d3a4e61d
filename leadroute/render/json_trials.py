"""What ``test --json`` prints, and the JUnit report that build servers read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from leadroute.render.json import diagnostic_json
from leadroute.render.json_text import place_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.engine.trial import Tested, Trial
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language
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
                {"place": place_json(one.place), "change": one.kind, "old": one.old, "new": one.new}
                for one in tested.survivors
            ],
        },
        "diagnostics": [diagnostic_json(note, language) for note in notes],
    }


def junit(file: str, tested: Tested) -> str:
    """The same as JUnit's XML: one case an example."""
    failed = sum(not trial.passed for trial in tested.trials)
    suite = Element("testsuite", name=file, tests=str(len(tested.trials)), failures=str(failed), errors="0")
    for trial in tested.trials:
        place = trial.example.place
        at = {"file": place.file, "line": str(place.line)}
        case = SubElement(
            suite, "testcase", at, classname=file, name=trial.example.name or f"{place.file}:{place.line}"
        )
        if not trial.passed:
            told = "; ".join(_difference(trial, key) for key in trial.wrong)
            SubElement(case, "failure", message=told).text = told
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suite, encoding="unicode") + "\n"


def _trial(trial: Trial) -> dict[str, Json]:
    return {
        "name": trial.example.name,
        "place": place_json(trial.example.place),
        "passed": trial.passed,
        "expected": {key: [*words] for key, words in trial.example.expect.items()},
        "got": dict(trial.got),
        "wrong": [*trial.wrong],
    }


def _difference(trial: Trial, key: str) -> str:
    return f"{key}: expected {' or '.join(trial.example.expect[key])}, got {trial.got[key] or 'none'}"
