from __future__ import annotations

import json
from pathlib import Path

import pytest

from geodb.dossier.fields import Ref
from geodb.dossier.resolve import read_dossier
from geodb.errors import DossierError
from geodb.types import Key, Span
from tests.unit.dossier.conftest import ARTICLE, HEAD, Problems, Write

STATEMENT = """\
    statements:
      - key: no-deal
        speaker: Bob
        targets: {ann: negative}
        form: mixed
        verbatim: no deal
        marker: "[1]"
        evidence: [{p: 2, quote: Bob said “no deal”}]
"""


def test_a_quote_becomes_a_span_with_its_context(write: Write) -> None:
    resolved = read_dossier(write(STATEMENT))
    passage = next(passage for passage in resolved.passages if passage.record == "no-deal")
    assert (passage.span, passage.exact) == (Span(2, 0, 18), "Bob said “no deal”")
    assert (passage.prefix, passage.suffix) == ("", " on Monday.")
    assert (passage.marker, passage.relation, passage.coder) == ("[1]", "supports", "human")


def test_content_and_key_are_taken_from_what_is_there(write: Write) -> None:
    resolved = read_dossier(write(STATEMENT))
    assert resolved.dossier.statements[0].content == "Bob said “no deal”"
    assert resolved.dossier.key == "two-people"
    assert resolved.dossier.article
    assert (resolved.dossier.article.key, resolved.document_key) == ("two-people", "two-people.text")


def test_a_reference_may_be_a_key_or_a_name_inside_the_dossier(write: Write) -> None:
    resolved = read_dossier(write(STATEMENT))
    assert resolved.key(Ref("Bob", "actor")) == resolved.key(Ref("bob", "actor")) == Key("test", "bob")
    assert resolved.lookups == ()


def test_what_the_dossier_does_not_hold_is_looked_up_elsewhere(write: Write) -> None:
    events = """\
        events:
          - key: meeting
            kind: meeting
            label: They meet
            participants:
              - {actor: geodb:cay, role: host}
              - {actor: Cay Ces, role: visitor}
              - {actor: dee, role: guest}
    """
    resolved = read_dossier(write(events))
    assert [(str(found.ref), found.ref.kind, found.key) for found in resolved.lookups] == [
        ("geodb:cay", "actor", Key("geodb", "cay")),
        ("Cay Ces", "actor", None),
        ("dee", "actor", Key("test", "dee")),
    ]
    where = resolved.problem(resolved.lookups[1].path, "there is no such actor", value="Cay Ces")
    assert where.field == "events[0].participants[1].actor"
    assert where.line == 15
    assert where.file
    assert where.file.endswith("two-people/dossier.yaml")


def test_codes_are_named_with_their_list_and_place(write: Write) -> None:
    codes = "plover: CONSULT/phone, cameo: 041, contexts: [legal]"
    events = f"events: [{{key: call, kind: phone_call, label: Call, {codes}}}]"
    uses = {(use.code.code_list, str(use.code)) for use in read_dossier(write(events)).codes}
    assert {("event_kind", "phone_call"), ("event_status", "occurred"), ("taxonomy:cameo", "041")} <= uses
    plover = {code for code_list, code in uses if code_list == "taxonomy:plover"}
    assert plover == {"CONSULT", "CONSULT/phone", "legal"}


def test_relations_inside_an_event_are_records_with_keys_of_their_own(write: Write) -> None:
    events = """\
        events:
          - key: call
            kind: phone_call
            label: Call
            relations: [{kind: part_of, to: talks, evidence: [{p: 1, quote: again}]}]
          - {key: talks, kind: process, label: Talks}
    """
    resolved = read_dossier(write(events))
    assert resolved.labels["call--part-of--talks"] == "Call: part of Talks"
    assert [passage.span for passage in resolved.passages if passage.record.kind == "event_relation"] == [
        Span(1, 28, 33)
    ]


def test_the_article_is_split_at_line_ends_and_otherwise_kept(write: Write) -> None:
    raw = b"\xef\xbb\xbfOne.\r\n\r\n[1] Two\xc2\xa0e\xcc\x81.\n"
    head = HEAD.replace(", evidence: [{p: 2, quote: Bob}]", "")
    document = read_dossier(write(head=head, article=raw)).document
    assert document
    assert [(p.no, p.kind, p.start, p.text) for p in document.paragraphs] == [
        (1, "body", 0, "One."),
        (2, "body", 5, ""),
        (3, "footnote", 6, "[1] Two\u00a0e\u0301."),
        (4, "body", 18, ""),
    ]
    assert document.normalization == "bom,crlf"
    assert document.sha256 != document.original_sha256


def test_json_reads_like_yaml(write: Write, tmp_path: Path) -> None:
    write()
    file = tmp_path / "two-people" / "again.json"
    value = {"dossier": 1, "dataset": "test", "actors": [{"key": "ann", "kind": "person", "label": "Ann"}]}
    file.write_text(json.dumps(value), encoding="utf-8")
    assert read_dossier(file).labels == {"ann": "Ann"}
    assert read_dossier(file).dossier.key == "again"


def test_a_dossier_is_found_by_its_folder(write: Write, tmp_path: Path) -> None:
    folder = write()
    assert read_dossier(str(folder)).file == str(folder / "dossier.yaml")
    (folder / "dossier.json").write_text("{}", encoding="utf-8")
    for path, message in [
        (folder, "more than one dossier"),
        (tmp_path, "holds no dossier"),
        (tmp_path / "x", "no such file or folder"),
    ]:
        with pytest.raises(DossierError, match=message):
            read_dossier(path)


def test_a_passage_that_stands_twice_can_be_chosen(write: Write) -> None:
    claim = "claims: [{on: bob, attribute: country, value: 7, evidence: [{p: 1, quote: Ann met, nth: 2}]}]"
    passage = read_dossier(write(claim)).passages[-1]
    assert (passage.span, passage.claim, passage.attribute) == (Span(1, 16, 23), 0, "country")


def test_all_problems_are_told_at_once_in_the_order_of_the_file(problems: Problems) -> None:
    found = problems("""\
        offices:
          - {key: bob, label: Post}
          - {key: chair, label: Chair, organization: title, evidence: [{p: 1, quote: Bob met}]}
    """)
    assert [(problem.line, problem.field) for problem in found] == [
        (10, "offices[0].key"),
        (11, "offices[1].organization"),
        (11, "offices[1].evidence[0].quote"),
    ]


def test_the_article_of_the_fixture_is_what_the_tests_think_it_is() -> None:
    assert ARTICLE.split("\n")[0][16:23] == "Ann met"
