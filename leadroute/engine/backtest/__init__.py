"""A rulebook over the past: what its runs add up to, and what may be concluded from how leads ended. Pure."""
