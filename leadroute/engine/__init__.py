"""The decisions: conditions, eligibility, strategies, plan, fairness. Pure: no files, clock, dice or console."""
