from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items

BODY = (
    "Ghanaian Foreign Minister Ada Okoro met President Ben Tano of Togo on 3 May 2024 at the Hotel Sarakawa."
    " A day earlier, Okoro had asked for a truce."
)


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Okoro Calls for Truce in Phone Call With Tano", {"Ada Okoro", "Ben Tano"}),
        ("Ghana, Togo Discuss Border Deal at Hotel Sarakawa", {"Ghana", "Togo"}),
        ("Start of Talks: What Minister Okoro Wants", {"Ada Okoro"}),
    ],
)
def test_a_headline_in_title_case_names_who_is_known_or_named_below(headline: str, names: set[str]) -> None:
    without = {item["key"] for item in items("actors", BODY)} | {"ghana", "togo"}
    actors = items("actors", headline, BODY)
    assert {item["key"] for item in actors} == without
    assert {
        item["label"] for item in actors if any(piece["p"] == 1 for piece in item.get("evidence", ()))
    } == names
    for section in ("places", "initiatives"):
        others = [item for item in items(section, headline, BODY) if item["label"] != "Hotel Sarakawa"]
        assert not [item for item in others if item["evidence"][0]["p"] == 1]


def test_a_headline_may_name_somebody_by_a_given_name() -> None:
    found = {item["label"] for item in items("actors", "Daniel Quaye Quits Border Talks", BODY)}
    assert "Daniel Quaye" in found


def test_evidence_from_a_headline_has_its_capitals() -> None:
    (statement,) = items("statements", "Okoro Calls for Truce in Border War", BODY)[:1]
    assert statement["evidence"][0]["quote"] == "Okoro Calls for Truce in Border War"


@pytest.mark.parametrize(
    "line", ["Opinion | Efua Mensah Addo", "By Efua Mensah Addo. Lome and Accra, 3 May 2024"]
)
def test_a_byline_is_no_headline(line: str) -> None:
    assert "Efua Mensah Addo" in {item["label"] for item in items("actors", line, BODY)}
