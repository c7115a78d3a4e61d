"""A backtest in words: on the screen, as JSON, as a workbook."""
