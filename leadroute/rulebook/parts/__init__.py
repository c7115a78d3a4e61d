"""One small reader for each part of a rulebook."""
