"""Codes: our own lists, the published ontologies, and the crosswalks between them."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from sqlalchemy import Select, Table, select
from sqlalchemy.orm import Session

from geodb.db.pgerrors import translated_errors
from geodb.errors import UnknownCode
from geodb.models import CODE_TABLES, Country, Taxonomy, Term, TermMap

Listed = TypeVar("Listed", Country, Taxonomy, Term)


@dataclass(frozen=True, slots=True)
class Code:
    """A code of one of our lists, as facts carry it."""

    code: str
    label: str
    description: str | None
    parent: str | None
    is_retired: bool


class Codes:
    """Our own vocabularies and the ontologies of others. One round trip per verb unless it says otherwise."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def all(self, code_list: str) -> list[Code]:
        """The codes of a list in their order, retired ones last. Raises UnknownCode for the list's name."""
        table = _table(code_list)
        is_retired = table.c.retired_at.is_not(None)
        statement = select(
            table.c.code, table.c.label, table.c.description, table.c.parent_code, is_retired
        ).order_by(is_retired, table.c.sort_order, table.c.code)
        with translated_errors():
            return [Code(*row) for row in self.session.execute(statement)]

    def get(self, code_list: str, code: str) -> Code:
        """One code of a list. Raises UnknownCode with the nearest codes."""
        codes = {known.code: known for known in self.all(code_list)}
        if code not in codes:
            raise UnknownCode(code_list, code, suggestions=get_close_matches(str(code), codes))
        return codes[code]

    def label(self, code_list: str, code: str) -> str:
        """What people call a code. Raises UnknownCode."""
        return self.get(code_list, code).label

    def country(self, alpha3: str) -> Country:
        """A country of ISO 3166. Raises UnknownCode, with the countries that are called so."""
        found = self._find(Country, alpha3)
        if found is None:
            raise UnknownCode("country", alpha3, suggestions=self._countries_like(alpha3))
        return found

    def taxonomy(self, code: str) -> Taxonomy:
        """An ontology with its version and licence. Raises UnknownCode, with the nearest."""
        found = self._find(Taxonomy, code)
        if found is None:
            raise UnknownCode("taxonomy", code, suggestions=self._nearest(code, select(Taxonomy.code)))
        return found

    def term(self, taxonomy: str, code: str) -> Term:
        """A term of an ontology: `term("plover", "CONSULT")`. Raises UnknownCode, with the nearest."""
        found = self._find(Term, (taxonomy, code))
        if found is None:
            codes = select(Term.code).where(Term.taxonomy_code == self.taxonomy(taxonomy).code)
            raise UnknownCode(taxonomy, code, suggestions=self._nearest(code, codes))
        return found

    def terms(self, taxonomy: str, facet: str | None = None) -> list[Term]:
        """The terms of an ontology in their order, or those of one facet of it; retired ones are left out.

        Raises UnknownCode for the ontology.
        """
        statement = select(Term).where(Term.taxonomy_code == taxonomy, Term.retired_at.is_(None))
        if facet is not None:
            statement = statement.where(Term.facet == facet)
        with translated_errors():
            found = list(self.session.scalars(statement.order_by(Term.sort_order, Term.code)))
        if not found:
            self.taxonomy(taxonomy)
        return found

    def crosswalk(self, taxonomy: str, code: str, to: str) -> list[TermMap]:
        """What a term of `taxonomy` is in the ontology `to`: as corrected by us, else as published.

        Empty where the crosswalk has nothing for the term. Raises UnknownCode for the term or an ontology.
        """
        lines = select(TermMap).where(
            TermMap.from_taxonomy_code == taxonomy,
            TermMap.from_code == code,
            TermMap.to_taxonomy_code == to,
            TermMap.retired_at.is_(None),
        )
        with translated_errors():
            found = list(self.session.scalars(lines.order_by(TermMap.to_code)))
        if not found:
            self.term(taxonomy, code)
            self.taxonomy(to)
        return [line for line in found if line.layer == "corrected"] or found

    def _countries_like(self, called: str) -> list[str]:
        names = select(Country.alpha3, Country.alpha2, Country.name)
        with translated_errors():
            known = {name.upper(): row.alpha3 for row in self.session.execute(names) for name in row}
        wanted = str(called).upper()
        close = [wanted] if wanted in known else get_close_matches(wanted, known)
        return list(dict.fromkeys(known[name] for name in close))

    def _nearest(self, code: str, codes: Select[str]) -> list[str]:
        with translated_errors():
            known = {found.upper(): found for found in self.session.scalars(codes)}
        return [known[near] for near in get_close_matches(str(code).upper(), known)]

    def _find(self, model: type[Listed], code: str | tuple[str, str]) -> Listed | None:
        with translated_errors():
            return self.session.get(model, code)


def _table(code_list: str) -> Table:
    try:
        return CODE_TABLES[code_list]
    except KeyError:
        close = get_close_matches(str(code_list), CODE_TABLES)
        raise UnknownCode("code list", code_list, suggestions=close) from None
