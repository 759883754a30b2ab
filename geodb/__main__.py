"""Run the command line with `python -m geodb`."""

from __future__ import annotations

from geodb.cli.main import run

if __name__ == "__main__":
    run()
