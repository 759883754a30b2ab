"""Reading the files under seeds/ for the tests about them."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"

Row = dict[str, str]


def read(path: str) -> list[Row]:
    with (SEEDS / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@cache
def codes(name: str) -> frozenset[str]:
    return frozenset(row["code"] for row in read(f"codes/{name}.csv"))


@cache
def countries() -> frozenset[str]:
    return frozenset(row["alpha3"] for row in read("taxonomies/country.csv"))


def terms(taxonomy: str) -> dict[str, Row]:
    return {row["code"]: row for row in read(f"taxonomies/term/{taxonomy}.csv")}


FILES = sorted(
    path.relative_to(SEEDS).as_posix()
    for top in ("codes", "taxonomies")
    for path in (SEEDS / top).rglob("*.csv")
)
LISTS = sorted(Path(path).stem for path in FILES if path.startswith("codes/"))
TAXONOMIES = sorted(Path(path).stem for path in FILES if path.startswith("taxonomies/term/"))
MANIFEST: dict[str, Any] = tomllib.loads((SEEDS / "manifest.toml").read_text("utf-8"))
