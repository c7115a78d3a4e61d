"""What a comparison and a backtest share when shown: why ``--fail-if`` is true, and a workbook for the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.files.write.neighbours import spare
from leadroute.files.write.publish import publish
from leadroute.files.write.workbook import write_workbook
from leadroute.model.diagnostic import Diagnostic, facts
from leadroute.render.compared.figures import amount_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from leadroute.model.stop import Amount, Claim
    from leadroute.tables.sheet import Workbook


def why_it_fails(proof: Iterable[tuple[Claim, Amount]]) -> tuple[Diagnostic, ...]:
    """What makes ``--fail-if`` true, each by itself."""
    return tuple(
        Diagnostic("LR860", args=facts(claim=claim, figure=claim.figure, amount=amount_text(claim, amount)))
        for claim, amount in proof
    )


def write_report(book: Workbook, out: Path, inputs: Iterable[Path]) -> tuple[Diagnostic, ...]:
    """Write the workbook, which must not take the place of an input; what was noticed on the way.

    Raises:
        OutputError: it could not be written; nothing was changed.
    """
    spare(inputs, [out])
    made = publish(out.parent, {out.name: lambda path: write_workbook(book, path)})
    return tuple(note for notes in made.values() for note in notes)
