"""The trials of a rulebook as JUnit's XML, which build servers read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

if TYPE_CHECKING:
    from leadroute.engine.trial import Tested, Trial


def junit(file: str, tested: Tested) -> str:
    """One case an example."""
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


def _difference(trial: Trial, key: str) -> str:
    return f"{key}: expected {' or '.join(trial.example.expect[key])}, got {trial.got[key] or 'none'}"
