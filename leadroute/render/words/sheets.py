"""Words of the sheets."""

WORDS: dict[str, tuple[str, str]] = {}
