"""How a run ended, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.ledger.errors import LedgerError

if TYPE_CHECKING:
    from leadroute.commands.decide import Decided
    from leadroute.files.errors import OutputError
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language
    from leadroute.render.screen.ending import Ending


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """What was decided, and what was written or why nothing was; ``run`` is its number in the ledger (0: none)."""

    exit: Exit
    decided: Decided
    ending: Ending
    run: int = 0

    def noting(self, *notes: Diagnostic) -> Result:
        """The same with further notes."""
        return replace(self, decided=replace(self.decided, notes=(*self.decided.notes, *notes)))


def refused(error: LedgerError | OutputError, language: Language) -> Refusal:
    """A run that could not be carried out."""
    if isinstance(error, LedgerError):
        return Refusal(Exit.BUSY if error.busy else Exit.LEDGER, (error.diagnostic,), language)
    return Refusal(Exit.OUTPUT, (error.diagnostic,), language)
