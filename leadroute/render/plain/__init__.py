"""A rulebook in plain sentences, for people who do not read YAML."""
