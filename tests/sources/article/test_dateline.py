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
