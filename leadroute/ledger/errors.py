"""Why a ledger cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Diagnostic


class LedgerError(Exception):
    """The ledger was not touched, unless ``in_doubt``; the diagnostic says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Keep the diagnostic."""
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic

    @property
    def busy(self) -> bool:
        """Whether it will do later: another run holds the ledger."""
        return self.diagnostic.code == "LR709"

    @property
    def in_doubt(self) -> bool:
        """Whether a run may have been recorded all the same: the next start finds out."""
        return self.diagnostic.code == "LR714"
