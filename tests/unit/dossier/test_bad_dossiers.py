from __future__ import annotations

from pathlib import Path

import pytest

from geodb.dossier import files
from geodb.dossier.resolve import read_dossier
from geodb.errors import DossierError
from tests.unit.dossier.conftest import HEAD, Problems, Write

EVENT = "events: [{key: e, kind: meeting, label: E, %s}]"
FIGURE = "figures: [{of: ann, key: f, measure: troops, unit: persons, %s}]"
STATEMENT = "statements: [{key: s, speaker: ann, %s}]"
ASSESSMENT = "assessments: [{key: a, text: It will rain, %s}]"
HOLDING = "holdings: [{office: geodb:chair, holder: ann, %s}]"


@pytest.mark.parametrize(
    ("more", "line", "message", "hint"),
    [
        ("note: [", 10, "not YAML: ", "indentation"),
        ("key: a: b", 9, "not YAML: ", "indentation"),
        ("note: !!python/object:os.system x", 9, "tag", "plain value"),
        ("note: ! x", 9, "the tag ! is not allowed", "plain value"),
        ("note: &a x", 9, "anchors and aliases", "write the value out"),
        ("note: *a", 9, "anchors and aliases", "write the value out"),
        ("dossier: 1", 9, "'dossier' stands here twice", "keep one"),
        ("[a]: b", 9, "a key must be a word", None),
        ("---\na: 1", 9, "there is a second document", "one file"),
        ('note: "a\\0b"', 9, "holds a NUL", "take it out"),
        ("note: " + "9" * 5000, 9, "a number of 5,000 digits", "Quote it"),
        ("note: " + "[" * 40 + "]" * 40, 9, "nested deeper", None),
    ],
)
def test_what_is_not_plain_yaml_is_refused_with_its_line(
    problems: Problems, more: str, line: int, message: str, hint: str | None
) -> None:
    (problem,) = problems(more)
    assert message in problem.message
    assert problem.line == line
    assert hint is None or hint in (problem.hint or "")


def test_a_part_that_is_never_closed_is_told_with_where_it_begins(problems: Problems) -> None:
    (problem,) = problems('places:\n  - {key: p, label: "P}\n  - {key: q, label: "Q"}')
    assert "from line 10 on, where this part begins" in (problem.hint or "")


@pytest.mark.parametrize(
    ("more", "field", "message", "hint"),
    [
        ("actor: []", "actor", "unknown field", "did you mean actors?"),
        (EVENT % "titel: x", "events[0].titel", "unknown field", "fields here"),
        (EVENT % "wen: 2025", "events[0].wen", "unknown field", "did you mean when?"),
        ("places: [{key: p, kind: city}]", "places[0]", "needs a label", None),
        (
            "places: [{key: P x, kind: city, label: P}]",
            "places[0].key",
            "not written as",
            "a key is of small letters",
        ),
        ("places: [{kind: city, label: P}]", "places[0].key", "is missing", None),
        ("places: [{key: p, kind: city, label: P, latitude: 1}]", "places[0]", "come together", None),
        (
            "places: [{key: p, kind: city, label: P, latitude: 91, longitude: 0}]",
            "places[0].latitude",
            "this must be at most 90",
            None,
        ),
        (EVENT % "when: 12.02.2025", "events[0].when", "not a date in EDTF", "write 2025-02-12"),
        (EVENT % "when: 2025-02-15/2025-02-12", "events[0].when", "ends before it starts", "earlier"),
        (EVENT % "relations: [{kind: part_of, to: e}]", "events[0]", "the same record", None),
        (EVENT % "plover: phone", "events[0].plover", "not written as", "its pattern is"),
        ("places: [{key: p, kind: , label: P}]", "places[0].kind", "this has no value", "take the field out"),
        (EVENT % "summary: 5", "events[0].summary", "this must be text", 'quotation marks: "5"'),
        (EVENT % "summary: [1]", "events[0].summary", "this must be text", 'quotation marks: "[1]"'),
        (EVENT % "summary: true", "events[0].summary", "this must be text", 'quotation marks: "true"'),
        (
            EVENT % "summary: one, Bob Quy",
            "events[0].Bob Quy",
            "unknown field",
            "with a comma has to be in quotation",
        ),
        (
            STATEMENT % "form: implied, content: x, language: English",
            "statements[0].language",
            "not written",
            "as in en",
        ),
        (HOLDING % "first_attested: 2025-02-30", "holdings[0].first_attested", "no such day", None),
        (FIGURE % "low: 5, high: 4", "figures[0]", "low <= best <= high", None),
        (FIGURE % "best: 5, high: 4", "figures[0]", "low <= best <= high", None),
        (FIGURE % "qualifier: many", "figures[0]", "give best, low or high", None),
        (FIGURE % "best: .nan", "figures[0].best", "", None),
        (FIGURE % "best: 1e400", "figures[0].best", "finite", None),
        (FIGURE % "best: 1e308", "figures[0].best", "below 1e300", "mistyped"),
        (FIGURE % f"best: {'9' * 400}", "figures[0].best", "below 1e300", None),
        (FIGURE % f"best: '0.{'1' * 301}'", "figures[0].best", "300 digits", None),
        ("claims: [{on: ann, attribute: country, value: [1, 1e308]}]", "claims[0].value", "finite", None),
        (EVENT % "when: [2025, 2026]", "events[0].when", "a date in EDTF", "in quotation marks"),
        (EVENT % "when: {..2024}", "events[0].when", "a date in EDTF", "in quotation marks"),
        (EVENT % "when: 1e3", "events[0].when", "a date in EDTF", "in quotation marks"),
        (EVENT % "participants: {actor: 5}", "events[0].participants", "this must be a list", None),
        (EVENT % "participants: [ann]", "events[0].participants[0]", "field: value", None),
        (EVENT % "summary: [a]", "events[0].summary", "this must be text", None),
        (HOLDING % "start: 2025, end: 2024", "holdings[0]", "ends before it starts", "earlier"),
        (HOLDING % "first_attested: 2025-02-12, last_attested: 2025-02-11", "holdings[0]", "before", None),
        (HOLDING % "first_attested: 2025", "holdings[0].first_attested", "one day", "2025-02-15"),
        (STATEMENT % "form: verbatim, content: x", "statements[0]", "needs verbatim", None),
        (
            STATEMENT % "form: mixed, content: x, verbatim: y",
            "statements[0]",
            "neither in the content",
            "copy the words exactly",
        ),
        (STATEMENT % "form: implied", "statements[0].content", "is missing: write it", None),
        (
            "statements: [{key: s, speaker: [], form: implied, content: x}]",
            "statements[0].speaker",
            "at least 1",
            None,
        ),
        (ASSESSMENT % "kind: scenario_outcome", "assessments[0]", "parent", None),
        (ASSESSMENT % "kind: forecast, parent: b", "assessments[0]", "parent", None),
        (
            ASSESSMENT % "kind: scenario",
            "assessments[0]",
            "needs conditions",
            'own name: conditions: [{text: "It will rain"}]',
        ),
        (ASSESSMENT % "kind: forecast, judgment_kind: intent", "assessments[0]", "only a judgment", None),
        (
            ASSESSMENT % "kind: forecast, probability: {low: 0.8, high: 0.6, basis: phia}",
            "assessments[0].probability",
            "low is above high",
            None,
        ),
        (
            ASSESSMENT % "kind: forecast, probability: {low: -6, high: 1, basis: phia}",
            "assessments[0].probability.low",
            "at least 0",
            None,
        ),
        ("actor_relations: [{from: ann, to: ann, kind: rivalry}]", "actor_relations[0]", "same actor", None),
        (
            f"actor_relations: [{{from: {'a' * 100}, to: {'b' * 100}, kind: rivalry}}]",
            "actor_relations[0]",
            "too long",
            "a key of its own",
        ),
        ("offices: [{key: o, label: O, evidence: [{p: 1}]}]", "offices[0].evidence[0]", "both p", None),
        ("offices: [{key: o, label: O, evidence: [{}]}]", "offices[0].evidence[0]", "where it stands", None),
        ("notes: [{on: ann, text: ' '}]", "notes[0].text", "this is empty", None),
        (
            "targets: [{key: t, label: T, initiative: i, metric: m, measure: money, value: x, unit: usd}]",
            "targets[0].value",
            "decimal",
            None,
        ),
        (
            "initiatives: [{key: i, label: I, kind: plan, term: 10 years}]",
            "initiatives[0].term",
            "not written as",
            "written as P10Y",
        ),
        (
            "offices: [{key: o, names: [{name: A, primary: true}, {name: B, primary: true}]}]",
            "offices[0].names",
            "both primary",
            None,
        ),
    ],
)
def test_a_wrong_value_is_named_with_its_field(
    problems: Problems, more: str, field: str, message: str, hint: str | None
) -> None:
    found = problems(more)
    assert [problem.field for problem in found] == [field]
    assert found[0].line == 9
    assert message in found[0].message
    assert hint is None or hint in (found[0].hint or "")


@pytest.mark.parametrize(
    ("quote", "message", "hint"),
    [
        ("{p: 2, quote: no dael}", "the quote is not in paragraph 2", "p2: “no deal”"),
        ("{p: 1, quote: no deal}", "the quote is not in paragraph 1", "it stands in paragraph 2"),
        ("{p: 2, quote: zzzzzzzz}", "the quote is not in paragraph 2", "nothing in the article is like it"),
        ("{p: 1, quote: Ann met}", "the quote stands 2 times in paragraph 1", "nth: 2 is at 16"),
        ("{p: 1, quote: Ann met, nth: 3}", "the quote stands 2 times in paragraph 1, so there is no 3", "1"),
        (
            "{p: 2, quote: no deal, nth: 2}",
            "the quote stands once in paragraph 2, so there is no 2",
            "take nth",
        ),
        (
            '{p: 2, quote: "no\\u00a0deal"}',
            "the quote is not in paragraph 2",
            "it differs only in characters that look the same: U+00A0 in the quote",
        ),
        ("{p: 4, quote: Ann}", "there is no paragraph 4: the article has 3", ""),
    ],
)
def test_a_quote_that_cannot_be_placed_says_where_it_may_be(
    problems: Problems, quote: str, message: str, hint: str
) -> None:
    (problem,) = problems(f"offices: [{{key: o, label: O, evidence: [{quote}]}}]")
    assert (problem.field, problem.line) == ("offices[0].evidence[0].quote", 9)
    assert problem.message == message
    assert hint in (problem.hint or "")


@pytest.mark.parametrize(
    ("article", "quote", "told"),
    [
        ("He is a\u00a0man", "a man", "U+00A0 at 7"),
        ("In Zu\u0308rich", "Z\u00fcrich", "U+00FC in the quote, U+0308 at 5"),
        ("In Z\u00fcrich", "Zu\u0308rich", "U+00FC at 4"),
        ("In \u200bKiev\u00ad, now", "n Kiev, n", "U+200B at 3, U+00AD at 8"),
        ("In Kiev", "In K\u200biev", "U+200B in the quote"),
    ],
)
def test_a_quote_that_only_looks_the_same_says_where_it_differs(
    problems: Problems, article: str, quote: str, told: str
) -> None:
    head = HEAD.partition("references:")[0]
    offices = f'offices: [{{key: o, label: O, evidence: [{{p: 1, quote: "{quote}"}}]}}]'
    (problem,) = problems(offices, head=head, article=article)
    assert problem.hint == f"it differs only in characters that look the same: {told}"


@pytest.mark.parametrize(
    ("more", "field", "message"),
    [
        ("offices: [{key: ann, label: O}]", "offices[0].key", "two kinds, actor and office"),
        ("offices: [{key: o, label: O}, {key: o, label: P}]", "offices[1].key", "two records of kind office"),
        ("offices: [{key: two-people, label: O}]", "offices[0].key", "two kinds, source and office"),
        ("places: [{key: p, kind: city, label: P, parent: p}]", "places[0].parent", "the record itself"),
        ("places: [{key: p, kind: city, label: P, parent: P}]", "places[0].parent", "the record itself"),
        (
            "initiatives: [{key: i, kind: plan, label: I, parent: test:i}]",
            "initiatives[0].parent",
            "the record itself",
        ),
        (STATEMENT % "form: implied, content: x, about: s", "statements[0].about", "the record itself"),
        (
            STATEMENT % "form: implied, content: x, canonical: s",
            "statements[0].canonical",
            "the record itself",
        ),
        (ASSESSMENT % "kind: forecast, subjects: [ann, a]", "assessments[0].subjects", "the record itself"),
        (
            "actor_relations: [{from: bob, to: Bob, kind: rivalry}]",
            "actor_relations[0].to",
            "the same record",
        ),
        (EVENT % "relations: [{kind: part_of, to: test:e}]", "events[0].relations[0].to", "the same record"),
        ("notes: [{on: [ann], text: x, source: bob}]", "notes[0].source", "this one is of kind actor"),
        (
            "offices: [{key: o, label: O, marker: '[2]', evidence: [{p: 2, quote: Bob}]}]",
            "offices[0].marker",
            "no reference",
        ),
        (
            "offices: [{key: o, label: O, evidence: [{p: 2, quote: Bob, marker: '[2]'}]}]",
            "offices[0].evidence[0].marker",
            "no reference",
        ),
    ],
)
def test_keys_and_markers_must_fit_together(problems: Problems, more: str, field: str, message: str) -> None:
    (problem,) = problems(more)
    assert (problem.field, problem.line) == (field, 9)
    assert message in problem.message


def test_a_name_of_two_actors_is_no_reference(problems: Problems) -> None:
    head = HEAD + "  - {key: bob-2, kind: person, label: Bob}\n"
    (problem,) = problems("offices: [{key: o, label: O, organization: Bob}]", head=head)
    assert problem.message == "several records have this name"
    assert problem.hint == "write the key: bob or bob-2"


@pytest.mark.parametrize(
    ("references", "message"),
    [
        ('[{marker: "[1]", p: 9, source: title}]', "the article has 3 paragraphs"),
        ('[{marker: "[7]", p: 3, source: title}]', "the marker is not in paragraph 3"),
        ('[{marker: "[1]", source: title}, {marker: "[1]", source: title}]', "used for two references"),
    ],
)
def test_a_footnote_must_be_in_the_article(problems: Problems, references: str, message: str) -> None:
    head = HEAD.replace('[{marker: "[1]", p: 3, source: title}]', references)
    (problem,) = problems(head=head)
    assert message in problem.message
    assert problem.line == 4


def test_an_observation_is_in_the_unit_of_its_target(problems: Problems) -> None:
    (problem,) = problems("""\
        targets: [{key: t, label: T, initiative: geodb:i, metric: trade, measure: money, value: 5, unit: usd}]
        observations: [{target: t, value: 4, unit: eur, as_of: 2024, source: title}]
    """)
    assert (problem.field, problem.message) == (
        "observations[0].unit",
        "the target is in usd; observe it in the same unit",
    )


def test_an_address_is_of_the_web(problems: Problems) -> None:
    (url,) = problems(head=HEAD.replace("https://x.org/1", "javascript:alert(1)"))
    assert url.field == "sources[0].url"


@pytest.mark.parametrize(
    "text", ["../secret.txt", "/etc/passwd", "sub/../../secret.txt", "link.txt", "linked/secret.txt"]
)
def test_the_article_may_not_be_outside_the_folder(problems: Problems, tmp_path: Path, text: str) -> None:
    folder = tmp_path / "two-people"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "linked").symlink_to(tmp_path)
    (problem,) = problems(head=HEAD.replace("article.txt", text))
    assert problem.message == "the path leaves the dossier's folder"
    assert (problem.field, problem.line, problem.value) == ("article.text", 3, text)


@pytest.mark.parametrize(
    ("article", "message", "line"),
    [
        (b"One.\nTwo \xfe.", "not UTF-8: byte 9 is 0xfe", 2),
        (b"One\0.", "holds a NUL character", 1),
        (b" \n", "the article is empty", None),
        (b"x" * (files.MAX_ARTICLE_BYTES + 1), "larger than 5,000,000 bytes", None),
    ],
)
def test_an_article_that_cannot_be_stored_is_refused(
    problems: Problems, article: bytes, message: str, line: int | None
) -> None:
    (problem,) = problems(article=article)
    assert (problem.message, problem.line) == (message, line)
    assert problem.file
    assert problem.file.endswith("article.txt")


def test_an_article_that_is_not_there_is_named(write: Write) -> None:
    folder = write()
    (folder / "article.txt").unlink()
    with pytest.raises(DossierError, match="there is no such file") as caught:
        read_dossier(folder)
    assert caught.value.problems[0].line == 3


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "the file is empty"),
        (b"- a", "a dossier is a mapping"),
        (b"dossier: 1\nnote: \xff", "not UTF-8: byte 17 is 0xff"),
        (b"a: \x07", "not YAML"),
        (b"a: " + b"x" * (files.MAX_DOSSIER_BYTES), "larger than 20,000,000 bytes"),
    ],
)
def test_a_file_that_is_no_dossier_is_refused(tmp_path: Path, raw: bytes, message: str) -> None:
    file = tmp_path / "dossier.yaml"
    file.write_bytes(raw)
    with pytest.raises(DossierError, match=message):
        read_dossier(file)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON"),
        ('{"a": 1, "a": 2}', "'a' stands twice"),
        ('{"a": NaN}', "NaN is not a number"),
        ("[" * 100_000, "not usable JSON"),
        ('{"dossier": 2, "dataset": "x"}', "this must be 1"),
        ('{"dossier": 1, "dataset": "x", "note": "\\u0000"}', "note: holds a NUL"),
        ('{"dossier": 1, "dataset": "x", "note": "\\ud800"}', "note: holds a NUL character or half"),
    ],
)
def test_json_that_is_no_dossier_is_refused(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "dossier.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DossierError, match=message):
        read_dossier(file)


def test_a_bomb_of_aliases_is_refused_at_once(tmp_path: Path) -> None:
    file = tmp_path / "dossier.yaml"
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(DossierError, match="anchors and aliases are not allowed"):
        read_dossier(file)


def test_a_list_where_one_value_belongs_is_shown(problems: Problems) -> None:
    (problem,) = problems(EVENT % "when: [2025, 2026]")
    assert "(got [2025, 2026])" in str(problem)


@pytest.mark.parametrize(
    ("article", "hint"),
    [
        ("Ann met Bob.".encode("utf-16"), "it is UTF-16: save it as UTF-8, with `iconv -f UTF-16 -t UTF-8`"),
        ("Ann met Bob.".encode("utf-16-be"), "`iconv -f UTF-16BE -t UTF-8`"),
        ("Ann met Bób.".encode("utf-16-le"), "`iconv -f UTF-16LE -t UTF-8`"),
        (b"Ann met \xed\xa0\x80 Bob.", "`iconv -f ENCODING -t UTF-8`"),
        ("Ann met B\xf6b.".encode("latin-1"), "windows-1252 for most of western Europe"),
        (b"Ann \0 Bob.", "is it a text file?"),
    ],
)
def test_an_article_in_another_encoding_says_how_to_save_it(
    problems: Problems, article: bytes, hint: str
) -> None:
    (problem,) = problems(head=HEAD.partition("references:")[0], article=article)
    assert hint in (problem.hint or "")
