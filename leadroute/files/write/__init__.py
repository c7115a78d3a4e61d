"""Writing: workbooks and CSV files that appear complete or not at all, and in which text stays text."""
