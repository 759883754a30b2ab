from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from geodb.db.session import Database
    from tests.fixtures.cli import Cli


@pytest.mark.parametrize(
    ("wanted", "key"),
    [
        ("Volodymyr Zelensky", "geodb:volodymyr-zelensky"),
        ("zelenskyy", "geodb:volodymyr-zelensky"),
        ("Zelenski", "geodb:volodymyr-zelensky"),
        ("Зеленський", "geodb:volodymyr-zelensky"),
        ("владимир путин", "geodb:vladimir-putin"),
        ("Vladímir Pútin", "geodb:vladimir-putin"),
        ("Kyiv", "geodb:ukraine"),
        ("North Atlantic Treaty", "geodb:nato"),
    ],
)
def test_a_name_is_found_in_any_spelling_or_script(
    cli: Cli, seeded_db: Database, wanted: str, key: str
) -> None:
    hits = cli("find", wanted, "--json", db=seeded_db).json
    assert hits[0]["key"] == key
    assert hits[0]["kind"] == "actor"


def test_words_of_a_text_are_found_and_shown(cli: Cli, seeded_db: Database) -> None:
    result = cli("find", "autonomous systems", db=seeded_db)
    assert result.code == 0
    assert "\x1b" not in result.out
    assert "geodb:joint-production-autonomous-systems" in result.out
    assert "paragraph 8: " in result.out


def test_hits_are_grouped_by_kind(cli: Cli, seeded_db: Database) -> None:
    lines = cli("find", "Munich Security Conference", db=seeded_db).out.splitlines()
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert len(heads) == len(set(heads)) >= 2
    assert {"actor", "event"} <= set(heads)


def test_one_kind_alone_can_be_asked_for(cli: Cli, seeded_db: Database) -> None:
    hits = cli("find", "Saudi Arabia", "--kind", "place", "--json", db=seeded_db).json
    assert [hit["key"] for hit in hits] == ["geodb:saudi-arabia-country"]


def test_the_limit_holds_and_the_best_come_first(cli: Cli, seeded_db: Database) -> None:
    hits = cli("find", "Trump", "--limit", "3", "--json", db=seeded_db).json
    assert len(hits) == 3
    scores = [hit["score"] for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_nothing_found_is_said_on_stderr_and_is_no_error(cli: Cli, seeded_db: Database) -> None:
    result = cli("find", "xyzzy", db=seeded_db)
    assert (result.code, result.out) == (0, "")
    assert "nothing matches 'xyzzy'" in result.err
    assert cli("find", "xyzzy", "--json", db=seeded_db).json == []


def test_an_unknown_kind_is_refused_with_what_was_meant(cli: Cli, seeded_db: Database) -> None:
    result = cli("find", "x", "--kind", "actors", db=seeded_db)
    assert result.code == 1
    assert "'actors' is not a code of the list record_kind" in result.err
    assert "did you mean actor" in result.err


@pytest.mark.parametrize("text", ["", "   ", "'; DROP TABLE geodb.record; --", "a & | ! (", "%", "\\"])
def test_odd_texts_are_searched_for_like_any_other(cli: Cli, seeded_db: Database, text: str) -> None:
    assert cli("find", text, "--json", db=seeded_db).code == 0


@pytest.mark.parametrize("text", ["qqzz[/]", "qqzz[red]", "qqzz:100:"])
def test_what_is_not_found_is_told_as_it_was_asked(cli: Cli, seeded_db: Database, text: str) -> None:
    result = cli("find", text, db=seeded_db)
    assert (result.code, repr(text) in result.err) == (0, True)
