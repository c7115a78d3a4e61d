"""Words of the screen."""

WORDS: dict[str, tuple[str, str]] = {}
