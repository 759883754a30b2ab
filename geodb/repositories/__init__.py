"""Typed questions and changes, one repository per aggregate, all of one session.

with db.transaction(reason="new evidence", user="ann") as session:
geo = Repositories(session)
trump = geo.actors.get("geodb:donald-trump")
"""

from __future__ import annotations

from functools import cached_property

from sqlalchemy.orm import Session

from geodb.repositories.actors import Actors, Offices
from geodb.repositories.assessments import Assessments, Scenario, TrackRecord
from geodb.repositories.claims import Best, Claims
from geodb.repositories.codes import Code, Codes
from geodb.repositories.events import Events
from geodb.repositories.imports import Imports
from geodb.repositories.initiatives import Initiatives, InitiativeTree
from geodb.repositories.merges import MergeConflict, Merges
from geodb.repositories.names import NameMatch
from geodb.repositories.places import Places
from geodb.repositories.progress import Observed, TargetProgress
from geodb.repositories.records import Records
from geodb.repositories.selection import Selection
from geodb.repositories.sources import Documents, FirstReport, Sources
from geodb.repositories.statements import StatementQuery, Statements

__all__ = [
    "Actors",
    "Assessments",
    "Best",
    "Claims",
    "Code",
    "Codes",
    "Documents",
    "Events",
    "FirstReport",
    "Imports",
    "InitiativeTree",
    "Initiatives",
    "MergeConflict",
    "Merges",
    "NameMatch",
    "Observed",
    "Offices",
    "Places",
    "Records",
    "Repositories",
    "Scenario",
    "Selection",
    "Sources",
    "StatementQuery",
    "Statements",
    "TargetProgress",
    "TrackRecord",
]


class Repositories:
    """All repositories of one session, each made when it is first asked for."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def records(self) -> Records:
        """Records of any kind."""
        return Records(self.session)

    @cached_property
    def actors(self) -> Actors:
        """Persons, states, organizations and groups."""
        return Actors(self.session)

    @cached_property
    def offices(self) -> Offices:
        """Posts apart from their holders."""
        return Offices(self.session)

    @cached_property
    def places(self) -> Places:
        """Countries, cities, regions and sites."""
        return Places(self.session)

    @cached_property
    def events(self) -> Events:
        """What happened, goes on, is planned or did not occur."""
        return Events(self.session)

    @cached_property
    def statements(self) -> Statements:
        """Who said what."""
        return Statements(self.session)

    @cached_property
    def initiatives(self) -> Initiatives:
        """Agreements, plans and programmes, and their targets."""
        return Initiatives(self.session)

    @cached_property
    def assessments(self) -> Assessments:
        """Judgments, forecasts and scenarios."""
        return Assessments(self.session)

    @cached_property
    def claims(self) -> Claims:
        """Disputed values, and the best of them by a rule."""
        return Claims(self.session)

    @cached_property
    def sources(self) -> Sources:
        """Sources and the evidence they give."""
        return Sources(self.session)

    @cached_property
    def documents(self) -> Documents:
        """The texts we hold of sources."""
        return Documents(self.session)

    @cached_property
    def codes(self) -> Codes:
        """Code lists, ontologies and crosswalks."""
        return Codes(self.session)

    @cached_property
    def merges(self) -> Merges:
        """Records that turn out to be one, and those that do not."""
        return Merges(self.session)

    @cached_property
    def imports(self) -> Imports:
        """Who loaded what."""
        return Imports(self.session)
