"""Learn the weights of the second reader of drafts, `extract.language.learned`, from articles coded by hand.

    pip install scikit-learn
    python bench/learn.py             # how well they do on articles that they did not see
    python bench/learn.py --write     # learn from all, and write seeds/wordings/learned.csv

Each clause that a sentence may be cut into is an example, right if it overlaps a coded fact by `OVERLAP` or
more. The weights are those of a logistic regression that is kept to few of them. A trait must be in three
articles, so that no words peculiar to one are learned. Never learned from are the seed's article, those in
the folder HELD_OUT and second codings; the scores of the others are by weights learned without them.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from geodb.dossier.resolve import ResolvedDossier, read_dossier
from geodb.resources import seeds_dir
from geodb.services.evaluation import Scores
from geodb.services.extraction_scores import evaluate_draft, overlap, redrafted, spans_by_kind
from geodb.sources.article.extract.language import learned
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.page import Page
from geodb.sources.article.extract.protocol import find_extractor
from geodb.sources.article.model import Article
from geodb.sources.article.reader import read_article
from geodb.sources.article.structure import read_structure
from geodb.types import Span

GOLD = Path(__file__).parents[1] / "tests" / "gold"
HELD_OUT = "blind"
"""The folder of the articles that neither rules nor weights were made from."""
SECOND = "second"
"""The folder of articles that are in another one too, coded by another person."""
OVERLAP = 0.6
FEWEST_ARTICLES = 3
STRICTNESS = 0.2
"""The inverse strength of the penalty on weights: less leaves fewer of them."""
FOLDS = 11
Table = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Lesson:
    """One article, what its coder found, its clauses by their traits, and which of them tell which facts."""

    name: str
    article: Article
    truth: ResolvedDossier
    traits: list[list[str]]
    right: dict[str, list[bool]]


def lesson(folder: Path) -> Lesson:
    """Read an article and what its coder found."""
    truth, article = read_dossier(folder), read_article(folder / "article.txt")
    page = Page(article, read_structure(article))
    spans = spans_by_kind(truth)
    traits: list[list[str]] = []
    right: dict[str, list[bool]] = {kind: [] for kind in learned.FLOORS}
    for passage in page.passages:
        for start, end in passage.sentences:
            clauses = learned.Clauses(Line(passage, start, end))
            for first, stop, extent in clauses.runs:
                traits.append(clauses.traits(first, stop, extent))
                at = Span(passage.no, *clauses.span(first, stop))
                for kind in learned.FLOORS:
                    right[kind].append(any(overlap(at, span) >= OVERLAP for span in spans.get(kind, ())))
    return Lesson(folder.name, article, truth, traits, right)


def learn(lessons: Sequence[Lesson]) -> Table:
    """Return the weights by kind and trait."""
    seen: dict[str, set[str]] = defaultdict(set)
    for one in lessons:
        for traits in one.traits:
            for trait in traits:
                seen[trait].add(one.name)
    known = sorted(
        trait for trait, where in seen.items() if len(where) >= FEWEST_ARTICLES and trait != learned.BIAS
    )
    number = {trait: at for at, trait in enumerate(known)}
    rows, columns = [], []
    for row, traits in enumerate(traits for one in lessons for traits in one.traits):
        for trait in traits:
            if trait in number:
                rows.append(row)
                columns.append(number[trait])
    shape = (sum(len(one.traits) for one in lessons), len(known))
    examples = csr_matrix(([1.0] * len(rows), (rows, columns)), shape=shape)  # counts what is there twice
    return {
        kind: dict(_fitted(examples, known, [right for one in lessons for right in one.right[kind]]))
        for kind in learned.FLOORS
    }


def _fitted(examples: csr_matrix, known: list[str], right: list[bool]) -> Iterator[tuple[str, float]]:
    model = LogisticRegression(C=STRICTNESS, l1_ratio=1, solver="liblinear", max_iter=300, random_state=0)
    model.fit(examples, right)
    yield learned.BIAS, round(float(model.intercept_[0]), 2)
    for trait, weight in zip(known, model.coef_[0], strict=True):
        if round(float(weight), 2):
            yield trait, round(float(weight), 2)


def write(table: Table) -> int:
    """Write the table; return how many traits it has."""
    traits = sorted({trait for each in table.values() for trait in each})
    with (seeds_dir() / "wordings" / "learned.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["trait", *learned.FLOORS])
        for trait in traits:
            rows.writerow([trait, *(weights.get(trait, "") for weights in table.values())])
    return len(traits)


def scores(lessons: Iterable[Lesson], table: Table) -> Scores:
    """Draft articles with these weights, and compare."""
    total, weights = Scores(), {kind: learned.Weights(each) for kind, each in table.items()}
    with mock.patch.object(learned, "weights", return_value=weights):
        for one in lessons:
            total.add_all(evaluate_draft(one.truth, redrafted(one.article, find_extractor("rules"))))
    return total


def in_turn(lessons: Sequence[Lesson], names: set[str]) -> Scores:
    """Scores of the named articles, each by weights learned from others."""
    total = Scores()
    for fold in range(FOLDS):
        asked = [one for one in lessons[fold::FOLDS] if one.name in names]
        if asked:
            others = [one for at, one in enumerate(lessons) if at % FOLDS != fold]
            total.add_all(scores(asked, learn(others)))
    return total


def tell(title: str, alone: Scores, both: Scores) -> None:
    """Print precision and recall of the rules alone and with the weights, where these differ."""
    print(f"{title:<20} {'rules P':>8} {'R':>6} {'both P':>8} {'R':>6}")
    for kind, before in alone.by_kind.items():
        after = both.by_kind[kind]
        numbers = (before.precision, before.recall, after.precision, after.recall)
        if numbers[:2] != numbers[2:]:
            print(f"{kind:<14} {before.expected:>5}", *(f"{number:>7.3f}" for number in numbers))


def main() -> None:
    """Learn, and print or write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="write the table, learned from all articles")
    parser.add_argument("--of", nargs="*", default=[], metavar="NAME", help="only score these articles")
    options = parser.parse_args()
    folders = sorted(file.parent for file in GOLD.glob("*/*/dossier.yaml") if file.parts[-3] != SECOND)
    lessons = [lesson(folder) for folder in folders if folder.parent.name != HELD_OUT]
    if options.write:
        print(f"{write(learn(lessons)):,} traits, learned from {len(lessons)} articles")
        return
    held_out = [lesson(folder) for folder in folders if folder.parent.name == HELD_OUT]
    names = set(options.of) or {one.name for one in lessons}
    nothing: Table = {kind: {learned.BIAS: -100.0} for kind in learned.FLOORS}
    asked = [one for one in lessons if one.name in names]
    tell("in turn", scores(asked, nothing), in_turn(lessons, names))
    tell("held out", scores(held_out, nothing), scores(held_out, learn(lessons)))


if __name__ == "__main__":
    main()
