"""Blanks filled from what the other fields of a lead say, if the rulebook asks for it, and marked as such."""
