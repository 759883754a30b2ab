"""How well what others annotated is drafted: names in GUM's news, types of events in PLOVER's sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from geodb.errors import Problem, SourceFormatError
from geodb.services.evaluation import Score, Scores
from geodb.sources.article.draft import draft_dossier
from geodb.sources.article.extract.gazetteer import general_gazetteer
from geodb.sources.article.extract.keys import slug
from geodb.sources.article.extract.language.words import NO_NAMES
from geodb.sources.article.plugged import open_extractor
from geodb.sources.article.reader import read_article

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
    found_by = open_extractor(extractor)
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
    """Yield the sentences of PLOVER's gold standard records, each with the type that was coded from it.

    Raises SourceFormatError if the file is no list in JSON.
    """
    try:
        records = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise SourceFormatError(Problem(f"not JSON: {error}", file=str(path))) from error
    if not isinstance(records, list):
        raise SourceFormatError(Problem("not a list of records", file=str(path)))
    for record in records:
        if isinstance(record, dict) and "text" in record and record.get("event") in _TYPES:
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
    found_by = open_extractor(extractor)
    for text, expected in sentences:
        drafted = draft_dossier(
            read_article(text.encode()), found_by, general_gazetteer(), key="plover"
        ).dossier
        types = {str(item["plover"]).split("/")[0] for item in drafted.get("events", ()) if "plover" in item}
        types |= {str(item["speech_act"]) for item in drafted.get("statements", ()) if "speech_act" in item}
        scores.add("PLOVER type", {expected}, types)
        scores.add(f"  {expected}", {expected}, types & {expected})
    return scores
