"""How fair a plan is, in numbers, and whether it keeps the laws. Pure: no text, nothing is decided here."""

from __future__ import annotations

from leadroute.engine.fairness.laws import verify
from leadroute.engine.fairness.measure import measure
from leadroute.engine.fairness.report import Report

__all__ = ["Report", "measure", "verify"]
