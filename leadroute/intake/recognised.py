"""By which keys a word may be known in a ledger: as a number, an address or a company."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.intake.identity import identity
from leadroute.intake.leads import gather_leads
from leadroute.tables.merges import Merges
from leadroute.tables.raw import RawTable

if TYPE_CHECKING:
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Whole

_AS = ("phone", "email", "company")


def keys_of(said: str, book: Rulebook) -> Whole:
    """The keys a lead would have whose phone, e-mail or company is the word; none where it is no such thing."""
    frame = pd.DataFrame({name: [said] for name in _AS}, dtype="str")
    leads, _ = gather_leads((RawTable(frame, np.ones(1, dtype=np.int32), ""),), book)
    none = np.full(1, -1, dtype=np.int32)
    alone = Merges(np.zeros(1, dtype=np.int32), none, none.astype(np.int16), (), np.zeros(1, dtype=np.bool_))
    own = identity(leads, alone, book.duplicates)
    found = np.concatenate([*own.keys[:-1], own.company])
    return found.compress(found != 0)
