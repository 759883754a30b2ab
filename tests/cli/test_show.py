from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console
from sqlalchemy import text

from geodb.analysis.card_sections import KIND_SECTIONS, SECTIONS
from geodb.analysis.record_card import card_of
from geodb.cli.card_lines import _LINES
from geodb.cli.show import print_card
from geodb.models import RECORD_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from geodb.db.session import Database
    from tests.fixtures.cli import Cli
    from tests.fixtures.pg import Queries


def shown(cli: Cli, database: Database, key: str) -> str:
    """What is printed for a record, on one line, so that wrapping does not matter."""
    result = cli("show", key, db=database)
    assert result.code == 0, result.err
    assert "\x1b" not in result.out
    return " ".join(result.out.split())


def card(cli: Cli, database: Database, key: str) -> dict[str, Any]:
    result = cli("show", key, "--json", db=database)
    assert result.code == 0, result.err
    found: dict[str, Any] = result.json
    return found


def keys_of(database: Database, kind: str) -> list[str]:
    query = text("SELECT key FROM api.record WHERE kind = :kind AND retracted_at IS NULL ORDER BY key")
    with database.read() as session:
        return list(session.scalars(query, {"kind": kind}))


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_record_of_every_kind_can_be_shown(cli: Cli, seeded_db: Database, kind: str) -> None:
    keys = keys_of(seeded_db, kind)
    assert keys, f"the seed has no {kind}"
    for key in keys[:5]:
        assert key in cli("show", key, db=seeded_db).out
    found = card(cli, seeded_db, keys[0])
    assert list(found) == ["record", "facts", "knowledge", "sections", "evidence"]
    assert found["facts"]["key"] == found["record"]["key"] == keys[0]
    assert list(found["sections"]) == [*KIND_SECTIONS["record"], *KIND_SECTIONS.get(kind, ())]


def test_every_section_has_a_line_for_people() -> None:
    assert set(_LINES) == set(SECTIONS)
    assert {name for names in KIND_SECTIONS.values() for name in names} == set(SECTIONS)


def test_an_event_shows_its_participants_and_quotes_its_sentence(cli: Cli, seeded_db: Database) -> None:
    out = shown(cli, seeded_db, "geodb:trump-putin-call-2025-02-12")
    assert out.startswith("Trump-Putin phone call event, phone call geodb:trump-putin-call-2025-02-12")
    assert "when 12 Feb 2025" in out
    assert "Donald Trump · participant · as President of the United States · for United States" in out
    assert "part of US-led negotiations on ending the Russia-Ukraine War" in out
    assert "plover CONSULT" in out
    assert (
        "US President Donald Trump announced that »during a phone conversation with Russian President"
        " Vladimir Putin on February 12, 2025«, they reached an agreement"
    ) in out
    assert "paragraph 3, which cites [1]" in out
    assert "(accessed 2025-02-15)" in out
    assert "paragraph 1, uncited" in out


def test_a_person_shows_names_offices_roles_and_statements(cli: Cli, seeded_db: Database) -> None:
    found = card(cli, seeded_db, "geodb:volodymyr-zelensky")
    sections = found["sections"]
    assert {"Zelenskyy", "Володимир Зеленський"} <= {name["name"] for name in sections["names"]}
    assert sections["offices_held"][0]["office_key"] == "geodb:president-of-ukraine"
    assert "geodb:zelensky-lasting-peace" in {row["statement_key"] for row in sections["statements"]}
    assert "speaker" in {row["role"] for row in sections["statements"]}
    assert found["evidence"][0]["quote"]["exact"]


def test_a_target_shows_rival_baselines_side_by_side(cli: Cli, seeded_db: Database) -> None:
    out = shown(cli, seeded_db, "mission-500-target")
    assert "value 500 bn USD" in out
    assert "comparator at least" in out
    for value in ("190.08 bn USD in 2023", "212.3 bn USD in 2024", "128.9 bn USD in 2024"):
        assert value in out


def test_a_statement_shows_form_occasion_and_targets(cli: Cli, seeded_db: Database) -> None:
    found = card(cli, seeded_db, "zelensky-lasting-peace")
    assert found["facts"]["verbatim"] == "lasting and reliable peace"
    assert found["facts"]["form"] == "mixed"
    assert {row["role"] for row in found["sections"]["actors"]} >= {"speaker"}


def test_a_scenario_shows_conditions_and_outcomes(cli: Cli, seeded_db: Database) -> None:
    sections = card(cli, seeded_db, "scenario-negotiations-fail")["sections"]
    assert [row["seq"] for row in sections["conditions"]] == [1, 2]
    assert len(sections["outcomes"]) == 2


def test_an_initiative_shows_parties_parts_and_status(cli: Cli, seeded_db: Database) -> None:
    out = shown(cli, seeded_db, "us-india-alliance-21st-century")
    assert "Parties India · party (geodb:india) United States · party (geodb:united-states)" in out
    assert "Mission 500" in out
    assert "launched · 13 Feb 2025" in out


def test_a_source_shows_where_it_is_cited_and_what_rests_on_it(cli: Cli, seeded_db: Database) -> None:
    out = shown(cli, seeded_db, "bbc-ukraine-war-talks-start-now")
    assert "[2]" in out
    assert "accessed 2025-02-15" in out
    assert re.search(r"Speaks for .*\d+ statements?", out)


def test_offsets_count_code_points_within_the_paragraph(cli: Cli, seeded_db: Database) -> None:
    passages = card(cli, seeded_db, "zelensky-lasting-peace")["evidence"]
    with seeded_db.read() as session:
        for passage in passages:
            paragraph = session.scalar(
                text("SELECT text FROM api.paragraph WHERE document_key = :document AND paragraph_no = :no"),
                {"document": passage["document_key"], "no": passage["paragraph_no"]},
            )
            span = slice(passage["start_offset"], passage["end_offset"])
            assert paragraph[span] == passage["quote"]["exact"]


def test_a_bare_key_is_enough_while_only_one_dataset_has_it(cli: Cli, seeded_copy: Database) -> None:
    assert card(cli, seeded_copy, "donald-trump")["record"]["key"] == "geodb:donald-trump"
    with seeded_copy.transaction() as session:
        session.execute(
            text(
                "INSERT INTO geodb.record (kind, key, label)"
                " VALUES ('actor', 'trade:donald-trump', 'Another');"
                "INSERT INTO geodb.actor (id, kind_code)"
                " SELECT id, 'person' FROM geodb.record WHERE key = 'trade:donald-trump'"
            )
        )
    result = cli("show", "donald-trump", db=seeded_copy)
    assert result.code == 1
    assert "is the key of 2 records" in result.err
    assert "geodb:donald-trump, trade:donald-trump" in " ".join(result.err.split())


@pytest.mark.parametrize("key", ["geodb:donald-trumpp", "donald-tramp", "geodb:donald_trump"])
def test_an_unknown_key_is_answered_with_the_nearest_ones(cli: Cli, seeded_db: Database, key: str) -> None:
    result = cli("show", key, db=seeded_db)
    assert result.code == 1
    assert f"there is no record with the key '{key}'" in result.err
    assert "did you mean geodb:donald-trump" in result.err


def test_a_merged_key_is_answered_by_the_survivor_with_what_both_had(cli: Cli, seeded_copy: Database) -> None:
    with seeded_copy.transaction() as session:
        session.execute(
            text(
                "INSERT INTO geodb.record_redirect (kind, old_id, new_id, reason)"
                " SELECT 'actor', o.id, n.id, 'one broadcaster' FROM geodb.record o, geodb.record n"
                " WHERE o.key = 'geodb:voa-news' AND n.key = 'geodb:bbc'"
            )
        )
    out = shown(cli, seeded_copy, "geodb:voa-news")
    assert out.startswith("BBC")
    assert "geodb:voa-news was merged into this record: one broadcaster" in out
    found = card(cli, seeded_copy, "voa-news")
    assert found["record"]["merged_from"] == "geodb:voa-news"
    assert {name["name"] for name in found["sections"]["names"]} == {"BBC", "VOA News"}
    assert card(cli, seeded_copy, "geodb:bbc")["sections"]["merged"][0]["key"] == "geodb:voa-news"


def test_a_retracted_record_says_so(cli: Cli, seeded_copy: Database) -> None:
    with seeded_copy.transaction() as session:
        session.execute(
            text(
                "UPDATE geodb.record SET retracted_at = '2025-03-01', retraction_reason = 'coded twice'"
                " WHERE key = 'geodb:taiwan'"
            )
        )
    assert "This record was retracted on 2025-03-01: coded twice" in shown(cli, seeded_copy, "geodb:taiwan")
    found = card(cli, seeded_copy, "taiwan")
    assert found["facts"] == {}
    assert found["record"]["retraction_reason"] == "coded twice"


def test_a_card_costs_four_queries(
    cli: Cli, seeded_db: Database, query_count: Callable[[], AbstractContextManager[Queries]]
) -> None:
    with query_count() as queries:
        card(cli, seeded_db, "geodb:donald-trump")
    assert len([statement for statement in queries.statements if "api." in statement]) == 4


def test_the_json_is_the_same_each_time(cli: Cli, seeded_db: Database) -> None:
    first, second = (cli("show", "donald-trump", "--json", db=seeded_db).out for _ in range(2))
    assert first == second
    assert json.loads(first)["evidence"]


def test_on_a_terminal_the_passage_is_bold_and_underlined_instead_of_marked(seeded_db: Database) -> None:
    file = io.StringIO()
    with seeded_db.read() as session:
        found = card_of(session, "geodb:defense-framework-term")
    console = Console(file=file, force_terminal=True, color_system="standard", width=100, highlight=False)
    print_card(found, console)
    assert "such as the \x1b[1;4m10-year\x1b[0m Defense Framework Agreement" in file.getvalue()
    assert "»" not in file.getvalue()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (
            "us-russia-talks-in-saudi-arabia",
            "knowable by 15 Feb 2025, perhaps earlier: [",
        ),
        (
            "us-strategic-moves-2025",
            "knowable not told by dates: neither published nor read on any known day",
        ),
    ],
)
def test_a_record_says_since_when_it_was_knowable(cli: Cli, seeded_db: Database, key: str, said: str) -> None:
    assert said in shown(cli, seeded_db, key)
    assert card(cli, seeded_db, key)["knowledge"]["key"] == f"geodb:{key}"


def test_a_publication_date_is_told_from_an_access_date(cli: Cli, seeded_copy: Database) -> None:
    key = "geodb:us-russia-talks-in-saudi-arabia"
    assert "was read then" in shown(cli, seeded_copy, key)
    source = card(cli, seeded_copy, key)["knowledge"]["source_key"]
    with seeded_copy.transaction() as session:
        session.execute(
            text(
                "UPDATE geodb.source SET published_edtf = '2025-02-13' WHERE id = "
                "(SELECT id FROM geodb.record WHERE key = :key)"
            ),
            {"key": source},
        )
    out = shown(cli, seeded_copy, key)
    assert "knowable since 13 Feb 2025: " in out
    assert "was published then" in out
