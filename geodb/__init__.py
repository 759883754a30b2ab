"""geodb: a relational event database for world politics in which every fact can show its sentence."""

from __future__ import annotations

from importlib.metadata import version

__version__ = version("geodb")
