"""Rulebooks as people break them: whatever happens to the example, parse answers with diagnostics that can be told.

``LEADROUTE_FUZZ=10000 pytest tests/rulebook/test_fuzz.py`` runs a deep search.
"""

from __future__ import annotations

import os
import random
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leadroute.model.diagnostic import has_errors
from leadroute.model.rulebook import Language
from leadroute.render.diagnostics import lines
from leadroute.rulebook.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE = Path("rules.example.yaml").read_text(encoding="utf-8")
COUNT = int(os.environ.get("LEADROUTE_FUZZ", "500"))
BATCHES = 10
UNSAFE = {"Cc", "Cf", "Zl", "Zp", "Cs"}
SIGNS = "：，“”‘’　［］｛｝:,-[]{}#&*!|>'\"%@`?\t\n \\\u200b\u202e\0\x1b\ufeff\u2028~<=字A0"
WIDE = str.maketrans({":": "：", ",": "，", " ": "　", '"': "“", "[": "［", "}": "｝"})


def _insert(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + dice.choice(SIGNS) + text[at:]


def _delete(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + text[at + dice.randint(1, 12) :]


def _swap(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _widen(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + text[at : at + 30].translate(WIDE) + text[at + 30 :]


def _indent(text: str, dice: random.Random) -> str:
    rows = text.split("\n")
    at = dice.randrange(len(rows))
    rows[at] = dice.choice([" ", "  ", "\t", "　"]) + rows[at] if dice.random() < 0.6 else rows[at].lstrip()
    return "\n".join(rows)


def _rows(text: str, dice: random.Random) -> str:
    rows = text.split("\n")
    at, to = dice.randrange(len(rows)), dice.randrange(len(rows))
    taken = rows[at : at + dice.randint(1, 4)]
    kept = rows if dice.random() < 0.5 else [*rows[:at], *rows[at + len(taken) :]]
    return "\n".join([*kept[:to], *taken, *kept[to:]])


def _word(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    words[dice.randrange(len(words))] = dice.choice(words)
    return " ".join(words)


CHANGES: tuple[Callable[[str, random.Random], str], ...] = (_insert, _delete, _swap, _widen, _indent, _rows, _word)


def _mutant(seed: int) -> bytes:
    dice = random.Random(seed)  # noqa: S311 - the same mutants every time
    text = EXAMPLE
    for _ in range(dice.randint(1, 5)):
        text = dice.choice(CHANGES)(text, dice)
    data = text.encode("utf-8", "surrogatepass")
    if dice.random() < 0.05:
        data = text.encode("gb18030", "replace")
    if dice.random() < 0.05:
        data = data[: dice.randrange(len(data))]
    return data


def _check(seed: int) -> None:
    book, found = parse(_mutant(seed), "规则.yaml")
    assert (book is None) == has_errors(found)
    for one in found:
        for language in Language:
            told = lines(one, language)
            assert told[0].startswith("规则.yaml:")
            assert not any(unicodedata.category(char) in UNSAFE for line in told for char in line)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_any_change_to_the_example_is_answered_in_single_printable_lines(batch: int) -> None:
    for seed in range(batch, COUNT, BATCHES):
        try:
            _check(seed)
        except Exception as error:
            error.add_note(f"mutant {seed}")
            raise
