"""A rulebook as a page for a browser: a picture of where leads flow, and its sentences. No network, no scripts."""
