"""Messages about the rulebook (LR1 YAML, LR2 rules, LR3 people)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {}
