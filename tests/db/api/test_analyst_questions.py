"""The twenty questions of analysts, asked of the seed dossiers over schema api alone."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.db.api.reading import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from geodb.db.session import Database
    from tests.db.api.reading import Value

ROOT = Path(__file__).resolve().parents[3]
FILES = sorted((ROOT / "geodb" / "analysis" / "queries").glob("*.sql"))


@pytest.fixture
def seeded(seeded_db: Database) -> Iterator[Session]:
    """A session whose changes are rolled back."""
    with seeded_db.sessions() as session:
        yield session


def ask(session: Session, number: int) -> list[tuple[Value, ...]]:
    return rows(session, FILES[number - 1].read_text(encoding="utf-8"))


def keys(session: Session, number: int) -> list[str]:
    return [row[0].removeprefix("geodb:") for row in ask(session, number)]


def test_there_are_twenty_and_they_read_nothing_but_api() -> None:
    assert len(FILES) == 20
    for file in FILES:
        assert not re.search(r"\b(geodb|audit|ingest)\.\w", file.read_text(encoding="utf-8")), file.name


def test_the_page_shows_the_questions_and_queries_of_the_files() -> None:
    page = (ROOT / "docs" / "howto" / "analyst-questions.md").read_text(encoding="utf-8")
    shown = re.findall(r"^## \d+\. ([^\n]*)\n\n```sql\n(.*?)```", page, re.DOTALL | re.MULTILINE)
    assert [f"-- {question}\n{query}" for question, query in shown] == [
        file.read_text(encoding="utf-8") for file in FILES
    ]


def test_01_zelensky_on_nato_before_the_summit(seeded: Session) -> None:
    assert keys(seeded, 1) == ["zelensky-nato-strongest-guarantee"]


def test_02_the_claim_rests_on_a_body_and_a_headline_passage_of_one_source(seeded: Session) -> None:
    found = ask(seeded, 2)
    assert {row[0] for row in found} == {"geodb:nbc-zelenskyy-very-difficult"}
    assert [(row[2], row[3]) for row in found] == [(5, 36), (16, 54)]


def test_03_nothing_was_readable_before_the_footnotes_access_date(seeded: Session) -> None:
    assert ask(seeded, 3) == []


def test_04_three_baselines_stand_side_by_side(seeded: Session) -> None:
    found = [(float(row[2]) / 1e9, row[3], float(row[8])) for row in ask(seeded, 4)]
    assert found == [(128.9, "2024", 25.4), (190.08, "2023", 14.8), (212.3, "2024", 15.3)]


def test_05_states_at_war_and_states_that_talk(seeded: Session) -> None:
    found = {(month, frozenset(pair)): (n, float(mean)) for month, *pair, n, mean in ask(seeded, 5)}
    war = frozenset({"Russia", "Ukraine"})
    assert [found[f"2025-0{month}", war] for month in (1, 2, 3)] == [(1, -9.0)] * 3
    assert found["2025-02", frozenset({"India", "United States"})] == (3, 2.5)
    assert found["2025-02", frozenset({"Russia", "United States"})] == (3, 2.5)
    assert not [pair for _, pair in found if "China" in pair]


def test_06_the_talks_in_saudi_arabia_came_after_their_source_was_read(seeded: Session) -> None:
    assert ask(seeded, 6) == []
    rows(
        seeded,
        """UPDATE geodb.event
        SET edtf = '2025-02-18'
        WHERE id = (SELECT id FROM geodb.record WHERE key = 'geodb:us-russia-talks-in-saudi-arabia')
        RETURNING 1""",
    )
    assert keys(seeded, 6) == ["us-russia-talks-in-saudi-arabia"]


def test_07_seven_paragraphs_have_no_footnote_at_all(seeded: Session) -> None:
    uncited = [number for number, without, claims, _ in ask(seeded, 7) if without == claims]
    assert uncited == [1, 2, 9, 10, 11, 12, 13]


def test_08_zelensky_spoke_most_often_as_president(seeded: Session) -> None:
    found = ask(seeded, 8)
    assert found[0][:3] == ("Volodymyr Zelensky", "President of Ukraine", 9)
    assert {row[0] for row in found} == {
        "Volodymyr Zelensky", "Donald Trump", "Pete Hegseth", "Dmitry Peskov",
    }  # fmt: skip
    assert all(row[3] for row in found)


def test_09_a_second_value_shows_as_a_conflict(seeded: Session) -> None:
    assert ask(seeded, 9) == []
    for value in (1000000, 280000):
        rows(
            seeded,
            f"""INSERT INTO geodb.claim (record_id, attribute, value) SELECT id, 'best', '{value}'
            FROM geodb.record WHERE key = 'geodb:lives-lost-in-the-war' RETURNING 1""",
        )
    assert ask(seeded, 9) == [("geodb:lives-lost-in-the-war", "best", 2, "1000000 / 280000")]


def test_10_two_scenarios_with_their_outcomes_and_conditions(seeded: Session) -> None:
    found = ask(seeded, 10)
    assert sorted(sum(row[0] == name for row in found) for name in {row[0] for row in found}) == [2, 7]
    conditions = [row[4].count(" AND ") + 1 for row in found]
    assert sorted(conditions) == [1, 1, 1, 1, 1, 2, 2, 2, 3]


def test_11_seventeen_forecasts_are_open_and_none_names_a_probability(seeded: Session) -> None:
    found = ask(seeded, 11)
    assert sum(row[1] for row in found) == sum(row[4] for row in found) == 17
    assert sum(row[2] for row in found) == 0


def test_12_five_events_belong_to_the_process(seeded: Session) -> None:
    assert set(keys(seeded, 12)) == {
        "trump-putin-call-2025-02-12",
        "agreement-to-negotiate-2025-02-12",
        "planned-trump-putin-summit",
        "us-led-ukraine-negotiations",
        "us-russia-talks-in-saudi-arabia",
    }


def test_13_stances_are_counted_per_speaker_and_target(seeded: Session) -> None:
    found = {row[:2]: row[2:] for row in ask(seeded, 13)}
    assert found["Donald Trump", "Ukraine"] == (0, 2)
    assert found["Volodymyr Zelensky", "Donald Trump"] == (1, 0)
    assert found["Pete Hegseth", "Donald Trump"] == (1, 0)


def test_14_six_initiatives_four_of_them_under_one(seeded: Session) -> None:
    found = {row[0].removeprefix("geodb:"): row for row in ask(seeded, 14)}
    assert len(found) == 6
    assert found["mission-500"][2:5] == (
        "US-India Alliance for the 21st Century",
        "India, United States",
        "announced",
    )
    assert found["us-initiative-to-end-the-war"][2:5] == (None, "Russia, United States", "ongoing")


def test_15_bloomberg_reached_us_through_tass(seeded: Session) -> None:
    assert ask(seeded, 15) == [("geodb:bloomberg-meeting-may-take-place", "Bloomberg", "TASS")]


def test_16_fuzzy_dates_are_possible_and_only_days_within_are_certain(seeded: Session) -> None:
    found = {row[0].removeprefix("geodb:"): row[3] for row in ask(seeded, 16)}
    assert len(found) == 14
    assert {key for key, certain in found.items() if certain} == {
        "trump-putin-call-2025-02-12",
        "agreement-to-negotiate-2025-02-12",
        "european-initiatives-2025-02",
        "trump-zelensky-meeting-2025-02",
        "us-india-summit-2025-02-13",
        "us-india-alliance-launch-2025-02-13",
        "us-india-projects-announced-2025-02-13",
    }


def test_17_the_history_of_an_event_goes_back_to_its_insert(seeded: Session) -> None:
    found = ask(seeded, 17)
    assert {"record", "event", "event_participant", "evidence"} <= {row[3] for row in found}
    assert {row[4] for row in found if row[3] == "event"} == {"I"}


def test_18_spellings_and_metonyms_lead_to_their_actors(seeded: Session) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for key, _, name, _ in ask(seeded, 18):
        found[key].add(name)
    assert found["geodb:ukraine"] == {"Kyiv"}
    assert {"Zelensky", "Zelenskyy"} <= found["geodb:volodymyr-zelensky"]


def test_19_every_dossier_came_in_and_nothing_was_refused(seeded: Session) -> None:
    found = ask(seeded, 19)
    assert found
    assert {row[2] for row in found} == {"done"}
    assert [row[5:] for row in found] == [(0, 0)] * len(found)


def test_20_two_statements_rest_on_no_source(seeded: Session) -> None:
    without = {row[0].removeprefix("geodb:") for row in ask(seeded, 20) if row[1] == 0}
    assert without == {"hegseth-deterring-china-first", "trump-administration-may-act-without-nato"}
