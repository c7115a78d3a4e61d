"""The command line: options, the error boundary, exit codes. One module a verb."""

from __future__ import annotations

from leadroute.cli.app import app, main

__all__ = ["app", "main"]
