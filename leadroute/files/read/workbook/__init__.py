"""Workbooks: xlsx, xlsm, xlsb, xls and ods, read by a child process that is guarded, limited and may die."""
