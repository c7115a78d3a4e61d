"""Leads of the past: on what days they came, and how they ended."""
