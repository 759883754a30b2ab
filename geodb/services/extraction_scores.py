"""How well an article's facts are drafted: a draft against what a careful coder wrote, kind by kind."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from geodb.dossier.items import Drafted
from geodb.dossier.resolve import ResolvedDossier, read_dossier
from geodb.errors import InvalidValue
from geodb.services.draft_article import write_draft
from geodb.services.evaluation import Difference, RuleScore, Score, Scores
from geodb.sources.article.draft import Draft, draft_dossier
from geodb.sources.article.extract.gazetteer import Gazetteer, general_gazetteer
from geodb.sources.article.extract.keys import slug
from geodb.sources.article.extract.protocol import Extractor
from geodb.sources.article.model import Article
from geodb.sources.article.plugged import open_extractor
from geodb.sources.article.reader import read_article
from geodb.types import Span

_OVERLAP = 0.5
_NAMED = frozenset({"actor", "place"})


@dataclass
class Fact:
    """One fact of a dossier as far as it is compared: its spans with their words, and the names it goes by.

    `draft` says which rule made it, if one did.
    """

    key: str
    spans: list[Span] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    draft: Drafted | None = None


def overlap(one: Span, other: Span) -> float:
    """Return how much of two passages together is common to both, 0 to 1."""
    if one.paragraph != other.paragraph:
        return 0.0
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / (max(one.end, other.end) - min(one.start, other.start))


def evaluate_draft(truth: ResolvedDossier, draft: ResolvedDossier) -> Scores:
    """Compare two dossiers of one article; facts are the same if a span of each overlaps by half or more.

    Actors and places are also the same if they share a name; `actor by span` counts spans alone. Quotations
    are compared by their words, `speaker of quotation` by the names of who said them. The article itself is
    no fact.
    """
    scores = Scores()
    wanted, found = _by_kind(truth), _by_kind(draft)
    for kind in wanted:
        pairs = _matched(wanted[kind], found.get(kind, []), by_name=kind in _NAMED)
        scores.by_kind[kind] = Score(len(wanted[kind]), len(found.get(kind, [])), len(pairs))
        _differences(scores, kind, wanted[kind], found.get(kind, []), pairs)
    actors, drafted = wanted.get("actor", []), found.get("actor", [])
    pairs = _matched(actors, drafted, by_name=False)
    scores.by_kind["actor by span"] = Score(len(actors), len(drafted), len(pairs))
    _quotations(truth, draft, scores)
    return scores


def _differences(
    scores: Scores, kind: str, wanted: list[Fact], found: list[Fact], pairs: list[tuple[Fact, Fact]]
) -> None:
    """Note what is missed and what is too much, and count for each rule what is right of what it made."""
    matched = {id(fact) for pair in pairs for fact in pair}
    for facts, is_missed in ((wanted, True), (found, False)):
        scores.differences += [
            Difference(
                is_missed,
                kind,
                fact.key,
                fact.draft.rule if fact.draft else None,
                tuple(zip((span.paragraph for span in fact.spans), fact.words, strict=True)),
            )
            for fact in facts
            if id(fact) not in matched
        ]
    for fact in found:
        if fact.draft:
            made = scores.by_rule.setdefault(fact.draft.rule, RuleScore())
            made.found += 1
            made.correct += id(fact) in matched
            made.confidences += fact.draft.confidence


def spans_by_kind(source: ResolvedDossier) -> dict[str, list[Span]]:
    """Return the passages of the facts of a dossier, by kind."""
    return {kind: [span for fact in facts for span in fact.spans] for kind, facts in _by_kind(source).items()}


def _by_kind(source: ResolvedDossier) -> dict[str, list[Fact]]:
    kinds = {item.key: item.record_kind for _, item in source.records}
    for assessment in source.dossier.assessments:
        kinds[assessment.key] = assessment.kind
    facts: dict[str, Fact] = {}
    for _, item in source.records:
        names = {name.name for name in item.names} | ({item.caption} if item.caption else set())
        facts[item.key] = Fact(
            item.key, names={slug(name.removeprefix("the ")) for name in names}, draft=item.draft
        )
    for passage in source.passages:
        if passage.span and str(passage.record) in facts:
            facts[str(passage.record)].spans.append(passage.span)
            facts[str(passage.record)].words.append(passage.exact or "")
    if source.dossier.article:
        facts.pop(source.dossier.article.key, None)
    found: dict[str, list[Fact]] = {}
    for key, fact in facts.items():
        if kinds[key] not in {"actor_relation", "event_relation", "document"}:
            found.setdefault(kinds[key], []).append(fact)
    return found


def _matched(wanted: list[Fact], found: list[Fact], *, by_name: bool) -> list[tuple[Fact, Fact]]:
    """Pair facts one to one, the best overlaps first; names count as a full overlap."""
    candidates = []
    for one in wanted:
        for other in found:
            best = max((overlap(a, b) for a in one.spans for b in other.spans), default=0.0)
            if by_name and one.names & other.names:
                best = 2.0
            if not one.spans and not other.spans and by_name:
                best = max(best, 1.0)  # the unknown author, whom no passage names
            if best >= _OVERLAP:
                candidates.append((best, one, other))
    pairs: list[tuple[Fact, Fact]] = []
    used: set[int] = set()
    for _, one, other in sorted(candidates, key=lambda each: -each[0]):
        if id(one) not in used and id(other) not in used:
            used |= {id(one), id(other)}
            pairs.append((one, other))
    return pairs


def _quotations(truth: ResolvedDossier, draft: ResolvedDossier, scores: Scores) -> None:
    names = [{item.key: item.names or () for item in each.dossier.actors} for each in (truth, draft)]
    said: list[dict[str, set[str]]] = []
    for number, each in enumerate((truth, draft)):
        captions = {
            item.key: {slug(name.name) for name in names[number][item.key]} | {slug(item.caption or "")}
            for item in each.dossier.actors
        }
        said.append(
            {
                slug(one.verbatim): set().union(*(captions.get(str(who), set()) for who in one.speaker))
                for one in each.dossier.statements
                if one.verbatim
            }
        )
    wanted, found = said
    right = [words for words in wanted if wanted[words] & found.get(words, set())]
    scores.add("quotation", list(wanted), list(found))
    scores.by_kind["speaker of quotation"] = Score(
        len(wanted), sum(words in found for words in wanted), len(right)
    )


def evaluate_folders(folders: Iterable[Path], extractor: str = "rules") -> Iterator[tuple[str, Scores]]:
    """Draft the article of each reviewed dossier anew, without a database, and compare."""
    for folder in folders:
        truth = read_dossier(folder)
        if truth.dossier.article:
            place = Path(truth.file).parent
            yield place.resolve().name, evaluate_redraft(truth, place / truth.dossier.article.text, extractor)


def compare_codings(folders: Iterable[Path], others: Path) -> Iterator[tuple[str, Scores]]:
    """Compare dossiers with what a second coder wrote of the same articles, in folders of the same names.

    What is found and right is the second coder's, as if it were a draft.

    Raises:
        InvalidValue: a second dossier is of another text, or either of none.
    """
    for folder in folders:
        first = read_dossier(folder)
        name = Path(first.file).resolve().parent.name
        second = read_dossier(others / name)
        one, other = first.document, second.document
        if one is None or other is None or one.sha256 != other.sha256:
            message = (
                f"{second.file} is not of the text of {first.file}, so their passages cannot be compared"
            )
            raise InvalidValue(message, hint="put the same article.txt beside both")
        yield name, evaluate_draft(first, second)


def evaluate_redraft(truth: ResolvedDossier, article: Path, extractor: str = "rules") -> Scores:
    """Draft an article anew, without a database, and compare with what is true of it."""
    return evaluate_draft(truth, redrafted(read_article(article), open_extractor(extractor)))


def redrafted(article: Article, extractor: Extractor, gazetteer: Gazetteer | None = None) -> ResolvedDossier:
    """Draft an article, write the draft, and read it as a load would."""
    draft: Draft = draft_dossier(article, extractor, gazetteer or general_gazetteer(), key="evaluated")
    with tempfile.TemporaryDirectory() as folder:
        write_draft(Path(folder) / "evaluated", article, draft, check=False)  # reading it is the check
        return read_dossier(Path(folder) / "evaluated")
