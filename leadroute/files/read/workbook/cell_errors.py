"""The errors that cells of binary workbooks hold, by the numbers of [MS-XLS] 2.5.10 and [MS-XLSB] 2.5.97.2."""

from __future__ import annotations

import re

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
ANY = b"[" + b"".join(re.escape(bytes([number])) for number in ERRORS) + b"]"
"""A pattern of the byte that tells which."""
