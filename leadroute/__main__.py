"""Run the command line as ``python -m leadroute``."""

from leadroute.cli import main

main()
