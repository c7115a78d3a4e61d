"""What a run is to be made from, and into what: everything said on the command line but the verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.make import Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.commit import Wanted
    from leadroute.commands.sources import Sources
    from leadroute.model.gate import Gate


@dataclass(frozen=True, slots=True)
class Order:
    """The files, where results go, the ledger (``None``: no memory) and the gates."""

    sources: Sources
    wanted: Wanted
    ledger: Path | None
    gates: tuple[Gate, ...] = ()

    def desk(self, clock: Callable[[tzinfo], datetime], tell: Callable[[str], None]) -> Desk:
        """The desk to carry it out at."""
        return Desk(self.wanted, self.ledger, clock, tell, self.gates)
