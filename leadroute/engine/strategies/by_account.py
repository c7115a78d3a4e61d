"""Round robin and weighted: the account alone decides."""

from __future__ import annotations

from leadroute.engine.strategies.way import Way, as_they_are

WAY = Way(as_they_are)
