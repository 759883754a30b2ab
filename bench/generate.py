"""Dossiers for benchmarks: a number always gives the same one, with as much of each kind as the seed has.

    python bench/generate.py FOLDER --count 1000 --format yaml

Each has some 170 records and 180 pieces of evidence, and an article that says every one of them. Twelve
states stand in all of them, as they would in articles on one subject; the rest is a dossier's own.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import yaml

STATES = (
    ("Turkiye", "TUR"),
    ("Germany", "DEU"),
    ("France", "FRA"),
    ("India", "IND"),
    ("China", "CHN"),
    ("Japan", "JPN"),
    ("Russia", "RUS"),
    ("Ukraine", "UKR"),
    ("Poland", "POL"),
    ("Egypt", "EGY"),
    ("Brazil", "BRA"),
    ("Canada", "CAN"),
)
PEOPLE, ORGANIZATIONS, SOURCES, OFFICES, PLACES = 20, 9, 6, 6, 10
EVENTS, RELATIONS, STATEMENTS, INITIATIVES = 16, 8, 24, 6
JUDGMENTS, FORECASTS, FIGURES, TARGETS = 24, 10, 5, 2
LINES_OF_ARTICLE = 20

Fields = dict[str, Any]


class Article:
    """The text of a dossier's article, which grows by a sentence for every quote that is taken of it."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = [[] for _ in range(LINES_OF_ARTICLE)]
        self._quotes = 0

    def quote(self, sentence: str) -> list[Fields]:
        """Evidence for what `sentence` says: where it stands."""
        place = self._quotes % LINES_OF_ARTICLE
        words = f"{sentence} ({self._quotes})"
        self._lines[place].append(f"As was said before, {words}, and it was so.")
        self._quotes += 1
        return [{"p": place + 1, "quote": words}]

    def __str__(self) -> str:
        return "\n".join(" ".join(sentences) for sentences in self._lines)


def dossier(number: int) -> tuple[Fields, str]:
    """Dossier `number` (its key is `d<number>`), and the text of its article."""
    article, name = Article(), f"d{number:05d}"
    sections = {
        "sources": [_source(article, name, n) for n in range(SOURCES)],
        "actors": [*_states(article), *_people(article, name), *_organizations(article, name)],
        "offices": [_office(article, name, n) for n in range(OFFICES)],
        "holdings": [_holding(article, name, n) for n in range(OFFICES)],
        "actor_relations": [_relation(article, name, n) for n in range(RELATIONS)],
        "places": [_place(article, name, n) for n in range(PLACES)],
        "events": [_event(article, name, n) for n in range(EVENTS)],
        "event_relations": [_event_relation(article, name, n) for n in range(EVENTS - 6)],
        "statements": [_statement(article, name, n) for n in range(STATEMENTS)],
        "initiatives": [_initiative(article, name, n) for n in range(INITIATIVES)],
        "targets": [_target(article, name, n) for n in range(TARGETS)],
        "figures": [_figure(article, name, n) for n in range(FIGURES)],
        "assessments": [*_judgments(article, name), *_forecasts(article, name)],
        "notes": [_note(name, n) for n in range(10)],
    }
    head = {"dossier": 1, "key": name, "dataset": "bench", "dataset_title": "Benchmark"}
    article_fields = {"text": "article.txt", "kind": "analysis", "language": "en", "label": f"Article {name}"}
    return {**head, "article": article_fields, **sections}, str(article)


def _item(article: Article, key: str, sentence: str, **fields: Any) -> Fields:  # noqa: ANN401 - any field
    return {"key": key, **fields, "evidence": article.quote(sentence)}


def _named(name: str, *others: str) -> list[Fields]:
    return [{"name": name, "primary": True}, *({"name": other, "kind": "alias"} for other in others)]


def _source(article: Article, name: str, n: int) -> Fields:
    title = f"What was said of subject {n} in {name}"
    return _item(
        article,
        f"{name}-source-{n}",
        title,
        kind="news",
        title=title,
        language="en",
        url=f"https://news.example/{name}/{n}",
        authors=[f"{name}-person-{n}"],
        published="2025-02-13",
    )


def _states(article: Article) -> list[Fields]:
    return [
        _item(
            article,
            f"state-{code.lower()}",
            f"{label} took part",
            kind="state",
            country=code,
            names=_named(label, code),
        )
        for label, code in STATES
    ]


def _people(article: Article, name: str) -> list[Fields]:
    found = []
    for n in range(PEOPLE):
        label = f"Person {n} of {name}"
        fields = {
            "kind": "person",
            "names": _named(label, f"P. {n} {name}"),
            "external_ids": {"wikidata": f"{name}P{n}"},
        }
        found.append(_item(article, f"{name}-person-{n}", f"{label} spoke", **fields))
    return found


def _organizations(article: Article, name: str) -> list[Fields]:
    labels = [f"Union {n} of {name}" for n in range(ORGANIZATIONS)]
    return [
        _item(article, f"{name}-organization-{n}", f"the {label}", kind="igo", names=_named(label))
        for n, label in enumerate(labels)
    ]


def _office(article: Article, name: str, n: int) -> Fields:
    label = f"President {n} of {name}"
    return _item(article, f"{name}-office-{n}", label, label=label, organization=_state(n))


def _holding(article: Article, name: str, n: int) -> Fields:
    fields = {
        "holder": f"{name}-person-{n}",
        "office": f"{name}-office-{n}",
        "start": "2024-05",
        "status": "attested",
    }
    return _item(article, f"{name}-holding-{n}", f"person {n} has been president since May 2024", **fields)


def _relation(article: Article, name: str, n: int) -> Fields:
    fields = {
        "from": f"{name}-organization-{n}",
        "kind": "strategic_partnership",
        "to": _state(n),
        "directed": False,
    }
    return _item(article, f"{name}-partnership-{n}", f"the partnership {n} of {name}", **fields)


def _place(article: Article, name: str, n: int) -> Fields:
    label = f"City {n} of {name}"
    position = {"latitude": 30 + n / 8, "longitude": 20 + n / 4, "country": STATES[n][1]}
    return _item(article, f"{name}-place-{n}", f"in {label}", kind="city", names=_named(label), **position)


def _event(article: Article, name: str, n: int) -> Fields:
    actors = [
        (_state(n), "participant"),
        (_state(n + 1), "participant"),
        (f"{name}-person-{n}", "participant"),
    ]
    return _item(
        article,
        f"{name}-event-{n}",
        f"they met for the time {n} in {name}",
        kind="meeting",
        label=f"Meeting {n} of {name}",
        status="occurred",
        when=f"2025-02-{n + 1:02d}",
        participants=[{"actor": actor, "role": role} for actor, role in actors],
        places=[{"place": f"{name}-place-{n % PLACES}"}],
        plover="CONSULT",
        contexts=["diplomatic"],
    )


def _event_relation(article: Article, name: str, n: int) -> Fields:
    ends = {"from": f"{name}-event-{n + 1}", "kind": "follow_up_of", "to": f"{name}-event-{n}"}
    return _item(article, f"{name}-step-{n}", f"meeting {n + 1} followed meeting {n}", **ends)


def _statement(article: Article, name: str, n: int) -> Fields:
    verbatim = f"we want peace number {n}"
    return _item(
        article,
        f"{name}-statement-{n}",
        f"person {n % PEOPLE} said “{verbatim}”",
        form="mixed",
        speaker=[f"{name}-person-{n % PEOPLE}"],
        verbatim=verbatim,
        targets={_state(n): "positive"},
        occasion=f"{name}-event-{n % EVENTS}",
        about=[f"{name}-place-{n % PLACES}"],
        speech_act="AGREE",
        said=f"2025-02-{n + 1:02d}",
    )


def _initiative(article: Article, name: str, n: int) -> Fields:
    label = f"Initiative {n} of {name}"
    again = article.quote(f"{label} will go on for ten years")
    item = _item(
        article,
        f"{name}-initiative-{n}",
        f"the {label}",
        kind="agreement",
        names=_named(label),
        term="P10Y",
        parties=[{"actor": _state(n)}, {"actor": _state(n + 1)}],
        launch_event=f"{name}-event-{n}",
        status_changes=[{"status": "launched", "when": "2025-02-13", "event": f"{name}-event-{n}"}],
    )
    return {**item, "evidence": item["evidence"] + again}


def _target(article: Article, name: str, n: int) -> Fields:
    return _item(
        article,
        f"{name}-target-{n}",
        f"{n + 5}00 billion dollars of trade by 2030",
        label=f"Target {n} of {name}",
        initiative=f"{name}-initiative-{n}",
        metric="trade volume",
        measure="trade_volume",
        comparator="at_least",
        value=(n + 5) * 10**11,
        unit="usd",
        deadline="2030",
    )


def _figure(article: Article, name: str, n: int) -> Fields:
    number = {"measure": "killed", "best": 1000 + n, "low": 900, "high": 1200, "unit": "persons"}
    label = f"Figure {n} of {name}"
    return _item(
        article, f"{name}-figure-{n}", f"about {1000 + n} died", of=f"{name}-event-{n}", label=label, **number
    )


def _note(name: str, n: int) -> Fields:
    return {"on": [f"{name}-event-{n}"], "text": f"Is the day of event {n} right?"}


def _judgments(article: Article, name: str) -> list[Fields]:
    kind = {"kind": "judgment", "judgment_kind": "intent"}
    return [
        _item(
            article,
            f"{name}-judgment-{n}",
            f"meeting {n} was meant to shape balances",
            subjects=[_state(n)],
            **kind,
        )
        for n in range(JUDGMENTS)
    ]


def _forecasts(article: Article, name: str) -> list[Fields]:
    kind = {"kind": "forecast", "wording": "may", "horizon": "2026"}
    return [
        _item(article, f"{name}-forecast-{n}", f"in 2026 the case {n} may come", subjects=[_state(n)], **kind)
        for n in range(FORECASTS)
    ]


def _state(n: int) -> str:
    return f"state-{STATES[n % len(STATES)][1].lower()}"


def write(folder: Path, number: int, form: str) -> Path:
    """Write dossier `number` below `folder`, as `yaml` or `json`; returns its own folder."""
    fields, article = dossier(number)
    own = folder / str(fields["key"])
    own.mkdir(parents=True, exist_ok=True)
    (own / "article.txt").write_text(article, "utf-8")
    if form == "json":
        content = json.dumps(fields, ensure_ascii=False, indent=1)
    else:
        content = yaml.dump(fields, Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=200)
    (own / f"dossier.{form}").write_text(content, "utf-8")
    return own


_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def write_all(folder: Path, count: int, form: str) -> Path:
    """Write the dossiers 0 to `count` - 1 below `folder`, and return it."""
    for number in range(count):
        write(folder, number, form)
    return folder


def main() -> None:
    """Write the dossiers that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--format", choices=("yaml", "json"), default="yaml")
    options = parser.parse_args()
    write_all(options.folder, options.count, options.format)


if __name__ == "__main__":
    main()
