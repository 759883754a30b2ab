"""One dossier made ready to be reviewed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geodb.errors import GeodbError
from geodb.services.review.concerns import KINDS, Concern, concerns_of, told
from geodb.services.review.draft import Draft, read_draft
from geodb.services.review.known import doubts, known_keys

if TYPE_CHECKING:
    from geodb.db.session import Database


@dataclass(frozen=True, slots=True)
class Review:
    """A draft with what to look at, worst first.

    `known` are the keys that the database has already; `compared` says what the draft was compared with.
    """

    draft: Draft
    concerns: tuple[Concern, ...]
    known: frozenset[str]
    compared: str

    @property
    def refused(self) -> int:
        """How many concerns a load would refuse."""
        return sum(concern.refused for concern in self.concerns)


def review_dossier(path: Path | str, database: Database | None, *, absent: str = "") -> Review:
    """Read a dossier and say what to look at; with a database also what that knows of it.

    A database that fails in the middle does not hide the draft: `compared` says so. `absent` says why there
    is no database.

    Raises:
        DossierError: the file cannot be read at all.
    """
    draft = read_draft(path)
    concerns = list(concerns_of(draft))
    known, compared = frozenset[str](), f"not compared with a database: {absent or 'none was asked'}"
    if draft.source is None:
        compared = "not compared with a database: that waits until the dossier keeps to the format"
    elif database is not None:
        try:
            with database.read() as session:
                known = known_keys(session, draft.source)
                concerns += doubts(session, draft.source)
            # Its name alone: the page may be mailed, and the address of a server is nobody else's business.
            compared = f"compared with the database {database.engine.url.database}"
        except GeodbError as error:
            compared = f"not compared with a database: {error.message}"
    else:
        open_names = (
            draft.source.problem(each.path, "not defined here; only a database can tell", value=str(each.ref))
            for each in draft.source.lookups
        )
        concerns += told("name", open_names, refused=False)
    order = list(KINDS)
    ranked = sorted(concerns, key=lambda each: (not each.refused, order.index(each.kind), each.line or 0))
    return Review(draft, tuple(ranked), known, compared)
