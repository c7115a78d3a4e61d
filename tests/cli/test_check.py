"""``check``: which findings, in which form, and when it fails; ``rule``: one code at length."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from leadroute.model.rulebook import Language
from leadroute.render.lesson import lesson
from leadroute.render.messages import MESSAGES
from tests.cli.desk import RULES, Desk, desk, first

if TYPE_CHECKING:
    from pathlib import Path

DEAD = """\
leadroute: 1
language: en
rules:
  - {name: all of them, assign: all}
  - {name: Boston, when: {city: Boston}, assign: all}
default: open_pool
"""
SAID = """\
the rule 'Boston' is never reached: 'all of them' above it has no condition"""


@pytest.fixture
def on(tmp_path: Path) -> Desk:
    """A desk with a rulebook that has one warning."""
    return desk(tmp_path).put("rules.yaml", DEAD)


@pytest.mark.parametrize(
    ("level", "code", "said"),
    [
        ("error", Exit.DONE, "rules.yaml: no errors found.\n"),
        ("warning", Exit.NO, ""),
        ("note", Exit.NO, ""),
    ],
)
def test_a_warning_fails_only_from_its_level_on(on: Desk, level: str, code: Exit, said: str) -> None:
    result = on.run("check", "rules.yaml", "--fail-level", level)
    assert (result.exit_code, result.stdout) == (code, said)
    assert first(result) == f"rules.yaml:5:5: warning LR214: {SAID}"


def test_a_clean_rulebook_says_from_which_level_on(tmp_path: Path) -> None:
    said = {
        level: desk(tmp_path).run("check", "rules.yaml", "--fail-level", level, "--select", "LR1xx").stdout
        for level in ("warning", "note")
    }
    assert said == {
        "warning": "rules.yaml: no errors or warnings found.\n",
        "note": "rules.yaml: nothing found.\n",
    }


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--select", "LR2xx"), True),
        (("--select", "lr214"), True),
        (("--select", "LR1,LR3xx"), False),
        (("--ignore", "LR214"), False),
        (("--ignore", "LR1xx", "--ignore", "LR3"), True),
        (("--select", "LR2", "--ignore", "LR214"), False),
    ],
)
def test_codes_are_chosen(on: Desk, options: tuple[str, ...], told: bool) -> None:  # noqa: FBT001 - the expected end
    result = on.run("check", "rules.yaml", "--fail-level", "warning", *options)
    assert (result.exit_code == Exit.NO, "LR214" in result.stderr) == (told, told)


def test_what_is_no_code_is_wrong_usage(on: Desk) -> None:
    result = on.run("check", "rules.yaml", "--select", "unreachable")
    assert result.exit_code == Exit.USAGE
    assert "'unreachable' is no code; write LR202" in result.stderr


def test_a_comment_accepts_a_finding_of_its_line_or_of_the_next(on: Desk) -> None:
    beside = DEAD.replace("{city: Boston}, assign: all}", "{city: Boston}, assign: all}  # leadroute: ignore LR21x")
    above = DEAD.replace("  - {name: Boston", "  # leadroute: ignore LR101, LR214 # kept\n\n  - {name: Boston")
    for text in (beside, above):
        result = on.put("rules.yaml", text).run("check", "rules.yaml", "--fail-level", "note", "--select", "LR2")
        assert (result.exit_code, result.stderr) == (Exit.DONE, "")
        assert result.stdout == "comments accept 1 more.\nrules.yaml: nothing found.\n"


def test_no_comment_accepts_an_error(on: Desk) -> None:
    text = DEAD.replace("default: open_pool", "default: nowhere # leadroute: ignore LR2xx")
    result = on.put("rules.yaml", text).run("check", "rules.yaml")
    assert result.exit_code == Exit.NO
    assert "error LR201" in result.stderr


@pytest.mark.parametrize(
    ("language", "comment", "said"),
    [
        (
            "en",
            "# leadroute: ignore",
            (
                "rules.yaml:6:20: warning LR248: this ignore comment names no code and does nothing\n"
                "6 | default: open_pool # leadroute: ignore\n"
                "  |                    ^\n"
                "hint: write # leadroute: ignore LR231\n"
            ),
        ),
        (
            "zh",
            "# leadroute: ignore",
            (
                "rules.yaml:6:20: 警告 LR248：这条 ignore 注释没有写代码，不起作用\n"
                "6 | default: open_pool # leadroute: ignore\n"
                "  |                    ^\n"
                "建议：写成 # leadroute: ignore LR231\n"
            ),
        ),
        (
            "en",
            "# leadroute: ignore LR213",
            (
                "rules.yaml:6:20: note LR249: this comment ignores nothing: its line has no warning or note of LR213\n"
                "6 | default: open_pool # leadroute: ignore LR213\n"
                "  |                    ^\n"
                "hint: remove it; errors cannot be ignored this way\n"
            ),
        ),
        (
            "zh",
            "# leadroute: ignore LR213",
            (
                "rules.yaml:6:20: 提示 LR249：这条 ignore 注释用不上：那一行没有 LR213 的警告或提示\n"
                "6 | default: open_pool # leadroute: ignore LR213\n"
                "  |                    ^\n"
                "建议：删掉它；错误不能这样忽略\n"
            ),
        ),
    ],
)
def test_a_comment_that_does_nothing_is_told(on: Desk, language: str, comment: str, said: str) -> None:
    text = DEAD.replace("language: en", f"language: {language}").replace("open_pool", f"open_pool {comment}")
    result = on.put("rules.yaml", text).run("check", "rules.yaml", "--select", "LR24x")
    assert result.stderr == said


def test_of_many_overlaps_the_first_are_told_and_the_rest_counted(on: Desk) -> None:
    each = "  - {{name: r{at}, when: {{budget: {{gt: {at}}}, source: s{at}}}, review: p{at}}}\n"
    other = "  - {name: w, when: {budget: {lt: 5}, industry: x}, assign: all}\n"
    apart = "".join(
        each.format(at=at).replace(f"source: s{at}", f"{field}: {{present: true}}")
        for at, field in enumerate(("source", "city", "product", "title", "email", "language", "campaign", "message"))
    )
    text = f"leadroute: 1\nlanguage: en\nrules:\n{other}{apart}default: open_pool\n"
    result = on.put("rules.yaml", text).run("check", "rules.yaml", "--select", "LR233")
    assert result.stderr.count("note LR233: ") == 5
    assert "more" in result.stderr.splitlines()[-1]


def test_json_has_places_and_facts(on: Desk) -> None:
    shown = json.loads(on.run("check", "rules.yaml", "--format", "json", "--select", "LR214").stdout)
    assert {key: shown[key] for key in ("file", "failed", "fail_level", "counts")} == {
        "file": "rules.yaml",
        "failed": False,
        "fail_level": "error",
        "counts": {"error": 0, "warning": 1, "note": 0, "accepted": 0},
    }
    assert shown["diagnostics"] == [
        {
            "code": "LR214",
            "severity": "warning",
            "place": {"file": "rules.yaml", "sheet": "", "line": 5, "column": 5},
            "also": {"file": "rules.yaml", "sheet": "", "line": 4, "column": 5},
            "message": SAID,
            "hint": "put the rule without a condition last",
            "near": [],
            "facts": {"first": "all of them", "name": "Boston"},
        }
    ]


def test_github_gets_a_line_a_finding(on: Desk) -> None:
    shown = on.run("check", "rules.yaml", "--format", "github", "--select", "LR214")
    hint = "put the rule without a condition last"
    assert shown.stdout == f"::warning file=rules.yaml,line=5,col=5,title=LR214::{SAID}%0A{hint}\n"


def test_github_reads_no_command_in_a_name(on: Desk) -> None:
    text = DEAD.replace("name: Boston", 'name: "50%\\n::error::x"')
    shown = on.put("rules.yaml", text).run("check", "rules.yaml", "--format", "github", "--select", "LR214")
    assert shown.stdout.startswith("::warning ")
    assert "50%25%0A::error::x" in shown.stdout
    assert len(shown.stdout.splitlines()) == 1


def test_sarif_has_the_shape_of_2_1_0(on: Desk) -> None:
    shown = json.loads(on.run("check", "rules.yaml", "--format", "sarif", "--select", "LR214").stdout)
    assert (shown["version"], shown["$schema"].rpartition("/")[2]) == ("2.1.0", "sarif-2.1.0.json")
    (run,) = shown["runs"]
    (rule,), (result,) = run["tool"]["driver"]["rules"], run["results"]
    assert (run["tool"]["driver"]["name"], run["columnKind"]) == ("leadroute", "unicodeCodePoints")
    assert (rule["id"], result["ruleId"], result["ruleIndex"], result["level"]) == ("LR214", "LR214", 0, "warning")
    assert rule["shortDescription"]["text"].startswith("the rule '<name>' is never reached")
    assert result["message"]["text"].startswith(SAID)
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "rules.yaml"},
                "region": {"startLine": 5, "startColumn": 5},
            }
        }
    ]
    assert result["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 5}


def test_a_file_that_is_not_there_is_told_in_every_form(on: Desk) -> None:
    for form in ("text", "json", "github", "sarif"):
        result = on.run("check", "no rules.yaml", "--format", form)
        assert result.exit_code == Exit.NO
        assert "LR001" in result.output


@pytest.mark.parametrize(("language", "head"), [(Language.ZH, "含义"), (Language.EN, "Meaning")])
def test_every_code_can_be_told_at_length(language: Language, head: str) -> None:
    told = {code: lesson(code, language) for code in MESSAGES}
    assert [code for code, text in told.items() if not text.startswith(f"{code}\n\n{head}\n  ")] == []


def test_a_lesson_has_meaning_reason_example_and_remedy(tmp_path: Path) -> None:
    assert desk(tmp_path).run("rule", "LR202", "--language", "en").stdout == (
        "LR202\n\n"
        "Meaning\n  default is missing: whose are the leads no rule matches?\n\n"
        "Why it matters\n"
        "  Rules always miss some leads. The default says whose those are, or they would be nobody's.\n\n"
        "Example\n  leadroute: 1\n  name: 华东\n\n"
        "What to do\n  write default: open_pool, or a pool\n"
    )


def test_a_code_that_there_is_not_is_wrong_usage(tmp_path: Path) -> None:
    result = desk(tmp_path).run("rule", "LR2022")
    assert result.exit_code == Exit.USAGE
    assert "there is no code 'LR2022'; near it: LR022, LR202, LR222" in result.stderr


def test_the_rulebook_of_the_desk_is_in_order(tmp_path: Path) -> None:
    result = desk(tmp_path).put("rules.yaml", RULES).run("check", "rules.yaml", "--quiet")
    assert (result.exit_code, result.stdout) == (Exit.DONE, "")
