"""Tests of reading the past."""
