"""All benchmarks of geodb, one after the other, each in a process of its own: `make bench`.

    python bench/run.py                  sizes that take some minutes
    python bench/run.py --full           the sizes of the targets: 1,000 dossiers, 1,000,000 rows
    python bench/run.py load reads       only these

What they mean, and what they were: docs/explanation/performance.md.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from geodb.db.server import EmbeddedServer

HERE = Path(__file__).parent
PROGRAMS: dict[str, tuple[list[str], list[str]]] = {
    "load": ([], ["--dossiers", "1000"]),
    "reads": ([], ["--rows", "1000000"]),
    "asof": ([], []),
    "markings": ([], ["--dossiers", "200"]),
    "suggest_merges": (["25000"], ["100000"]),
    "draft": ([], ["--articles", "2000"]),
}
"""The benchmarks, with their arguments for the usual size and for the full one."""


def main() -> None:
    """Run what the command line names; leave with 1 if a program failed or missed a target."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(PROGRAMS)}; default: all")
    parser.add_argument("--full", action="store_true", help="the sizes of the targets")
    options = parser.parse_args()
    if unknown := set(options.names) - PROGRAMS.keys():
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    home = Path(tempfile.mkdtemp(prefix="geodb-bench-"))
    home.chmod(0o755)
    try:
        failed = [name for name in options.names or PROGRAMS if not run(name, home, full=options.full)]
    finally:
        EmbeddedServer(home).stop()
        shutil.rmtree(home)
    print(f"\nmissed a target: {', '.join(failed)}" if failed else "\nall targets met")
    sys.exit(bool(failed))


def run(name: str, home: Path, *, full: bool) -> bool:
    """Run one benchmark; those that take the server of the settings find it in `home`."""
    print(f"\n{name}\n{'-' * len(name)}", flush=True)
    environment = {key: value for key, value in os.environ.items() if key != "GEODB_DATABASE_URL"}
    command = [sys.executable, str(HERE / f"{name}.py"), *PROGRAMS[name][full]]
    return subprocess.run(command, env={**environment, "GEODB_HOME": str(home)}, check=False).returncode == 0


if __name__ == "__main__":
    main()
