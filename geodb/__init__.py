"""geodb: a relational event database for world politics in which every fact can show its sentence."""

from __future__ import annotations

__version__ = "0.1.0"
