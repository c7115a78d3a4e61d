"""Tests of leadroute.rulebook."""
