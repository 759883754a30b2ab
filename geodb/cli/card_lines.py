"""How the facts and sections of a record read: one line per row, dates and codes in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from geodb.analysis.words import (
    LASTING,
    amount_in_words,
    counted,
    date_in_words,
    duration_in_words,
    number_in_words,
    spoken,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from geodb.analysis.record_card import Card, Row

_OF_ITS_OWN = {"key", "kind", "label"}
_SAID_ELSEWHERE = {"precision", "of_kind", "from_kind", "to_kind"}
_DERIVED = ("_from", "_until", "_key", "_keys")
_CODES = {
    "status",
    "form",
    "medium",
    "judgment_kind",
    "comparator",
    "measure",
    "probability_basis",
    "confidence",
}


def fact_lines(kind: str, facts: Row) -> Iterator[tuple[str, str]]:
    """Name and value of what is known of a record; what only repeats other facts is left out."""
    for column, value in facts.items():
        if value is None or column in _OF_ITS_OWN or column.endswith(_DERIVED):
            continue
        if column in _SAID_ELSEWHERE or (kind == "figure" and column in {"low", "high", "unit"}):
            continue
        yield _fact_name(column), _fact(column, value, facts)


def _fact_name(column: str) -> str:
    if column == "status_edtf":
        return "status since"
    return spoken(re.sub("_(label|labels|edtf)$", "", column))


def _fact(column: str, value: Any, facts: Row) -> str:  # noqa: ANN401 - whatever a view holds
    if column.endswith("_edtf"):
        return date_in_words(value, lasting=facts.get("status") in LASTING)
    if column == "best":
        return _amount(facts)
    if column == "value":
        return amount_in_words(value, facts.get("unit"))
    if column in {"term", "horizon_duration"}:
        return duration_in_words(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return spoken(str(value)) if column in _CODES else str(value)


def knowledge_line(row: Row) -> str:
    """Since when a record was knowable, on whose date that rests, and whether it may be earlier."""
    if row["known_from"] is None:
        return f"not told by dates: {row['why']}"
    day = date_in_words(row["known_from"])
    since = f"by {day}, perhaps earlier" if row["is_upper_bound"] else f"since {day}"
    act = "was read" if row["rests_on"] == "accessed" else "was published"
    marker = f"{row['marker']} " if row["marker"] else ""
    return f"{since}: {marker}{row['source_label']} {act} then"


def section_lines(card: Card) -> Iterator[tuple[str, list[str]]]:
    """Title and lines of each section that has any."""
    for name, rows in card.sections.items():
        if rows:
            yield _title(name), [_LINES[name](row, card.record.key) for row in rows]


def _title(name: str) -> str:
    return spoken(name).capitalize()


def _when(row: Row, column: str = "when_edtf") -> str:
    edtf = row[column]
    return date_in_words(edtf, lasting=row.get("status") in LASTING) if edtf else ""


def _join(*parts: str | None, by: str = " · ") -> str:
    return by.join(part for part in parts if part)


def _amount(row: Row) -> str:
    best, low, high = row["best"], row["low"], row["high"]
    middle = amount_in_words(best, row["unit"]) if best is not None else ""
    bounds = "–".join("?" if side is None else number_in_words(side) for side in (low, high))
    if low is None and high is None:
        return middle
    return _join(middle, f"({bounds})", by=" ") if middle else f"{bounds} {row['unit'] or ''}".rstrip()


def _name(row: Row, _key: str) -> str:
    return _join(row["name"], spoken(row["kind"]), row["lang"], row["script"], _when(row, "valid_edtf"))


def _relation(row: Row, key: str) -> str:
    if row["from_key"] == key:
        return f"{spoken(row['kind'])} {row['to_label']}  ({row['to_key']})"
    return f"{row['from_label']}: {spoken(row['kind'])} this  ({row['from_key']})"


def _actor_relation(row: Row, key: str) -> str:
    pair = f"{row['from_label']} {'→' if row['is_directed'] else '–'} {row['to_label']}"
    other = row["to_key"] if row["from_key"] == key else row["from_key"]
    return f"{_join(spoken(row['kind']), pair, spoken(row['status']), _when(row))}  ({other})"


def _holding(row: Row, who: str) -> str:
    term = "/".join(row[side] or ".." for side in ("start_edtf", "end_edtf"))
    held = date_in_words(term, lasting=True) if term != "../.." else ""
    status = "" if row["status"] == "attested" else spoken(row["status"])
    return f"{_join(row[f'{who}_label'], status, held, _attested(row))}  ({row[f'{who}_key']})"


def _attested(row: Row) -> str:
    first, last = row["first_attested_on"], row["last_attested_on"]
    if first is None:
        return ""
    return f"attested {date_in_words(first if last in {None, first} else f'{first}/{last}')}"


def _event_role(row: Row, key: str) -> str:
    for_whom = ""
    if row.get("on_behalf_of_key") == key:
        for_whom = f"by {row['actor_label']}"
    elif row.get("on_behalf_of_label"):
        for_whom = f"for {row['on_behalf_of_label']}"
    line = _join(row["event_label"], spoken(row["role"]), for_whom, spoken(row["status"]), _when(row))
    return f"{line}  ({row['event_key']})"


def _statement_role(row: Row, _key: str) -> str:
    role = _join(spoken(row["role"]), row["stance"], by=", ")
    by_whom = "" if row["role"] == "speaker" else row["speaker_labels"] or "somebody"
    said = _join(by_whom, row["content"], by=": ")
    return f"{_join(role, said, _when(row))}  ({row['statement_key']})"


def _participant(row: Row, _key: str) -> str:
    as_whom = f"as {row['office_label']}" if row["office_label"] else ""
    for_whom = f"for {row['on_behalf_of_label']}" if row["on_behalf_of_label"] else ""
    return f"{_join(row['actor_label'], spoken(row['role']), as_whom, for_whom)}  ({row['actor_key']})"


def _term(row: Row, _key: str) -> str:
    score = f"score {row['score']:+g}" if row["score"] is not None else ""
    return _join(f"{row['taxonomy']} {row['term']}", row["term_label"], row["facet"], score)


def _condition(row: Row, _key: str) -> str:
    named = f"  ({row['record_key']})" if row["record_key"] else ""
    return f"{'not: ' if row['is_negated'] else ''}{row['text']}{named}"


def _figure(row: Row, _key: str) -> str:
    qualified = _join(row["qualifier"], _amount(row), by=" ")
    as_of = _when(row, "as_of_edtf")
    return f"{_join(spoken(row['measure']), qualified, row['party_label'], as_of)}  ({row['key']})"


def _target(row: Row, _key: str) -> str:
    promise = f"{spoken(row['comparator'])} {amount_in_words(row['value'], row['unit'])}"
    deadline = f"by {date_in_words(row['deadline_edtf'])}" if row["deadline_edtf"] else ""
    return f"{_join(promise, deadline, by=' ')}: {row['metric']}  ({row['key']})"


def _observation(row: Row, _key: str) -> str:
    value = f"{amount_in_words(row['value'], row['unit'])} in {date_in_words(row['as_of_edtf'])}"
    return f"{_join(spoken(row['basis']), value, row['scope'], row['source_label'])}  ({row['source_key']})"


def _party(row: Row, _key: str) -> str:
    joined = f"joined {_when(row, 'joined_edtf')}" if row["joined_edtf"] else ""
    left = f"left {_when(row, 'left_edtf')}" if row["left_edtf"] else ""
    return f"{_join(row['actor_label'], spoken(row['role']), joined, left)}  ({row['actor_key']})"


def _paragraph(row: Row, _key: str) -> str:
    uncited = f"{row['uncited_claims']} of them uncited" if row["uncited_claims"] else ""
    return _join(f"{row['paragraph_no']}", spoken(row["kind"]), counted(row["facts"], "fact"), uncited)


def _reference(row: Row, whom: str) -> str:
    accessed = f"accessed {row['accessed_on']}" if row["accessed_on"] else ""
    return f"{_join(row['marker'], row[f'{whom}_label'], accessed)}  ({row[f'{whom}_key']})"


def _labelled(prefix: str, *codes: str) -> Callable[[Row, str], str]:
    """A line of label, codes in words and key, for rows that need no more."""

    def line(row: Row, _key: str) -> str:
        words = [spoken(str(row[code])) for code in codes if row[code] is not None]
        return f"{_join(row[f'{prefix}label'], *words)}  ({row[f'{prefix}key']})"

    return line


_LINES: dict[str, Callable[[Row, str], str]] = {
    "names": _name,
    "external_ids": lambda row, _: f"{row['scheme']} {row['value']}",
    "topics": lambda row, _: str(row["topic_label"]),
    "about": _labelled("subject_", "subject_kind"),
    "spoken_of_in": _labelled("record_", "record_kind"),
    "relations": _relation,
    "statuses": lambda row, _: _join(spoken(row["status"]), _when(row), row["by_event_label"]),
    "figures": _figure,
    "claims": lambda row, _: _join(
        f"{row['attribute']} = {row['value']}", row["rank"], row["source_label"], row["reason"]
    ),
    "condition_of": lambda row, _: f"{row['text']}  ({row['assessment_key']})",
    "notes": lambda row, _: f"{spoken(row['kind'])}: {row['text']}",
    "merged": lambda row, _: f"{row['key']}: {row['reason']}",
    "offices_held": lambda row, _: _holding(row, "office"),
    "offices": _labelled(""),
    "actor_relations": _actor_relation,
    "events": _event_role,
    "initiatives": _labelled("initiative_", "role", "status"),
    "statements": _statement_role,
    "assessments": lambda row, _: f"{spoken(row['kind'])}: {row['text']}  ({row['key']})",
    "publications": _labelled("", "kind"),
    "ratings": lambda row, _: _join(
        f"{row['reliability']} {row['reliability_label']}", row["rated_by"], row["rated_on"]
    ),
    "holders": lambda row, _: _holding(row, "holder"),
    "statements_in_office": lambda row, _: (
        f"{_join(row['speaker_labels'], row['content'], by=': ')}  ({row['key']})"
    ),
    "events_here": _event_role,
    "places_within": _labelled("", "kind"),
    "participants": _participant,
    "places": _labelled("place_", "role"),
    "terms": _term,
    "said_here": lambda row, _: f"{_join(row['speaker_labels'], row['content'], by=': ')}  ({row['key']})",
    "launched": _labelled("", "kind", "status"),
    "actors": _labelled("actor_", "role", "stance"),
    "reports": lambda row, _: f"{spoken(row['kind'])}: {row['text']}  ({row['key']})",
    "conditions": _condition,
    "outcomes": lambda row, _: f"{_join(row['wording'], row['text'], row['outcome'])}  ({row['key']})",
    "resolutions": lambda row, _: _join(
        spoken(row["outcome"]), row["resolved_on"], row["event_label"], row["reason"]
    ),
    "parties": _party,
    "parts": _labelled("", "kind", "status"),
    "targets": _target,
    "observations": _observation,
    "authors": _labelled("author_"),
    "documents": _labelled("", "lang"),
    "cited_in": lambda row, _: _reference(row, "document"),
    "speaks_for": lambda row, _: counted(row["records"], spoken(row["record_kind"])),
    "paragraphs": _paragraph,
    "references": lambda row, _: _reference(row, "cited_source"),
}
