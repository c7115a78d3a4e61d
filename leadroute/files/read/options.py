"""How files are to be read, where the user does not leave it to the signs in them."""

from __future__ import annotations

from dataclasses import dataclass

from leadroute.model.manner import Hidden


@dataclass(frozen=True, slots=True)
class Reading:
    """The encoding of text files and the sheet of workbooks ("": found out), and what to do with hidden rows.

    ``every_sheet`` reads every visible sheet with a fitting header instead of the one that fits best.
    """

    encoding: str = ""
    sheet: str = ""
    hidden: Hidden = Hidden.INCLUDE
    every_sheet: bool = False


AS_FOUND = Reading()
"""Everything is left to the signs in the files."""
EVERY_SHEET = Reading(every_sheet=True)
"""How a roster is read: people and their leave may stand on different sheets."""
