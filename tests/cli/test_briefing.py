from __future__ import annotations

import io
import re
import shlex
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.console import Console

from geodb.analysis.briefing import read_briefing
from geodb.cli.briefing import print_briefing

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from geodb.db.session import Database
    from tests.fixtures.cli import Cli
    from tests.fixtures.pg import Queries


def printed(database: Database, width: int = 100, *, terminal: bool = False) -> str:
    file = io.StringIO()
    print_briefing(database, Console(file=file, width=width, force_terminal=terminal, highlight=False))
    return file.getvalue()


def section(text: str, title: str) -> str:
    """One section, without line breaks and the guides of trees, so that wrapping does not matter."""
    body = f"\n{text}".split(f"\n{title}", maxsplit=1)[1].split("\n\n", maxsplit=1)[0]
    return re.sub(r"[\s│├└─]+", " ", body)


@pytest.mark.parametrize("width", [60, 100, 160])
def test_no_line_is_wider_than_the_console(seeded_db: Database, width: int) -> None:
    commands = section(printed(seeded_db, width), "What to try next")
    lines = [line.rstrip() for line in printed(seeded_db, width).splitlines()]
    assert [line for line in lines if cell_len(line) > width and line.strip() not in commands] == []


def test_piped_output_has_no_escape_codes_and_a_terminal_gets_them(seeded_db: Database) -> None:
    assert "\x1b" not in printed(seeded_db)
    assert "\x1b[1;36m" in printed(seeded_db, terminal=True)


def test_records_are_counted_by_kind(seeded_db: Database) -> None:
    counts = section(printed(seeded_db), "What the database holds")
    for count in ("14 events", "21 statements", "6 initiatives", "10 places", "1 target", "4 figures"):
        assert count in counts


def test_fuzzy_dates_are_told_honestly(seeded_db: Database) -> None:
    timeline = section(printed(seeded_db, 160), "Timeline")
    assert "12 Feb 2025 occurred Trump-Putin phone call" in timeline
    assert "13 Feb 2025 occurred" in timeline
    assert "date not stated ongoing Russia-Ukraine War" in timeline
    assert "some time up to 15 Feb 2025" in timeline
    assert "since 12 Feb 2025 ongoing" in timeline
    assert "1 Jan" not in timeline


def test_what_has_no_date_comes_last_and_the_rest_in_order(seeded_db: Database) -> None:
    with seeded_db.read() as session:
        events = read_briefing(session).timeline
    dated = [event.when_edtf not in {None, "../.."} for event in events]
    assert dated == sorted(dated, reverse=True)


def test_initiatives_stand_below_the_one_they_belong_to(seeded_db: Database) -> None:
    lines = printed(seeded_db, 160).splitlines()
    top = next(
        i for i, line in enumerate(lines) if "US-India Alliance for the 21st Century  launched" in line
    )
    assert "13 Feb 2025" in lines[top]
    assert "India, United States" in lines[top]
    assert re.search(r"[├└]── .*10-year Defense Framework Agreement", "\n".join(lines[top + 1 :]))


def test_the_baseline_is_not_stated_and_rival_figures_stand_beside_it_as_from_outside(
    seeded_db: Database,
) -> None:
    initiatives = section(printed(seeded_db, 160), "Initiatives")
    assert "at least 500 bn USD by 2030" in initiatives
    assert "baseline not stated by the article" in initiatives
    for value in ("190.08 bn USD in 2023", "212.3 bn USD in 2024", "128.9 bn USD in 2024"):
        assert value in initiatives
    assert initiatives.count("from outside") == 3


def test_statements_say_who_how_and_about_whom(seeded_db: Database) -> None:
    said = section(printed(seeded_db, 160), "Who said what about whom")
    for speaker in ("Volodymyr Zelensky", "Donald Trump", "Pete Hegseth", "Dmitry Peskov"):
        assert speaker in said
    assert "verbatim" in said or "mixed" in said
    assert re.search(r"about [^·]*\(positive\)", said)


def test_scenarios_have_conditions_and_outcomes(seeded_db: Database) -> None:
    scenarios = section(printed(seeded_db, 160), "Scenarios")
    assert scenarios.count(" if ") >= 2
    assert (
        "the failure of negotiations in Ukraine and the gradual reduction of US support for Kyiv" in scenarios
    )
    assert "could create a greater security gap in Europe" in scenarios
    assert "could could" not in scenarios


def test_paragraphs_say_what_they_carry_and_what_nobody_is_cited_for(seeded_db: Database) -> None:
    text = section(printed(seeded_db, 160), "Paragraph by paragraph")
    assert "13 " in text
    assert re.search(r"\d+ facts? no citation: ", text)
    assert "footnote" in text


def test_the_commands_to_try_next_work(seeded_db: Database, cli: Cli) -> None:
    text = printed(seeded_db)
    commands = [line.strip() for line in text[text.index("What to try next") :].splitlines()[1:]]
    assert len(commands) == 3
    for command in commands[:2]:
        assert cli(*shlex.split(command)[1:], db=seeded_db).out.strip()
    query = shlex.split(commands[2])[-1]
    with seeded_db.read() as session:
        assert session.connection().exec_driver_sql(query).all()


def test_a_section_that_is_cut_says_where_the_rest_is(
    seeded_db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geodb.analysis.briefing.SHOWN", 3)
    monkeypatch.setattr("geodb.cli.briefing.SHOWN", 3)
    text = printed(seeded_db)
    for view in ("event", "initiative", "statement", "scenario_outcome", "coverage"):
        assert f"cut after 3 entries; all are in api.{view}\n" in text


def test_an_empty_database_is_told_how_to_get_an_article(db: Database) -> None:
    text = printed(db)
    assert "nothing yet; load an article with `geodb load FOLDER`" in text
    assert "Timeline" not in text


def test_the_briefing_costs_one_query_a_section(
    seeded_db: Database, query_count: Callable[[], AbstractContextManager[Queries]]
) -> None:
    with query_count() as queries:
        printed(seeded_db)
    assert len([statement for statement in queries.statements if "api." in statement]) == 8
