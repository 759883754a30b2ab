"""The sources that an article cites, their authors and publishers as actors, and who wrote the article."""

from __future__ import annotations

import re

from geodb.sources.article.citation import Citation, Piece
from geodb.sources.article.extract.gazetteer import Entry, Gazetteer, Sense
from geodb.sources.article.extract.keys import slug
from geodb.sources.article.extract.language.words import HEADS
from geodb.sources.article.extract.page import Item, filled
from geodb.sources.article.model import Article
from geodb.sources.article.quotations import find_quotations
from geodb.sources.article.structure import Note, Structure

_SOCIAL = re.compile(
    r"https?://(?:www\.)?(?:truthsocial|twitter|x|facebook|t|instagram|threads|vk|weibo|bsky)\.(?:com|me|app|net)/"
)
_RELAYED = re.compile(r"(?P<name>[A-ZÀ-Ž][\w .&’'-]{1,40}?):\s(?=\S)")
_OFFICIAL = (
    "diplomatic_mission",
    "ministry",
    "government_office",
    "igo",
    "igo_body",
    "government",
    "legislature",
    "court",
)
_INTERVIEW = re.compile(r"(?:[Tt]elephone |[Ee]mail |[Pp]hone )?[Ii]nterview (?:with|by|of) ")
_OF_AUTHORS = frozenset({"name", "acronym"})
_OF_PUBLISHERS = _OF_AUTHORS | {"adjective"}
"""How the gazetteer may come to know an author, and a publisher, by a name."""


class CitedSources:
    """Adds to the sections of a draft what its notes cite."""

    def __init__(
        self,
        article: Article,
        structure: Structure,
        sections: dict[str, list[Item]],
        gazetteer: Gazetteer,
    ) -> None:
        self._article, self._structure, self._sections = article, structure, sections
        self._gazetteer = gazetteer
        for section in ("sources", "actors", "statements"):
            sections.setdefault(section, [])
        self._names = {name["name"]: actor for actor in sections["actors"] for name in actor.get("names", ())}
        for actor in sections["actors"]:  # whom the database knows has no names here
            if label := actor.get("label"):
                self._names.setdefault(label, actor)
        self._keys = {str(item.get("key")) for items in sections.values() for item in items}
        self._last: dict[str, int] = {}
        self.references: list[Item] = []
        self.article_authors = [self._actor(name, "person", None) for name in article.metadata.authors]
        publisher = article.metadata.publisher
        self.article_publisher = self._actor(publisher, "media", None) if publisher else None
        self.author = self.article_authors[0] if self.article_authors else self._unknown_author()
        self.article_authors = self.article_authors or [self.author]

    def add(self) -> None:
        """Add a source for each citation, and a reference for each note that has a label of its own."""
        labels: set[str] = set()
        for note in self._structure.notes:
            for number, citation in enumerate(note.citations):
                source = self._source(note, citation)
                if source and number == 0 and note.label and note.label not in labels:
                    labels.add(note.label)
                    reference: Item = {"marker": note.label, "p": note.span.paragraph, "source": source}
                    if citation.accessed and citation.accessed.precision == "day":
                        reference["accessed"] = citation.accessed.edtf
                    self.references.append(reference)
        self._drop_unknown_markers(labels)

    def _drop_unknown_markers(self, labels: set[str]) -> None:
        for items in self._sections.values():
            for item in items:
                for piece in item.get("evidence", ()):
                    if "marker" in piece and piece["marker"] not in labels:
                        del piece["marker"]

    def _new_key(self, words: str) -> str:
        key = base = slug(words)
        number = self._last.get(base, 1)
        while key in self._keys:
            number += 1
            key = f"{base}-{number}"
        self._last[base] = number
        self._keys.add(key)
        return key

    def _unknown_author(self) -> str:
        key = self._new_key("author-of-the-article")
        item: Item = {"key": key, "kind": "unnamed_person", "label": "Unknown author of the article"}
        item["draft"] = {"rule": "article.author", "confidence": 100}
        self._sections["actors"].append(item)
        return key

    def _source(self, note: Note, citation: Citation) -> str | None:
        if citation.repeats:
            return self.references[-1]["source"] if self.references else None
        url = citation.url.text if citation.url and citation.url.text.startswith("http") else None
        if not (citation.title or url or citation.raw.strip()):
            return None
        title = citation.title.text if citation.title else None
        printed_publisher = citation.publisher or citation.container
        if printed_publisher and self._is_city(printed_publisher.text):
            printed_publisher = None  # where it was printed, or said
        publisher = self._piece(note, citation, printed_publisher, "media") if printed_publisher else None
        authors = [self._piece(note, citation, author, "person") for author in citation.authors]
        key = self._new_key(
            f"{printed_publisher.text if printed_publisher else ''} {title or url or citation.raw}"
        )
        kind = self._kind(citation, url, publisher)
        item: Item = {
            "key": key,
            "kind": kind,
            "title": title and title[:500],
            "authors": authors,
            "publisher": publisher,
            "url": url,
        }
        if not (title or url):
            item["title"] = citation.raw.strip()[:500]
        item["published"] = citation.published.edtf if citation.published else None
        item["evidence"] = [
            {**self._evidence(note, citation, piece), "attribute": attribute}
            for attribute, piece in (("title", citation.title), ("url", citation.url))
            if piece
        ]
        item["draft"] = {"rule": "citation", "confidence": 90}
        self._sections["sources"].append(filled(item))
        self._speech(note, citation, kind, authors, publisher)
        return key

    def _evidence(self, note: Note, citation: Citation, piece: Piece) -> Item:
        span = note.span_of(citation, piece)
        text = self._article.paragraphs[span.paragraph - 1].text
        quote = text[span.start : span.end]
        item: Item = {"p": span.paragraph, "quote": quote}
        before, at = 0, text.find(quote)
        while 0 <= at < span.start:
            before, at = before + 1, text.find(quote, at + 1)
        if before or text.find(quote, span.start + 1) >= 0:
            item["nth"] = before + 1
        if note.label:
            item["marker"] = note.label
        return item

    def _piece(self, note: Note, citation: Citation, piece: Piece, kind: str) -> str:
        return self._actor(piece.text, kind, self._evidence(note, citation, piece))

    def _actor(self, name: str, kind: str, evidence: Item | None) -> str:
        """Return the key of an author or publisher: one that the text names, a known one, or a new one."""
        found = self._names.get(name) or self._called_shorter(name, kind) or self._known(name, kind)
        if found is None:
            sense = self._sense(name, kind)
            rule = "citation.author" if kind == "person" else "citation.publisher"
            found = {
                "key": self._new_key(name),
                "kind": sense.entry.kind if sense else self._kind_by_words(name, kind),
                "label": name[:500],
                "names": [{"name": name[:500], "kind": "official"}],
                "evidence": [],
                "draft": {"rule": rule, "confidence": 85},
            }
            self._sections["actors"].append(found)
        self._names.setdefault(name, found)
        if evidence:
            found.setdefault("evidence", []).append(evidence)
        return str(found["key"])

    def _called_shorter(self, name: str, kind: str) -> Item | None:
        """Return the person whom the text calls so without a middle name."""
        words = name.replace(".", "").split()
        if kind != "person" or len(words) <= len(("first", "last")):
            return None
        found = self._names.get(f"{words[0]} {words[-1]}")
        if found is not None:
            found.setdefault("names", []).append({"name": name, "kind": "alias"})
        return found

    def _known(self, name: str, kind: str) -> Item | None:
        """Return the actor of the draft, or of the database, that the gazetteer knows by this name."""
        sense = self._sense(name, kind)
        if sense is None:
            return None
        entry = sense.entry
        actors = self._sections["actors"]
        found = self._names.get(entry.name) or next(
            (each for each in actors if each["key"] == entry.key), None
        )
        return found or (self._of_database(entry) if entry.known and entry.key not in self._keys else None)

    def _of_database(self, entry: Entry) -> Item:
        self._keys.add(entry.key)
        item: Item = {"key": entry.key, "kind": entry.kind, "label": entry.name}
        item |= {"evidence": [], "draft": {"rule": "gazetteer.database", "confidence": 95}}
        self._sections["actors"].append(item)
        return item

    def _sense(self, name: str, kind: str) -> Sense | None:
        """Whom the gazetteer means by a name, a record of the database first; no author is *Paris* or *French*."""
        hows = _OF_AUTHORS if kind == "person" else _OF_PUBLISHERS
        senses = [sense for sense in self._gazetteer.senses(name) if sense.how in hows]
        return next((sense for sense in senses if sense.entry.known), senses[0] if senses else None)

    def _is_city(self, name: str) -> bool:
        """Whether a name is that of a place, and of nobody."""
        hows = {sense.how for sense in self._gazetteer.senses(name)}
        return "place" in hows and hows.isdisjoint(_OF_PUBLISHERS)

    def _kind_by_words(self, name: str, kind: str) -> str:
        """The kind of an actor whom nobody knows, by the words of its name: an author may be a ministry."""
        words: list[str] = re.findall(r"\w+", name)
        if kind == "person" and words and words[0] in self._gazetteer.given_names:
            return kind  # *Margaret Court*
        return next((HEADS[word] for word in reversed(words) if word in HEADS), kind)

    def _kind(self, citation: Citation, url: str | None, publisher: str | None) -> str:
        if url and _SOCIAL.match(url):
            return "social_post"
        if citation.title and _INTERVIEW.match(citation.title.text):
            return "interview"
        is_of_a_day = citation.published is not None and citation.published.precision == "day"
        actor = next((actor for actor in self._sections["actors"] if actor["key"] == publisher), None)
        if actor and actor["kind"] in _OFFICIAL:
            return "official_document"
        if actor and actor["kind"] == "media" and (url or is_of_a_day):
            return "news"
        return "web_page" if url else "report" if is_of_a_day else "book"

    # --- titles that are speech --------------------------------------------------------------------------

    def _speech(
        self, note: Note, citation: Citation, kind: str, authors: list[str], publisher: str | None
    ) -> None:
        """Add what a title quotes: a post is its author's words, `Outlet: …` those of the outlet."""
        if citation.title is None:
            return
        title = citation.title.text
        piece = self._evidence(note, citation, citation.title)
        relayed = _RELAYED.match(title)
        if kind == "social_post" and authors:
            self._statement(authors, title, piece, medium="social_post", rule="citation.post")
        elif relayed and (speaker := self._known_media(relayed["name"])) and speaker != publisher:
            words = title[relayed.end() :]
            part = Piece(relayed["name"], citation.title.start, citation.title.start + len(relayed["name"]))
            self._actor(relayed["name"], "media", self._evidence(note, citation, part))
            self._statement(
                [speaker], words, piece, medium="news_report", rule="citation.relayed", relay=publisher
            )
        self._headline(title, note, citation)

    def _known_media(self, name: str) -> str | None:
        sense = next((s for s in self._gazetteer.senses(name) if s.entry.kind == "media"), None)
        return self._actor(name, "media", None) if sense else None

    def _statement(
        self,
        speakers: list[str],
        words: str,
        piece: Item,
        *,
        medium: str,
        rule: str,
        relay: str | None = None,
    ) -> None:
        item: Item = {
            "key": self._new_key(f"{speakers[0]} {' '.join(words.split()[:6])}"),
            "speaker": speakers,
            "form": "verbatim",
        }
        item |= {"verbatim": words, "truncated": words.rstrip(".").endswith(("…", "..")), "medium": medium}
        item |= {
            "reported_by": [relay] if relay else [],
            "evidence": [piece],
            "draft": {"rule": rule, "confidence": 80},
        }
        self._sections["statements"].append(
            {name: value for name, value in item.items() if value not in ([], False)}
        )

    def _headline(self, title: str, note: Note, citation: Citation) -> None:
        """Let a quotation in a headline support the statement that quotes the same words."""
        for quotation in find_quotations(title):
            words = title[slice(*quotation.inner)]
            for statement in self._sections["statements"]:
                if str(statement.get("verbatim", "")).casefold() == words.casefold() and citation.title:
                    start = citation.title.start + quotation.start
                    part = Piece(
                        title[quotation.start : quotation.end], start, citation.title.start + quotation.end
                    )
                    statement["evidence"].append(
                        {**self._evidence(note, citation, part), "relation": "supports"}
                    )
