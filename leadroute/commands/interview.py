"""Ask somebody at a terminal the few things a first rulebook depends on."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from leadroute.commands.asking import answer
from leadroute.commands.exits import Exit
from leadroute.commands.init import standing
from leadroute.commands.refusal import Refusal
from leadroute.model.diagnostic import Diagnostic
from leadroute.model.rulebook import Language
from leadroute.model.survey import Split, Template
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.commands.init import Asked

T = TypeVar("T")


def interview(asked: Asked) -> Asked | Refusal:
    """What was asked, completed by answers; refused where there is nobody to answer, or nothing could be written."""
    nobody = Refusal(Exit.USAGE, (Diagnostic("LR876"),), asked.spoken)
    if not sys.stdin.isatty():
        return nobody
    if wrong := standing(replace(asked, reps=Path())):  # before anybody is bothered; the roster may be the answer
        return wrong
    try:
        return _files(_language(asked))
    except EOFError:
        return nobody


def _language(asked: Asked) -> Asked:
    if asked.language:
        return asked
    both = tuple(Language)
    question = say("ask.language", asked.spoken, default=both.index(asked.spoken) + 1)
    return replace(asked, language=_choice(question, both, asked.spoken))


def _files(asked: Asked) -> Asked:
    """The files, and what depends on them; without any a template."""
    leads, reps = _file("leads", asked.spoken), _file("reps", asked.spoken)
    if leads is None and reps is None:
        ready = tuple(Template)
        return replace(asked, template=_choice(say("ask.template", asked.spoken), ready, ready[0]))
    splits: tuple[Split | None, ...] = tuple(Split)
    split = asked.split or _choice(say("ask.split", asked.spoken), splits, None)
    customers = asked.customers or _file("customers", asked.spoken)
    return replace(asked, leads=(leads,) if leads else (), reps=reps, customers=customers, split=split)


def _file(what: str, language: Language) -> Path | None:
    """A file that is there, or none; quotes around a name come from dragging a file onto the terminal."""
    while typed := answer(say(f"ask.{what}", language)).strip("'\""):
        if Path(typed).exists():
            return Path(typed)
        sys.stderr.write(say("ask.missing", language, file=typed))
    return None


def _choice(question: str, choices: Sequence[T], default: T) -> T:
    """One of the choices by number from 1; a bare return is the default, anything else is asked again."""
    while typed := answer(question):
        if typed.isdecimal() and 1 <= int(typed) <= len(choices):
            return choices[int(typed) - 1]
    return default
