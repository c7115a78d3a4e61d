"""Messages about files, columns and rows (LR0, LR4, LR5)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {}
