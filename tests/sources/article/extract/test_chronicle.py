"""Chronicles, the days of which open their paragraphs, and texts that only begin with a day."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


def told(*paragraphs: str) -> list[tuple[str, str, str | None]]:
    found = items(
        "events", "PARIS, 20 December 2025 – Notes.", *(each for one in paragraphs for each in ("", one))
    )
    return [(event["kind"], event["status"], event.get("when")) for event in found]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("June 2015: Togo’s parliament adopts a law.", "May 3, 2016: President Ana Ruk of Chad is arrested."),
        (
            "June 2015 — Togo’s parliament adopts a law.",
            "3 May 2016 – President Ana Ruk of Chad is arrested.",
        ),
    ],
)
def test_the_present_tense_of_a_chronicle_tells_what_happened_on_its_day(first: str, second: str) -> None:
    assert told(first, second) == [
        ("legislation", "occurred", "2015-06"),
        ("arrest", "occurred", "2016-05-03"),
    ]


def test_a_day_may_stand_alone_before_its_paragraphs() -> None:
    assert told(
        "June 2015", "Togo’s parliament adopts a law.", "3 May 2016", "Chad withdraws its troops from Togo."
    ) == [
        ("legislation", "occurred", "2015-06"),
        ("withdrawal_of_forces", "occurred", "2016-05-03"),
    ]


def test_one_day_makes_no_chronicle() -> None:
    assert told("June 2026: Togo’s parliament meets again on Monday.") != [("meeting", "occurred", "2026-06")]


def test_a_landslide_at_the_polls_is_no_disaster() -> None:
    found = items("events", "The party of Ana Ruk of Chad won the election by a landslide in May 2024.")
    assert [(event["kind"], quotes(event)) for event in found] == [
        ("election", ["The party of Ana Ruk of Chad won the election by a landslide in May 2024"])
    ]
