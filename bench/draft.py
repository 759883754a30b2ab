"""Drafting without a database: from the bytes of an article to the YAML of its dossier, on one core.

The article is the seed's, with other names in every copy, so that nothing is known from the copy before. What
is told is processor time: the median over the copies, and the least of them, which is what the machine does
when nothing else runs on its cores. As a ratio: reading the drafted YAML back and validating it, which costs
the same in every version of the rules.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from machine import Result, at_least, at_most, tell_all

from geodb.dossier.resolve import read_dossier
from geodb.resources import seeds_dir
from geodb.sources.article.draft import draft_dossier
from geodb.sources.article.draft_yaml import to_yaml
from geodb.sources.article.extract.gazetteer import general_gazetteer
from geodb.sources.article.extract.protocol import find_extractor
from geodb.sources.article.reader import read_article
from geodb.sources.article.structure import read_structure

SEED = "articles/us-strategic-moves-2025/article.txt"
NAMES = ("Trump", "Putin", "Zelensky", "Modi", "Rubio", "Lavrov")


def copies(count: int) -> list[bytes]:
    """The seed's article `count` times, each time with other last names of the same length."""
    text = (seeds_dir() / SEED).read_text(encoding="utf-8")
    found = []
    for number in range(count):
        copy = text
        for name in NAMES:
            copy = copy.replace(name, _other(name, number))
        found.append(copy.encode())
    return found


def _other(name: str, number: int) -> str:
    letters = "abdeghiklmnoprstuvz"
    return name[0] + "".join(
        letters[(ord(char) + number * 7 + at) % len(letters)] for at, char in enumerate(name[1:])
    )


def draft(raw: bytes, number: int) -> str:
    """One article from bytes to YAML."""
    article = read_article(raw)
    drafted = draft_dossier(article, find_extractor("rules"), general_gazetteer(), key=f"copy-{number}")
    return to_yaml(drafted.dossier)


def measure(count: int) -> Iterator[Result]:
    """Draft `count` copies; then the parts of it."""
    articles = copies(count)
    draft(articles[0], 0)
    gc.freeze()
    drafted = [timed(partial(draft, raw, number)) for number, raw in enumerate(articles)]
    least, median = min(drafted), statistics.median(drafted)
    yield at_least("articles of the seed's size per second and core, least loaded moment", 1 / least, 50)
    yield at_most("one article from bytes to YAML, CPU, least", least * 1000, 20, " ms")
    yield Result("one article from bytes to YAML, CPU, median", f"{median * 1000:,.1f} ms")
    article = read_article(articles[0])
    for name, part in (
        ("reading", lambda: read_article(articles[0])),
        ("structure and citations", lambda: read_structure(article)),
    ):
        yield Result(f"of it {name}", f"{min(timed(part) for _ in range(20)) * 1000:,.1f} ms")
    yield at_most("drafting / reading the draft back and validating it", least / _read_back(articles[0]), 1.2)


def _read_back(raw: bytes) -> float:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "article.txt").write_text(read_article(raw).text, encoding="utf-8", newline="")
        (folder / "dossier.yaml").write_text(draft(raw, 0), encoding="utf-8", newline="")
        return min(timed(lambda: read_dossier(folder)) for _ in range(20))


def timed(work: Callable[[], object]) -> float:
    """Processor seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Run it, and print each line as it comes; leave with 1 if a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    tell_all(measure(parser.parse_args().articles))


if __name__ == "__main__":
    main()
