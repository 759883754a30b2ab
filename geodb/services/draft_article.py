"""Drafting dossiers from articles, with what the database knows of names, offices and their holders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import ARRAY, Select, Text, func, literal, select

from geodb.dossier.resolve import read_dossier
from geodb.errors import InvalidValue, Problem
from geodb.models import Actor, Document, Place, Record, RecordName, Source
from geodb.sources.article.draft import Draft, draft_dossier, key_for
from geodb.sources.article.draft_yaml import to_yaml
from geodb.sources.article.extract.gazetteer import WORD, Entry, Gazetteer, general_gazetteer
from geodb.sources.article.model import Article
from geodb.sources.article.plugged import open_extractor
from geodb.sources.article.reader import read_article

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause
    from sqlalchemy.orm import Session

    from geodb.db.session import Database

_LONGEST_NAME = 6
_UNNAMED = ("unnamed_group", "unnamed_person")
_HOW = {"acronym": "acronym", "metonym": "metonym"}


def draft_article(
    source: Path | str,
    *,
    db: Database | None = None,
    extractor: str = "rules",
    dataset: str = "geodb",
    key: str | None = None,
) -> tuple[Article, Draft]:
    """Read an article and draft its dossier; without `db`, the general gazetteer is all that is known.

    Raises:
        SourceFormatError: the article cannot be read.
        NotFound: there is no such file or extractor.
    """
    article = read_article(source)
    gazetteer, known = general_gazetteer(), list[Problem]()
    if db is not None:
        with db.read() as session:
            gazetteer = known_gazetteer(session, article, dataset)
            known = list(_known_already(session, article))
    name = None if str(source) == "-" else Path(source).stem
    name = Path(source).resolve().parent.name if name == "article" else name
    draft = draft_dossier(
        article, open_extractor(extractor), gazetteer, key=key or key_for(article, name), dataset=dataset
    )
    return article, replace(draft, problems=(*known, *draft.problems))


def _known_already(session: Session, article: Article) -> Iterator[Problem]:
    """Yield what the database has of an article: its very text, or a page of its address."""
    held = session.scalar(_of(Document.__table__, Document.__table__.c.sha256 == article.sha256))
    if held:
        hint = "a load will refuse the draft unless it has the key of that article"
        yield Problem(f"the database holds this text already, as {held}", hint=hint)
    address = article.metadata.canonical_url
    page = address and session.scalar(
        _of(Source.__table__, Source.__table__.c.canonical_url == address, Record.retracted_at.is_(None))
    )
    if page and not held:
        hint = f"if it is the same article, give the draft that key: {page.partition(':')[2]}"
        yield Problem(f"the database knows the page {address} already, as {page}", hint=hint)


def _of(table: FromClause, *conditions: ColumnElement[bool]) -> Select[str]:
    """Select the keys of the records in a table that some conditions hold for."""
    found = select(Record.key).join_from(table, Record, Record.id == table.c.id)
    return found.where(*conditions).order_by(Record.key).limit(1)


def write_draft(folder: Path, article: Article, draft: Draft, *, check: bool = True) -> Path:
    """Write article.txt and dossier.yaml into `folder`, and read them back as a load would, if `check`.

    The dossier is there whole or not at all, whatever ends the process.

    Raises:
        InvalidValue: the folder holds a dossier already.
        DossierError: the draft is not a valid dossier; both files are left for inspection.
    """
    file = folder / "dossier.yaml"
    if file.exists():
        raise InvalidValue(f"{file} is there already", hint="choose another folder, or remove it")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "article.txt").write_text(article.text, encoding="utf-8", newline="")
    part = folder / "dossier.yaml.part"
    part.write_text(to_yaml(draft.dossier), encoding="utf-8", newline="")
    part.replace(file)
    if check:
        read_dossier(folder)
    return file


def known_gazetteer(session: Session, article: Article, dataset: str) -> Gazetteer:
    """Return the general gazetteer with the actors and places of `dataset` that the article may name."""
    gazetteer = general_gazetteer().copy()
    phrases = sorted(set(_phrases(article)))
    asked = func.unnest(literal(phrases, ARRAY(Text))).table_valued("name", name="asked").render_derived()
    entries: dict[int, Entry] = {}
    for table in (Actor, Place):
        columns = (Record.id, Record.key, Record.label, table.kind_code, table.country_code)
        named = select(*columns, asked.c.name, RecordName.kind_code).select_from(asked)
        named = named.join(RecordName, RecordName.folded == func.geodb.fold_name_v1(asked.c.name))
        named = named.join(Record, Record.id == RecordName.record_id).join(
            table.__table__, table.__table__.c.id == Record.id
        )
        standing = (
            Record.retracted_at.is_(None),
            Record.merged_into_id.is_(None),
            Record.dataset_prefix == dataset,
        )
        named = named.where(*standing, table.__table__.c.kind_code.not_in(_UNNAMED)).order_by(
            Record.key, asked.c.name
        )
        for id_, key, label, kind, country, name, name_kind in session.execute(named):
            if name_kind == "short" and kind == "person":
                continue  # a last name is somebody's only where the article gives the whole name
            entry = entries.setdefault(
                id_,
                Entry(
                    key.partition(":")[2],
                    kind,
                    label,
                    country=country,
                    is_place=table is Place,
                    known=True,
                    label=label,
                ),
            )
            gazetteer.add(entry, name, "place" if table is Place else _HOW.get(name_kind, "name"))
    return gazetteer


def _phrases(article: Article) -> Iterator[str]:
    """Yield whatever in an article may be a name: its byline, and up to six words from a capital on."""
    metadata = article.metadata
    yield from (name for name in (*metadata.authors, metadata.publisher) if name)
    for paragraph in article.paragraphs:
        words = list(WORD.finditer(paragraph.text))
        for number, first in enumerate(words):
            if first[0][0].islower():
                continue
            for last in words[number : number + _LONGEST_NAME]:
                if last.end() - first.start() > 120:  # noqa: PLR2004 - no name is longer
                    break
                yield paragraph.text[first.start() : last.end()]
