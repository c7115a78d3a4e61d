"""YAML text to a Rulebook and every problem in it at once. Opens nothing."""
