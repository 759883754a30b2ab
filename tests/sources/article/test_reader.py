"""Reading articles: what is taken, what is recorded about it, and what is refused with a clear word."""

from __future__ import annotations

import hashlib
import io
import sys
import time
from pathlib import Path

import pytest

from geodb.errors import GeodbError, NotFound, SourceFormatError
from geodb.sources.article.model import Article
from geodb.sources.article.reader import read_article
from geodb.sources.article.structure import read_structure

LONG = "A sentence that is long enough to be the running text of an article about world politics. " * 3


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(paragraph.kind, paragraph.text[:20]) for paragraph in article.paragraphs]


def refusal(raw: bytes | Path | str, **options: str) -> str:
    with pytest.raises(GeodbError) as caught:
        read_article(raw, **options)  # type: ignore[arg-type]
    return f"{caught.value.message} | {caught.value.hint}"


# --- plain text --------------------------------------------------------------------------------------------


def test_a_line_is_a_paragraph_where_no_blank_lines_divide_them() -> None:
    article = read_article(f"{LONG}\n{LONG}".encode())
    assert len(article.paragraphs) == 2
    assert article.paragraphs[1].start == len(article.paragraphs[0].text) + 1


def test_blank_lines_are_dropped_and_that_is_recorded() -> None:
    article = read_article(f"{LONG.strip()}\n\n\n{LONG.strip()}\n".encode())
    assert article.text == f"{LONG.strip()}\n{LONG.strip()}"
    assert article.normalization == "blank-lines"


def test_hard_wrapped_lines_are_joined_and_that_is_recorded() -> None:
    wrapped = """\
Ministers met on Monday to talk about the war and about the
peace that everybody hopes for, and which nobody has yet seen
anywhere near the front.

They will meet again in a month, as the host said on the day
after the talks, in a short statement to the press."""
    article = read_article(wrapped.encode())
    assert [paragraph.text[-24:] for paragraph in article.paragraphs] == [
        "anywhere near the front.",
        " statement to the press.",
    ]
    assert article.steps == ("blank-lines", "unwrapped")


def test_notes_below_each_other_are_never_joined() -> None:
    notes = "\n".join(f"[{n}] Jane Roe, “A title of some length”, BBC, 1 May 2024." for n in (1, 2, 3))
    article = read_article(f"{LONG}[1][2][3]\n\n{notes}".encode())
    assert [paragraph.kind for paragraph in article.paragraphs] == ["body"] + ["footnote"] * 3


def test_turns_of_a_transcript_are_never_joined() -> None:
    turns = [
        "SECRETARY RUK: We will build the slipway in the month of May.",
        "QUESTION (Fiji Times): And will the neighbours be told of it?",
        "SECRETARY RUK: They will be told in due course, and you too.",
    ]
    article = read_article("\n".join(turns).encode())
    assert [paragraph.text for paragraph in article.paragraphs] == turns


def test_title_byline_date_and_headings_are_told_apart() -> None:
    text = f"Peace in Sight\nBy Jane Roe and John Doe\n12 February 2025\n{LONG}\nWhat Comes Next\n{LONG}"
    article = read_article(text.encode())
    assert [paragraph.kind for paragraph in article.paragraphs] == [
        "title", "byline", "byline", "body", "heading", "body",
    ]  # fmt: skip
    assert article.metadata.title == "Peace in Sight"
    assert article.metadata.authors == ("Jane Roe", "John Doe")
    assert str(article.metadata.published) == "2025-02-12"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thursday, February 23, 2006", "2006-02-23"),
        ("Published: 3 March 2025", "2025-03-03"),
        ("Updated on Monday, 3 March 2025, 14:05 GMT", "2025-03-03"),
    ],
)
def test_a_line_that_says_when_it_was_published_is_a_byline(line: str, day: str) -> None:
    article = read_article(f"Peace in Sight\n{line}\n{LONG}".encode())
    assert [paragraph.kind for paragraph in article.paragraphs] == ["title", "byline", "body"]
    assert str(article.metadata.published) == day


@pytest.mark.parametrize("line", ["They met on 3 March 2025.", "The war began on Monday, 3 March 2025"])
def test_a_line_that_tells_more_than_a_day_is_none(line: str) -> None:
    assert read_article(f"Peace in Sight\n{line}\n{LONG}".encode()).metadata.published is None


def test_an_entry_of_a_list_of_works_that_ends_in_an_address_is_no_heading() -> None:
    works = (
        "Roe, J. (2024). Peace in sight. Journal of Peace, 24(3), 415-431. https://doi.org/10.1080/1",
        "Doe, J., & Poe, A. (2025). A slow secession. Foreign News. https://www.example.org/slow-secession",
        "Poe, A. (2025). Elections without a choice, and what came of them in the end. https://example.org/poe",
    )
    article = read_article("\n".join((LONG, *works)).encode())
    assert "heading" not in {paragraph.kind for paragraph in article.paragraphs}


def test_a_sentence_that_ends_in_a_raised_marker_is_no_heading() -> None:
    article = read_article(f"Title\n\n{LONG}\n\nThe commission met twice.¹\n\n¹ {LONG}".encode())
    assert [kind for kind, _ in kinds(article)] == ["title", "body", "body", "footnote"]


def test_the_address_is_kept_and_made_comparable() -> None:
    article = read_article(LONG.encode(), url="https://www.example.org/a/?utm_source=x")
    assert article.metadata.url == "https://www.example.org/a/?utm_source=x"
    assert article.metadata.canonical_url == "https://example.org/a"


def test_each_change_to_the_characters_is_recorded() -> None:
    raw = "\ufeffA cafe\u0301 in\u00adside \x07the city,  \r\nand a se\u200bcond line of it".encode()
    article = read_article(raw)
    assert article.text == "A café inside the city,\nand a second line of it"
    assert article.normalization == "bom,line-ends,controls,invisible,nfc,line-edges"
    assert article.original_sha256 == hashlib.sha256(raw).hexdigest()
    assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()


def test_joiners_and_directions_stay_in_the_text() -> None:
    text = "می‌خواهم 👩‍👩‍👧 \u200fשלום\u200e and more"
    article = read_article(text.encode())
    assert (article.text, article.normalization) == (text, "none")


# --- where it comes from -----------------------------------------------------------------------------------


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LONG.encode())))
    assert read_article("-").text == LONG.strip()


def test_a_file_is_read_by_path(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LONG, "utf-8")
    assert read_article(tmp_path / "a.txt") == read_article(str(tmp_path / "a.txt"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"no file .*a\.txt"):
        read_article(tmp_path / "a.txt")


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    assert "directory" in refusal(tmp_path)


# --- encodings ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding(encoding: str) -> None:
    assert (
        read_article("Zelenskiy ile görüştü: “barış”".encode(encoding)).text
        == "Zelenskiy ile görüştü: “barış”"
    )


def test_a_named_encoding_is_used_and_recorded() -> None:
    article = read_article("Kıbrıs’ta görüşme".encode("cp1254"), encoding="windows-1254")
    assert (article.text, article.normalization) == ("Kıbrıs’ta görüşme", "cp1254")


def test_utf8_wins_over_a_wrong_name() -> None:
    assert read_article("görüşme".encode(), encoding="latin-1").text == "görüşme"


def test_another_encoding_is_not_guessed() -> None:
    message = refusal("one\ntwo görüşme".encode("cp1254"))
    assert ":2:" in message
    assert "column 6" in message
    assert "windows-1254" in message


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", ""])
def test_an_unknown_encoding_is_named(name: str) -> None:
    assert "encoding" in refusal(b"\xff\xfe\xfa", encoding=name) or name == ""


def test_a_text_that_is_not_what_it_says_is_refused() -> None:
    assert "it says that it is utf-16" in refusal(b"\xff\xfea")
    assert "it says that it is UTF-8" in refusal(b"caf\xe9", encoding="utf-8")


def test_a_damaged_text_is_read_and_doubted() -> None:
    (problem,) = read_article("fine\nsaid â€œpeaceâ€\x9d".encode()).problems
    assert (problem.line, "look damaged" in problem.message) == (2, True)


# --- what is no article ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"%PDF-1.7 ...", "broken PDF"),
        (b"PK\x03\x04....", "Word"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x7fELF\x00\x00", "NUL"),
        (b"", "no words"),
        (b" \n\n\t", "no words"),
        ("…—\u200b".encode(), "no words"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(raw: bytes, word: str) -> None:
    assert word in refusal(raw)


def test_a_huge_page_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "big.html").open("wb") as file:
        file.truncate(50_000_000)
    assert "larger than 20 MB" in refusal(tmp_path / "big.html")


@pytest.mark.parametrize(
    "scrap",
    [
        *("“", "‘a ", " 'a", "“‘", "[1", "(1) ", "1. a\n\n", "A. ", "\n \n", "a" + " " * 1000, "[1] , ,,,,"),
        *("; “aaaaa”", "http://))", "(Aa", "J. ", "12.", "2025 ", "&,", "References\n", "[1] [2] "),
    ],
)
def test_what_is_made_to_be_slow_takes_seconds_at_most(scrap: str) -> None:
    text = "a" + scrap * (50_000 // len(scrap))
    started = time.process_time()
    for hostile in (text, f"[1] {text}"):
        read_structure(read_article(hostile.encode()))
    assert time.process_time() - started < 3


def test_refusals_are_errors_of_the_source() -> None:
    with pytest.raises(SourceFormatError) as caught:
        read_article(b"%PDF-1.4")
    assert caught.value.problems[0].file == "article"
