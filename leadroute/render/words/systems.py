"""The names of the systems leads are exported from; they stand with what is known of each system."""

from __future__ import annotations

from leadroute.intake.sources import SYSTEMS

WORDS: dict[str, tuple[str, str]] = {f"system.{system.key}": (system.zh, system.en) for system in SYSTEMS}
