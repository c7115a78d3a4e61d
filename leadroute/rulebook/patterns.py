"""Whether RE2 understands a pattern, and if not, why."""

from __future__ import annotations

import re

_LOOKS_AROUND = re.compile(r"\(\?(?:=|!|<=|<!|P=)|\\[1-9]")


def problem(pattern: str) -> tuple[str, str] | None:
    """Return (code, RE2's own words), or ``None`` for a good pattern."""
    # Late: most rulebooks have no pattern.
    import re2  # noqa: PLC0415 - see above

    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(pattern, options)
    except re2.error as error:
        words = error.args[0] if error.args else ""
        told = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
        return ("LR210" if _LOOKS_AROUND.search(pattern) else "LR209"), told
    except UnicodeEncodeError:
        return "LR209", "U+D800-U+DFFF"
    return None
