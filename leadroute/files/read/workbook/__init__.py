"""Workbooks: xlsx, xlsm, xlsb, xls and ods, read by a child process that is guarded, limited and may die."""

from __future__ import annotations

from leadroute.files.read.workbook.reading import read_workbook

__all__ = ["read_workbook"]
