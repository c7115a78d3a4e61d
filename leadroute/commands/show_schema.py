"""``leadroute schema``: what an editor needs to know to complete a rulebook."""

from __future__ import annotations

import json
import sys

from leadroute.commands.exits import Exit
from leadroute.commands.printing import printed
from leadroute.render.console import spell_out, system_language
from leadroute.rulebook.schema import schema


def show_schema() -> Exit:
    """Print the schema."""
    text = json.dumps(schema(), ensure_ascii=False, indent=2)

    def write() -> None:
        spell_out(sys.stdout)
        sys.stdout.write(f"{text}\n")

    return Exit.DONE if printed(write, system_language()) else Exit.OUTPUT
