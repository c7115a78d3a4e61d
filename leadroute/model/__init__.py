"""Frozen values everybody shares; standard library only."""
