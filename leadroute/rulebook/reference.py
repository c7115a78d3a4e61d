"""The option tables of docs/rulebook.md and docs/cron.md, made from the key tables.

``python -m leadroute.rulebook.reference < docs/rulebook.md > new.md`` puts fresh tables between the markers.
"""

from __future__ import annotations

import re
import sys

from leadroute.model.operators import OPERATORS, Takes
from leadroute.rulebook.job_keys import JOB_PARTS
from leadroute.rulebook.keys import PARTS, Key

_MARKED = re.compile(r"(<!-- keys: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_OPERANDS: dict[Takes, str] = {
    Takes.VALUE: "one value",
    Takes.VALUES: "one value or a list",
    Takes.NUMBER_OR_DATE: "a number or a date",
    Takes.PAIR: "`[low, high]`",
    Takes.PATTERN: "an RE2 pattern",
    Takes.FLAG: "true or false",
    Takes.TABLE: "a file, or `{file, column}`",
    Takes.ATTRIBUTE: "an attribute of reps",
    Takes.DURATION: "a duration",
}


def refreshed(page: str) -> str:
    """The page with every marked table made anew."""
    return _MARKED.sub(lambda hit: f"{hit[1]}{table(hit[2])}{hit[3]}", page)


def table(part: str) -> str:
    """The Markdown table of one part, or of the operators."""
    return _operators() if part == "operators" else _keys(part)


def _keys(part: str) -> str:
    head = "| key | takes | default | meaning | 说明 |\n|---|---|---|---|---|\n"
    return head + "".join(_row(key) for key in {**PARTS, **JOB_PARTS}[part])


def _row(key: Key) -> str:
    words = ", ".join(f"`{word}`" for word in key.choices)
    takes = {True: f"{key.form.value} {words}", False: key.form.value}[bool(words)]
    default = "**required**" if key.required else key.default
    return f"| `{key.name}` | {takes} | {default} | {key.en} | {key.zh} |\n"


def _operators() -> str:
    head = "| operator | takes | for fields of type |\n|---|---|---|\n"
    rows = (
        f"| `{name}` | {_OPERANDS[spec.takes]} | {', '.join(sorted(spec.kinds)) or 'any'} |\n"
        for name, spec in OPERATORS.items()
    )
    return head + "".join(rows)


if __name__ == "__main__":
    sys.stdout.write(refreshed(sys.stdin.read()))
