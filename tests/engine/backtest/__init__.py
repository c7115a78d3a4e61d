"""Tests of what a backtest adds up and concludes."""
