"""How well an article's facts are drafted: a draft against what a careful coder wrote, kind by kind."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geodb.dossier.resolve import ResolvedDossier, read_dossier
from geodb.services.draft_article import write_draft
from geodb.services.evaluation import Score, Scores
from geodb.sources.article.draft import Draft, draft_dossier
from geodb.sources.article.extract.gazetteer import Gazetteer, general_gazetteer
from geodb.sources.article.extract.keys import slug
from geodb.sources.article.extract.protocol import Extractor, find_extractor
from geodb.sources.article.extract.words import NO_NAMES
from geodb.sources.article.model import Article
from geodb.sources.article.reader import read_article
from geodb.types import Span

_OVERLAP = 0.5
_NAMED = frozenset({"actor", "place"})
_GUM_ACTORS = frozenset({"person", "organization"})
_PRONOUNS = frozenset(
    [
        "Me",
        "Us",
        "Him",
        "Them",
        "Mine",
        "Those",
        "Anyone",
        "People",
        "Both",
        "Visitors",
        "Writers",
        "Voters",
        "Parents",
        "Scientists",
        "Hundreds",
        "Members",
        "State",
        "Members",
    ]
)


@dataclass
class Fact:
    """One fact of a dossier as far as it is compared: its spans, and the names it goes by."""

    key: str
    spans: list[Span] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


def overlap(one: Span, other: Span) -> float:
    """Return how much of two passages together is common to both, 0 to 1."""
    if one.paragraph != other.paragraph:
        return 0.0
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / (max(one.end, other.end) - min(one.start, other.start))


def evaluate_draft(truth: ResolvedDossier, draft: ResolvedDossier) -> Scores:
    """Compare two dossiers of one article; facts are the same if a span of each overlaps by half or more.

    Actors and places are also the same if they share a name; `actor by span` counts spans alone. Quotations are
    compared by their words, `speaker of quotation` by the names of who said them. The article itself is no fact.
    """
    scores = Scores()
    wanted, found = _by_kind(truth), _by_kind(draft)
    for kind in wanted:
        pairs = _matched(wanted[kind], found.get(kind, []), by_name=kind in _NAMED)
        scores.by_kind[kind] = Score(len(wanted[kind]), len(found.get(kind, [])), len(pairs))
    actors, drafted = wanted.get("actor", []), found.get("actor", [])
    pairs = _matched(actors, drafted, by_name=False)
    scores.by_kind["actor by span"] = Score(len(actors), len(drafted), len(pairs))
    _quotations(truth, draft, scores)
    return scores


def _by_kind(source: ResolvedDossier) -> dict[str, list[Fact]]:
    kinds = {item.key: item.record_kind for _, item in source.records}
    for assessment in source.dossier.assessments:
        kinds[assessment.key] = assessment.kind
    facts: dict[str, Fact] = {}
    for _, item in source.records:
        names = {name.name for name in item.names} | ({item.caption} if item.caption else set())
        facts[item.key] = Fact(item.key, names={slug(name.removeprefix("the ")) for name in names})
    for passage in source.passages:
        if passage.span and str(passage.record) in facts:
            facts[str(passage.record)].spans.append(passage.span)
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
        said.append({
            slug(statement.verbatim): set().union(*(captions.get(str(who), set()) for who in statement.speaker))
            for statement in each.dossier.statements
            if statement.verbatim
        })  # fmt: skip
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
        if truth.dossier.article is None:
            continue
        article = read_article(folder / truth.dossier.article.text)
        yield folder.name, evaluate_draft(truth, redrafted(article, find_extractor(extractor)))


def redrafted(article: Article, extractor: Extractor, gazetteer: Gazetteer | None = None) -> ResolvedDossier:
    """Draft an article, write the draft, and read it as a load would."""
    draft: Draft = draft_dossier(article, extractor, gazetteer or general_gazetteer(), key="evaluated")
    with tempfile.TemporaryDirectory() as folder:
        write_draft(Path(folder) / "evaluated", article, draft)
        return read_dossier(Path(folder) / "evaluated")


# --- GUM: named entities of news (WebAnno TSV) ----------------------------------------------------


def gum_actors(path: Path) -> tuple[str, set[str], set[str]]:
    """Read a file of GUM: its text, the names of persons and organizations in it, and all that is annotated.

    A name is an annotated span of words with capitals, but no pronoun or common word that opens a sentence.
    The third are the words of all annotated persons, organizations and places, whatever else is in them.
    """
    lines = path.read_text("utf-8").splitlines()
    sentences = [line.removeprefix("#Text=") for line in lines if line.startswith("#Text=")]
    spans: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        cells = line.split("\t")
        if len(cells) < 4 or line.startswith("#") or cells[3] == "_":  # noqa: PLR2004 - columns of the format
            continue
        sentence = cells[0].split("-")[0]
        for label in cells[3].split("|"):
            spans.setdefault((sentence, label), []).append(cells[2])
    kinds = {key: label.split("[")[0] for key in spans for label in [key[1]]}
    actors = {
        name for key, words in spans.items() if kinds[key] in _GUM_ACTORS and (name := _proper_name(words))
    }
    annotated = {" ".join(words) for key, words in spans.items() if kinds[key] in _GUM_ACTORS | {"place"}}
    return "\n".join(map(_untokenized, sentences)), actors, annotated


def _proper_name(words: list[str]) -> str | None:
    if words and words[0] in {"the", "The"}:
        words = words[1:]
    if words and words[-1] in {"'s", "’s", "'"}:
        words = words[:-1]
    if not words or (len(words) == 1 and words[0] in NO_NAMES | _PRONOUNS):
        return None
    capitals = all(word[0].isupper() or word in {"of", "for", "and", "the", "-", "&", "."} for word in words)
    return " ".join(words) if capitals and any(word.isalpha() and len(word) > 1 for word in words) else None


def _untokenized(sentence: str) -> str:
    text = re.sub(r"\s+([,.;:!?%)\]’”])", r"\1", sentence)
    text = re.sub(r"\s(['’]s|n['’]t|['’]re|['’]ve|['’]ll|['’]d)\b", r"\1", text)
    return re.sub(r"([(\[“$£€])\s+", r"\1", re.sub(r"\s-\s(?=\w)", "-", text))


def evaluate_names(files: Iterable[Path], extractor: str = "rules") -> Scores:
    """Compare the actors of drafts with the names of persons and organizations of GUM.

    A drafted actor is right if one of its names is among those, or holds or is held in one of them.
    """
    scores = Scores()
    found_by = find_extractor(extractor)
    for file in files:
        text, actors, annotated = gum_actors(file)
        drafted = draft_dossier(read_article(text.encode()), found_by, general_gazetteer(), key="gum")
        people = [
            item
            for item in drafted.dossier.get("actors", ())
            if "names" in item and not str(item["kind"]).startswith("unnamed")
        ]
        names = [{slug(name["name"]) for name in item["names"]} for item in people]
        wanted = {slug(name) for name in actors}
        persons = {slug(name) for name in annotated}
        right = sum(any(_alike(name, other) for name in each for other in persons) for each in names)
        covered = sum(any(_alike(name, other) for each in names for name in each) for other in wanted)
        _count(scores, "actor (name)", (len(wanted), covered), (len(names), right))
    return scores


def _count(scores: Scores, kind: str, covered: tuple[int, int], right: tuple[int, int]) -> None:
    """Count precision by what was found, recall by what was expected: an actor may have several names."""
    for name, (total, correct) in ((f"{kind}, recall", covered), (f"{kind}, precision", right)):
        score = scores.by_kind.setdefault(name, Score())
        score.expected, score.found, score.correct = (
            score.expected + total,
            score.found + total,
            score.correct + correct,
        )


def _alike(one: str, other: str) -> bool:
    return one == other or f"-{one}-" in f"-{other}-" or f"-{other}-" in f"-{one}-"


# --- PLOVER: sentences with coded events (the gold standard records of OEDA) ----------------------


def plover_sentences(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the sentences of PLOVER's gold standard records, each with the type that was coded from it."""
    for record in json.loads(path.read_text("utf-8")):
        if "text" in record and record.get("event") in _TYPES:
            yield record["text"], _TYPES[record["event"]]


_TYPES = {
    name: name
    for name in [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]
} | {
    "YIELD": "RETREAT",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "DEMAND": "REQUEST",
    "APPEAL": "REQUEST",
    "FIGHT": "ASSAULT",
}


def evaluate_types(sentences: Iterable[tuple[str, str]], extractor: str = "rules") -> Scores:
    """Compare the PLOVER types of drafted events and speech acts with those coded by hand, by sentence.

    One type is expected per sentence, so further ones that are right as well count against precision.
    """
    scores = Scores()
    found_by = find_extractor(extractor)
    for text, expected in sentences:
        drafted = draft_dossier(
            read_article(text.encode()), found_by, general_gazetteer(), key="plover"
        ).dossier
        types = {str(item["plover"]).split("/")[0] for item in drafted.get("events", ()) if "plover" in item}
        types |= {str(item["speech_act"]) for item in drafted.get("statements", ()) if "speech_act" in item}
        scores.add("PLOVER type", {expected}, types)
        scores.add(f"  {expected}", {expected}, types & {expected})
    return scores


def as_rows(scores: Scores) -> list[Mapping[str, object]]:
    """Return scores as plain rows."""
    return [
        {"kind": kind, "expected": score.expected, "found": score.found, "correct": score.correct,
         "precision": round(score.precision, 3),
         "recall": round(score.recall, 3), "f1": round(score.f1, 3)}
        for kind, score in scores.by_kind.items()
    ]  # fmt: skip
