"""What stands above and before the first sentence of a report: title, byline, dateline."""

from __future__ import annotations

import pytest

from geodb.sources.article.dateline import find_dateline
from geodb.sources.article.reader import read_article
from geodb.sources.article.structure import read_structure
from tests.sources.article.extract.drafting import drafted

LEAD = "Kenya and its neighbours agreed on Monday to open two border posts that had been shut for a year."


@pytest.mark.parametrize(
    ("line", "city", "day", "agency"),
    [
        ("NAIROBI, March 3, 2025 (Coast Agency) – ", "NAIROBI", "2025-03-03", "Coast Agency"),
        ("NAIROBI, Kenya, 3 March 2025 — ", "NAIROBI", "2025-03-03", None),
        ("NAIROBI, March 3 (Reuters) - ", "NAIROBI", None, "Reuters"),
        ("ADDIS ABABA (AP) -- ", "ADDIS ABABA", None, "AP"),
        ("EL OBEID—", "EL OBEID", None, None),
        (
            "PORT OF SPAIN, Trinidad and Tobago, Feb. 27, 2026 (Coast Agency) — ",
            "PORT OF SPAIN",
            "2026-02-27",
            "Coast Agency",
        ),
    ],
)
def test_a_dateline_names_the_city_the_day_and_the_agency(
    line: str, city: str, day: str | None, agency: str | None
) -> None:
    found = find_dateline(line + LEAD)
    assert found
    assert (found.city, found.date and found.date.edtf, found.agency) == (city, day, agency)
    assert found.end == len(line)


@pytest.mark.parametrize(
    "text",
    [LEAD, "Nairobi – the capital – was quiet.", "A-10 jets flew – low.", "NAIROBI, the capital, slept."],
)
def test_other_beginnings_are_none(text: str) -> None:
    assert find_dateline(text) is None


def test_a_report_declares_its_title_day_and_agency() -> None:
    text = f"Kenya Opens Posts\nBy Jane Roe\nNAIROBI, March 3, 2025 (Coast Agency) – {LEAD}"
    metadata = read_article(text.encode()).metadata
    assert (metadata.title, metadata.authors) == ("Kenya Opens Posts", ("Jane Roe",))
    assert metadata.publisher == "Coast Agency"
    assert metadata.published
    assert metadata.published.edtf == "2025-03-03"


def test_what_the_file_declares_comes_before_the_dateline() -> None:
    head = "---\ntitle: Posts\ndate: 2025-03-04\npublisher: The Daily\n---\n\n"
    metadata = read_article(
        f"{head}NAIROBI, March 3, 2025 (Coast Agency) – {LEAD}".encode(), format="markdown"
    ).metadata
    assert metadata.publisher == "The Daily"
    assert metadata.published
    assert metadata.published.edtf == "2025-03-04"


def test_the_first_sentence_begins_after_the_dateline() -> None:
    article = read_article(f"NAIROBI, March 3, 2025 (Coast Agency) – {LEAD}".encode())
    sentences = [article.exact(span) for span in read_structure(article).sentences]
    assert sentences == ["NAIROBI, March 3, 2025 (Coast Agency) –", LEAD]


def test_an_article_with_a_dateline_is_drafted_as_news() -> None:
    report = drafted("NAIROBI, March 3, 2025 (Coast Agency) – The ministry said that the posts were open.")
    article = report.dossier["article"]
    assert (article["kind"], article["published"]) == ("news", "2025-03-03")
    assert article["publisher"] == "coast-agency"
    (statement,) = report.dossier["statements"]
    assert statement["evidence"][0]["quote"].startswith("The ministry said")
    assert drafted(LEAD).dossier["article"]["kind"] == "analysis"


@pytest.mark.parametrize(
    ("line", "authors", "day"),
    [
        ("By Jane Roe in Accra, Saturday, June 20, 2026", ("Jane Roe",), "2026-06-20"),
        ("By Jane Roe and Ben Oto | 20 June 2026", ("Jane Roe", "Ben Oto"), "2026-06-20"),
        ("By Jane Roe in Cape Town", ("Jane Roe",), None),
        (
            "By Jane Roe in Accra and Ben Oto in Lomé, Wednesday 11 March 2026",
            ("Jane Roe", "Ben Oto"),
            "2026-03-11",
        ),
        (
            "Jane Roe and Ben Oto, Water Policy Institute, 24 November 2025",
            ("Jane Roe", "Ben Oto"),
            "2025-11-24",
        ),
        ("Jane Roe | 3 May 2025", ("Jane Roe",), "2025-05-03"),
        ("Ministers Meet In Accra, 3 May 2025", (), None),
        ("Nairobi, 3 May 2025", (), None),
        ("By Monday the ports had opened", (), None),
        ("By 20 June 2026 the ports had opened", (), None),
    ],
)
def test_a_byline_may_name_the_place_and_the_day(
    line: str, authors: tuple[str, ...], day: str | None
) -> None:
    metadata = read_article(f"Kenya Opens Posts\n{line}\n{LEAD}".encode()).metadata
    assert metadata.authors == authors
    assert (metadata.published and metadata.published.edtf) == day


def test_the_city_of_a_dateline_is_a_place_though_nobody_knows_it() -> None:
    draft = drafted("Posts", f"EL FULAN—{LEAD} In El Fulan the market was shut.").dossier
    assert [place["label"] for place in draft["places"]] == ["El Fulan"]
    assert "el-fulan" not in {actor["key"] for actor in draft["actors"]}
