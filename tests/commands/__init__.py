"""Recipes of the verbs, and the values they pass on."""
