"""Whether the codes and datasets that dossiers use exist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler
from sqlalchemy import literal, select, union_all
from sqlalchemy.dialects.postgresql import insert

from geodb.dossier.resolve import ResolvedDossier
from geodb.errors import Problem
from geodb.models import CODE_TABLES, Country, Dataset, Taxonomy, Term

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

_SUGGESTIONS = 3
_SIMILAR = 0.75
_TERMS_OF = "taxonomy:"


def unknown_codes(session: Session, sources: Sequence[ResolvedDossier]) -> Iterator[Problem]:
    """Yield a problem, with the nearest codes, for every use of a code that does not exist."""
    known = _known(session, {use.code.code_list for source in sources for use in source.codes})
    for source in sources:
        for use in source.codes:
            if str(use.code) not in known[use.code.code_list]:
                name = use.code.code_list.removeprefix(_TERMS_OF)
                hint = f"{_meant(str(use.code), known[use.code.code_list])}`geodb codes {name}` lists all"
                yield source.problem(use.path, f"not a code of {name}", value=str(use.code), hint=hint)


def _meant(code: str, known: set[str]) -> str:
    near = process.extract(
        code, sorted(known), scorer=JaroWinkler.similarity, limit=_SUGGESTIONS, score_cutoff=_SIMILAR
    )
    return f"did you mean {' or '.join(name for name, _, _ in near)}? " if near else ""


def unknown_datasets(session: Session, sources: Sequence[ResolvedDossier]) -> Iterator[Problem]:
    """Make the datasets that dossiers introduce by a title; yield a problem for others that are unknown."""
    known = set(session.scalars(select(Dataset.prefix)))
    for source in sources:
        dossier = source.dossier
        if dossier.dataset in known:
            continue
        if dossier.dataset_title:
            values = {"prefix": dossier.dataset, "title": dossier.dataset_title}
            session.execute(insert(Dataset).values(values).on_conflict_do_nothing())
            known.add(dossier.dataset)
        else:
            hint = f"give dataset_title to make it, or use one of {', '.join(sorted(known))}"
            yield source.problem(("dataset",), "there is no such dataset", value=dossier.dataset, hint=hint)


def _known(session: Session, lists: set[str]) -> dict[str, set[str]]:
    """The codes of each list, in one query."""
    known: dict[str, set[str]] = defaultdict(set)
    if lists:
        for row in session.execute(union_all(*map(_codes_of, sorted(lists)))):
            known[row[0]].add(row[1])
    return known


def _codes_of(code_list: str) -> Select[str, str]:
    if code_list.startswith(_TERMS_OF):
        terms = select(literal(code_list), Term.code)
        return terms.where(Term.taxonomy_code == code_list.removeprefix(_TERMS_OF))
    if code_list == "country":
        return select(literal(code_list), Country.alpha3)
    if code_list == "taxonomy":
        return select(literal(code_list), Taxonomy.code)
    return select(literal(code_list), CODE_TABLES[code_list].c.code)
