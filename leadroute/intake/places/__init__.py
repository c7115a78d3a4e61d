"""Chinese places: which there are, and reading them in the ways people write them."""
