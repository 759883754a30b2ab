"""geodb’s own extractor: rules, a gazetteer, and weights of words for what no rule reads; nothing random."""

from __future__ import annotations

from geodb.sources.article.extract.assessments.assessments import assessment_items
from geodb.sources.article.extract.cast import Cast, Member
from geodb.sources.article.extract.event import Event, event_items
from geodb.sources.article.extract.events.event_relations import event_relation_items
from geodb.sources.article.extract.events.events import find_events
from geodb.sources.article.extract.figures.figures import figure_items
from geodb.sources.article.extract.gazetteer import Gazetteer
from geodb.sources.article.extract.initiatives.initiatives import find_initiatives, initiative_items
from geodb.sources.article.extract.initiatives.targets import target_items
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.names.headlines import read_headlines
from geodb.sources.article.extract.names.mentions import Reader
from geodb.sources.article.extract.names.relations import relation_items
from geodb.sources.article.extract.page import Item, Page, Sections, filled
from geodb.sources.article.extract.statements.advice import advice_items
from geodb.sources.article.extract.statements.sayings import statement_items
from geodb.sources.article.extract.statements.statements import find_statements
from geodb.sources.article.model import Article
from geodb.sources.article.structure import Structure

_MOST_EVIDENCE = 40


class RuleExtractor:
    """Drafts by rules, in the order in which facts lean on one another."""

    coder = "geodb-draft/1"

    def extract(self, article: Article, structure: Structure, gazetteer: Gazetteer) -> Sections:
        """Return what the rules find."""
        page, keys = Page(article, structure), Keys()
        cast = Cast(keys)
        read_headlines(page, gazetteer)
        Reader(page, gazetteer, cast).read()
        self.recognize(page, cast)
        statements = find_statements(page, cast)
        initiatives = find_initiatives(page, cast, keys)
        events = find_events(page, cast, keys, initiatives, statements)
        sections: Sections = {
            "events": event_items(page, cast, events),
            "statements": statement_items(page, cast, keys, statements, events),
            "initiatives": initiative_items(page, initiatives, events),
        }
        sections["actor_relations"] = relation_items(page, cast, keys)
        sections["event_relations"] = event_relation_items(page, keys, events)
        sections["targets"] = target_items(page, initiatives)
        sections["assessments"] = assessment_items(page, keys, statements, sections)
        sections["statements"] += advice_items(page, keys, statements)
        sections["figures"] = figure_items(page, cast, keys, events, sections)
        return {**_members(page, cast, events), **sections}

    def recognize(self, page: Page, cast: Cast) -> None:
        """Add mentions that come from elsewhere than the gazetteer and the rules: here from nowhere."""


def _members(page: Page, cast: Cast, events: list[Event]) -> Sections:
    used = {place for event in events for place in event.places}
    places = [
        member
        for key, member in cast.places.items()
        if key in used or (member.kind != "country" and not member.key.endswith("-country"))
    ]
    return {
        "actors": [_member(page, member) for member in cast.actors.values()],
        "offices": [_member(page, member) for member in cast.offices.values()],
        "holdings": [_holding(page, cast, *each) for each in cast.holdings],
        "places": [_member(page, member) for member in places],
    }


def _member(page: Page, member: Member) -> Item:
    item: Item = {"key": member.key}
    if member.kind != "office":
        item["kind"] = member.kind
    item["label"] = member.name
    if not member.known:
        # Not primary: the database may hold the record already, under another name that is.
        item["names"] = [{"name": name, "kind": kind} for name, kind in member.names.items()]
    if member.country:
        item["country"] = member.country
    if member.organization:
        item["organization"] = member.organization
    item["evidence"] = [page.evidence(*at) for at in _chosen(page, member)]
    item["draft"] = {"rule": member.rule, "confidence": member.confidence}
    return filled(item)


def _chosen(page: Page, member: Member) -> list[tuple[int, int, int]]:
    """Return the first mention of each form in each paragraph: enough to see them all, and no more."""
    chosen: dict[tuple[int, str], tuple[int, int, int]] = {}
    for no, start, end in member.mentions:
        chosen.setdefault((no, page.article.paragraphs[no - 1].text[start:end]), (no, start, end))
    return sorted(chosen.values())[:_MOST_EVIDENCE]


def _holding(page: Page, cast: Cast, holder: str, office: str) -> Item:
    at = cast.holdings[holder, office]
    return {
        "holder": holder,
        "office": office,
        "status": "attested",
        "evidence": [page.evidence(*at)],
        "draft": {"rule": "office.title", "confidence": cast.offices[office].confidence},
    }
