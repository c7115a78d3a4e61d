"""The verbs by name: the module of a verb is imported, and its options looked at, when it is called or listed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import typer
from typer.core import TyperGroup
from typer.main import get_command

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from typer.core import TyperCommand

    Verb = TyperCommand | TyperGroup

_FUNCTIONS = {
    "init": "init",
    "assign": "assign",
    "plan": "plan",
    "apply": "apply",
    "run": "run",
    "check": "check",
    "rule": "rule",
    "compare": "compare",
    "backtest": "backtest",
    "doctor": "doctor",
    "explain": "explain",
    "show": "show",
    "undo": "undo",
    "correct": "correct",
    "status": "status",
    "schema": "schema",
    "map": "map_columns",
    "test": "try_examples",
    "ledger": "ledger",
}
"""What each verb is called in the module of its name, in the order of the help: a function, or a group of verbs."""


class Verbs(TyperGroup):
    """The program as a group of verbs, none of which is imported before it is wanted.

    To import all of them and to look at every option of theirs takes longer than the work of most calls.
    """

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - whatever Typer knows
        """Be a group of all verbs, whatever was registered."""
        super().__init__(**settings)
        self.commands = cast("MutableMapping[str, Any]", _Wanted())  # nobody adds to it


class _Wanted(Mapping[str, "Verb"]):
    """The verbs as Typer works with them."""

    def __getitem__(self, name: str) -> Verb:
        return _verb(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_FUNCTIONS)

    def __len__(self) -> int:
        return len(_FUNCTIONS)


@cache
def _verb(name: str) -> Verb:
    function = _FUNCTIONS[name]
    found = getattr(import_module(f"leadroute.cli.{name}"), function)
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        alone.command(name)(found)
        found = alone
    verb = cast("Verb", get_command(found))
    verb.name = name
    return verb
