"""Reading: what kind of file it is, its encoding or its sheets, where the header row is, and a table of text."""

from __future__ import annotations

from leadroute.files.read.tables import read_tables

__all__ = ["read_tables"]
