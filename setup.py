"""The one part of the build that pyproject.toml cannot say: the usual turn is compiled where a compiler is at hand."""

from setuptools import Extension, setup

setup(ext_modules=[Extension("leadroute.engine._express", ["leadroute/engine/_express.c"], optional=True)])
