"""Findings as SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from leadroute import __version__
from leadroute.render.diagnostics import advice
from leadroute.render.json_text import json_text
from leadroute.render.lesson import meaning, remedy
from leadroute.render.messages import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.model.diagnostic import Diagnostic, Place
    from leadroute.model.rulebook import Language
    from leadroute.render.findings.checked import Checked
    from leadroute.render.json_text import Json

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def written(checked: Checked) -> str:
    """One run with a result a finding, and a rule for every code among them."""
    codes = sorted({one.code for one in checked.found})
    rules: list[Json] = [_rule(code, checked.language) for code in codes]
    results: list[Json] = [_result(one, codes, checked.language) for one in checked.found]
    driver: dict[str, Json] = {"name": "leadroute", "version": __version__, "rules": rules}
    run: dict[str, Json] = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, language: Language) -> dict[str, Json]:
    told = remedy(code, language)
    return {
        "id": code,
        "shortDescription": {"text": meaning(code, language)},
        **({"help": {"text": told}} if told else {}),
    }


def _result(found: Diagnostic, codes: Sequence[str], language: Language) -> dict[str, Json]:
    text = " ".join(part for part in (message(found, language), advice(found, language)) if part)
    located: dict[str, Json] = {}
    if found.place and found.place.file:
        located["locations"] = [_location(found.place)]
    if found.also and found.also.file:
        located["relatedLocations"] = [_location(found.also)]
    return {
        "ruleId": found.code,
        "ruleIndex": codes.index(found.code),
        "level": found.severity.value,
        "message": {"text": text},
        **located,
    }


def _location(place: Place) -> dict[str, Json]:
    line, column = place.line or place.row, place.column
    region: dict[str, Json] = {"startLine": line, **({"startColumn": column} if column else {})} if line else {}
    uri = quote(place.file.replace("\\", "/"))
    cell: dict[str, Json] = {"logicalLocations": [{"fullyQualifiedName": place.cell}]} if place.cell else {}
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, **({"region": region} if region else {})}, **cell}
