"""A comparison of two plans as people and programs see it: screen, JSON, workbook."""
