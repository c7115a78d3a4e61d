"""The program as its users run it: files in a folder, a command line, an exit code and what was said."""
