"""Tests of the comparison of two plans."""
