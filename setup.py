"""The one part of the build that pyproject.toml cannot say: the inner loop is compiled where a compiler is at hand."""

from setuptools import Extension, setup

setup(ext_modules=[Extension("leadroute.engine._turns", ["leadroute/engine/_turns.c"], optional=True)])
