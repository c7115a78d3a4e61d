"""The schema for editors: it accepts what the reader accepts, and refuses what is no rulebook."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from leadroute.model.diagnostic import has_errors
from leadroute.rulebook.keys import PARTS
from leadroute.rulebook.parse import parse
from leadroute.rulebook.schema import schema
from leadroute.rulebook.schema.parts import part
from tests.cli.desk import desk

VALID = Draft202012Validator(schema())
WRITTEN = (Path("rules.example.yaml"), Path("samples/decision-table/rules.yaml"))
EXAMPLES = (*WRITTEN, *sorted(Path("docs/examples").glob("*/rules.yaml")))
GALLERY = sorted(Path("tests/mistakes").glob("*.yaml"))
REFUSED = ("130", "131", "132", "133", "140", "202", "203", "204", "207")
"""Mistakes of shape, which a schema can see."""


class Editor(yaml.SafeLoader):
    """YAML as editors read it: numbers and true or false, but a date is a text."""


Editor.yaml_implicit_resolvers = {
    sign: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for sign, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str, loader: type[yaml.SafeLoader | yaml.BaseLoader] = Editor) -> object:
    """The values of a rulebook."""
    return yaml.load(text, loader)  # noqa: S506 - both loaders make plain values only


def problems(text: str) -> list[str]:
    """What the schema has against a rulebook."""
    return [error.message for error in VALID.iter_errors(read(text))]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name or path.name)
@pytest.mark.parametrize("loader", [Editor, yaml.BaseLoader])
def test_every_example_is_accepted(path: Path, loader: type[yaml.SafeLoader | yaml.BaseLoader]) -> None:
    found = [error.message for error in VALID.iter_errors(read(path.read_text(encoding="utf-8"), loader))]
    assert found == []


def sound() -> list[Path]:
    """Rulebooks of the gallery the reader only warns about."""
    return [path for path in GALLERY if not has_errors(parse(path.read_bytes(), path.name)[1])]


@pytest.mark.parametrize("path", sound(), ids=lambda path: path.stem)
def test_what_the_reader_takes_the_schema_takes(path: Path) -> None:
    assert problems(path.read_text(encoding="utf-8-sig")) == []


@pytest.mark.parametrize("path", [path for path in GALLERY if path.name[:3] in REFUSED], ids=lambda path: path.stem)
def test_mistakes_of_shape_are_refused(path: Path) -> None:
    assert problems(path.read_text(encoding="utf-8"))


RULES = "leadroute: 1\ndefault: open_pool\n"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("pools: {a: {weights: '3:1.5:1', members: [x, y, z]}}", "pools: {a: {weights: '3::1'}}"),
        ("pools: {a: {caps: {day: 5}}}", "pools: {a: {caps: {hour: 5}}}"),
        ("fairness: {catch_up: {bank: 3}}", "fairness: {catch_up: half}"),
        ("infer: {省份: [city]}", "infer: [province]"),
        ("rules: [{name: a, open_pool: true}]", "rules: [{name: a}]"),
        ("rules: [{name: a, reject: x, when: {budget: {between: [1, 2]}}}]", "rules: [{name: a, reject: x, when: 5}]"),
        ("lanes: [{name: a, exempt: [day]}]", "lanes: [{name: a, exempt: [year]}]"),
        ("duplicates: {fill_blanks: 是}", "duplicates: {fill_blanks: perhaps}"),
    ],
)
def test_accepted_and_refused(right: str, wrong: str) -> None:
    assert problems(f"{RULES}{right}\n") == []
    assert problems(f"{RULES}{wrong}\n")


@pytest.mark.parametrize("name", PARTS)
def test_every_key_is_described_in_both_languages(name: str) -> None:
    made = json.loads(json.dumps(part(name)))
    for key in PARTS[name]:
        assert made["properties"][key.name]["description"].startswith(key.en)
        assert made["properties"][key.name]["description"].endswith(key.zh)


def test_the_command_prints_it_and_the_copy_of_the_docs_is_the_same(tmp_path: Path) -> None:
    result = desk(tmp_path).run("schema")
    assert (result.exit_code, json.loads(result.stdout)) == (0, schema())
    assert Path("docs/leadroute.schema.json").read_text(encoding="utf-8") == result.stdout


def test_the_example_names_the_schema_for_editors() -> None:
    line = next(
        line for line in Path("rules.example.yaml").read_text(encoding="utf-8").splitlines() if "$schema" in line
    )
    assert line == "# yaml-language-server: $schema=docs/leadroute.schema.json"
