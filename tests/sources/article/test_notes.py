"""Footnotes in the forms that articles give them, their markers, and what is said where they do not fit."""

from __future__ import annotations

import pytest

from geodb.sources.article.model import Article
from geodb.sources.article.reader import read_article
from geodb.sources.article.structure import Structure, read_structure

LONG = "The ministers met in the capital and talked about trade, defence and the war for many hours"
CITED = "Jane Roe, “A title of some length”, BBC, https://example.org/{}."


def read(*lines: str) -> tuple[Article, Structure]:
    article = read_article("\n".join(lines).encode())
    return article, read_structure(article)


FORMS = {
    "[{}]": "[{}] ",
    "({})": "({}) ",
    "{}": "{}. ",
    "{} ": "{}) ",
}


@pytest.mark.parametrize("marker", FORMS)
def test_markers_and_notes_of_each_form_are_paired(marker: str) -> None:
    first, second = marker.format(1), marker.format(2)
    article, structure = read(
        f"{LONG}.{first} {LONG}.{second}".rstrip(),
        LONG + ".",
        *(FORMS[marker].format(n) + CITED.format(n) for n in (1, 2)),
    )
    assert [found.numbers for found in structure.markers] == [(1,), (2,)]
    assert [article.exact(found.span) for found in structure.markers] == [first.strip(), second.strip()]
    assert [note.number for note in structure.notes] == [1, 2]
    assert [paragraph.kind for paragraph in article.paragraphs[2:]] == ["footnote"] * 2
    assert structure.problems == ()


@pytest.mark.parametrize("glued", ["war.1", "wars1", "in 1862.1", "it.”1", "it”1"])
def test_figures_glued_to_words_are_markers_where_there_are_such_notes(glued: str) -> None:
    _, structure = read(f"{LONG} {glued} And so on.", LONG, f"1. {CITED.format(1)}")
    assert [found.numbers for found in structure.markers] == [(1,)]
    _, structure = read(f"{LONG} {glued} And so on.", LONG)
    assert structure.markers == ()


def test_raised_figures_are_markers_where_there_are_such_notes() -> None:
    article, structure = read(f"{LONG} on 5 km² of land.¹ {LONG}.¹⁻²", f"¹ {CITED}", f"² {CITED}")
    assert [article.exact(found.span) for found in structure.markers] == ["²", "¹", "¹⁻²"]
    assert structure.markers[2].numbers == (1, 2)


def test_raised_figures_without_notes_are_units() -> None:
    _, structure = read(f"{LONG} on 5 km² of land.")
    assert structure.markers == ()


def test_figures_in_brackets_within_a_sentence_are_no_markers_without_notes() -> None:
    _, structure = read(f"{LONG} (1) now and (2) then.", LONG)
    assert structure.markers == ()


@pytest.mark.parametrize(
    "heading", ["References", "Kaynakça", "DİPNOTLAR", "Quellen:", "Источники", "Notes", "参考文献"]
)
def test_under_a_heading_every_paragraph_is_an_entry(heading: str) -> None:
    article, structure = read(
        f"{LONG}.", heading, "Roe, J. (2024). Peace. BBC News.", "Doe, A. (2023). War. CNN."
    )
    assert [paragraph.kind for paragraph in article.paragraphs[2:]] == ["bibliography"] * 2
    assert [note.citations[0].authors[0].text for note in structure.notes] == ["Roe, J.", "Doe, A."]
    assert [note.label for note in structure.notes] == ["", ""]


def test_a_numbered_list_in_the_text_is_no_list_of_notes() -> None:
    article, structure = read(f"{LONG}:", "1. the first point", "2. the second point", f"{LONG}.", f"{LONG}.")
    assert structure.notes == ()
    assert "footnote" not in [paragraph.kind for paragraph in article.paragraphs]


def test_notes_on_one_line_are_taken_apart() -> None:
    article, structure = read(f"{LONG}.[1] {LONG}.[2]", f"[1] {CITED.format(1)} [2] {CITED.format(2)}")
    assert [article.exact(note.span) for note in structure.notes] == [
        f"[{n}] {CITED.format(n)}" for n in (1, 2)
    ]


def test_a_marker_covers_what_follows_the_previous_one() -> None:
    article, structure = read(
        "One thing.[1] Two things[2][3] and more.", *(f"[{n}] {CITED}" for n in (1, 2, 3))
    )
    covered = [
        (article.exact(found.covers) if found.covers else None, found.assumed) for found in structure.markers
    ]
    assert covered == [
        ("One thing.", "since_paragraph_start"),
        ("Two things", "since_previous_marker"),
        ("Two things", "same_as_previous_marker"),
    ]


def test_a_marker_can_name_several_notes() -> None:
    _, structure = read(f"{LONG}.[1, 3] {LONG}.[1-3]", *(f"[{n}] {CITED}" for n in (1, 2, 3)))
    assert [found.numbers for found in structure.markers] == [(1, 3), (1, 2, 3)]


def test_missing_notes_and_notes_without_marker_are_reported() -> None:
    _, structure = read(f"{LONG}.[1] {LONG}.[4]", f"[1] {CITED}", f"[2] {CITED}")
    assert [(problem.message, problem.line) for problem in structure.problems] == [
        ("marker [4] has no note", 1),
        ("no marker in the text points at note [2]", 3),
    ]


def test_a_number_used_twice_is_reported_and_nothing_is_lost() -> None:
    _, structure = read(
        f"{LONG}.[1] {LONG}.[2]", f"[1] {CITED.format('a')}", f"[2] {CITED}", f"[2] {CITED.format('b')}"
    )
    assert [note.number for note in structure.notes] == [1, 2, 2]
    assert [problem.message for problem in structure.problems] == ["2 notes are numbered 2"] * 2


def test_a_day_that_the_calendar_lacks_is_reported_with_its_note() -> None:
    _, structure = read(f"{LONG}.[1]", "[1] “A title”, BBC, https://example.org, (Access Date: 31.02.2025).")
    (problem,) = structure.problems
    assert (problem.message, problem.line, problem.field) == (
        "31.02.2025 is no day of the calendar",
        2,
        "[1]",
    )


def test_offsets_hold_after_emoji_combining_marks_and_other_scripts() -> None:
    article, structure = read(f"👩‍👩‍👧 שלום q\u0301 {LONG}.[1] “نقل”", f"[1] 🇹🇷 {CITED.format(1)}")
    (marker,) = structure.markers
    assert article.exact(marker.span) == "[1]"
    (note,) = structure.notes
    url = note.citations[0].url
    assert url is not None
    assert article.exact(note.span_of(note.citations[0], url)) == "https://example.org/1"
