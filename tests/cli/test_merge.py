from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders as b

if TYPE_CHECKING:
    from geodb.db.session import Database
    from tests.fixtures.cli import Cli


@pytest.fixture
def world(fresh_db: Database) -> Database:
    with fresh_db.transaction() as session:
        for key, name in (("zelensky", "Volodymyr Zelensky"), ("zelenskyy", "Volodymyr Zelenskyy")):
            b.name(session, b.actor(session, key, "person", label=name), name)
        b.actor(session, "ukraine", label="Ukraine")
    return fresh_db


def test_a_merge_says_who_answers_now_and_how_to_undo_it(cli: Cli, world: Database) -> None:
    done = cli("merge", "zelenskyy", "zelensky", "--why", "one person", db=world)
    assert (done.code, done.out) == (0, "test:zelenskyy is merged: test:zelensky answers for it now\n")
    assert done.err == "to undo it: geodb unmerge test:zelenskyy\n"
    shown = cli("show", "zelenskyy", db=world).out
    assert "test:zelenskyy was merged into this record: one person" in " ".join(shown.split())


def test_undoing_brings_the_record_back(cli: Cli, world: Database) -> None:
    cli("merge", "zelenskyy", "zelensky", "--why", "one person", db=world)
    done = cli("unmerge", "zelenskyy", "--why", "two persons", db=world)
    assert (done.code, done.out) == (0, "test:zelenskyy is apart from test:zelensky again\n")
    assert cli("show", "zelenskyy", "--json", db=world).json["record"]["key"] == "test:zelenskyy"


def test_a_refused_merge_tells_the_reason_and_the_way_out(cli: Cli, world: Database) -> None:
    refused = cli("merge", "zelensky", "ukraine", "--why", "a try", db=world)
    assert refused.code == 1
    assert refused.err == (
        "error: test:zelensky cannot be merged into test:ukraine: test:zelensky is of kind Person and"
        " test:ukraine of kind State\nhint: correct the kind of actor that is wrong first\n"
    )


def test_suggestions_tell_reasons_and_the_command(cli: Cli, world: Database) -> None:
    found = cli("suggest-merges", db=world)
    assert found.code == 0
    assert "Volodymyr Zelenskyy  =  Volodymyr Zelensky" in found.out
    assert "like names" in found.out
    assert "geodb merge test:zelenskyy test:zelensky --why TEXT" in found.out


def test_suggestions_as_json(cli: Cli, world: Database) -> None:
    (pair,) = cli("suggest-merges", "zelensky", "--json", db=world).json
    assert list(pair) == ["key", "label", "into", "into_label", "score", "reasons"]
    assert (pair["key"], pair["into"]) == ("test:zelenskyy", "test:zelensky")


def test_a_judgement_ends_the_suggestions_until_it_is_withdrawn(cli: Cli, world: Database) -> None:
    pair = ("zelensky", "zelenskyy")
    judged = cli("not-same", *pair, "--why", "two men", db=world)
    assert judged.out == "test:zelensky and test:zelenskyy are not the same; that is remembered\n"
    found = cli("suggest-merges", db=world)
    assert (found.code, found.out) == (0, "")
    assert "no pair of records looks like one" in found.err
    assert cli("merge", *pair, "--why", "a try", db=world).code == 1
    withdrawn = cli("not-same", *pair, "--why", "one man", "--undo", db=world)
    assert withdrawn.out == "test:zelensky and test:zelenskyy may be the same again\n"
    assert cli("merge", *pair, "--why", "one man", db=world).code == 0


def test_every_judgement_needs_a_reason(cli: Cli, world: Database) -> None:
    for command in (("merge", "a", "b"), ("not-same", "a", "b")):
        for why in ((), ("--why", ""), ("--why", "  ")):
            refused = cli(*command, *why, db=world)
            assert refused.code == 2
            assert "--why" in refused.err


def test_undoing_a_merge_needs_no_reason_but_takes_no_empty_one(cli: Cli, world: Database) -> None:
    cli("merge", "zelenskyy", "zelensky", "--why", "one person", db=world)
    assert cli("unmerge", "zelenskyy", "--why", " ", db=world).code == 2
    done = cli("unmerge", "zelenskyy", db=world)
    assert (done.code, done.out) == (0, "test:zelenskyy is apart from test:zelensky again\n")
    assert "the merge is undone" in cli("history", "zelenskyy", db=world).out


def test_an_unknown_key_is_answered_with_the_nearest(cli: Cli, world: Database) -> None:
    refused = cli("merge", "zelenski", "zelensky", "--why", "x", db=world)
    assert refused.code == 1
    assert "there is no record with the key 'zelenski'" in refused.err


def test_a_bare_key_of_two_datasets_must_be_named_in_full(cli: Cli, world: Database) -> None:
    from sqlalchemy import text

    with world.transaction() as session:
        session.execute(
            text("INSERT INTO geodb.record (kind, key, label) VALUES ('actor', 'trade:ukraine', 'Ukraine')")
        )
    refused = cli("unmerge", "ukraine", "--why", "x", db=world)
    assert refused.code == 1
    assert "hint: name one of test:ukraine, trade:ukraine" in refused.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("merge", "zelensky", "zelensky"), "test:zelensky cannot be merged into itself"),
        (("not-same", "zelensky", "zelensky"), "test:zelensky is the same as itself"),
        (("unmerge", "zelensky"), "test:zelensky is not merged into another record"),
        (("merge", "zelensky", "zelenskij"), "there is no record with the key 'zelenskij'"),
        (("not-same", "zelensky", "zelenskyy", "--undo"), "nobody judged that"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words_and_not_in_rows(
    cli: Cli, world: Database, args: tuple[str, ...], said: str
) -> None:
    refused = cli(*args, "--why", "a try", db=world)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith(f"error: {said}")
    assert "Failing row" not in refused.err


def test_a_judgement_that_is_there_already_is_told_without_inner_numbers(cli: Cli, world: Database) -> None:
    judge = ("not-same", "zelensky", "zelenskyy", "--why", "two")
    assert cli(*judge, db=world).code == 0
    again = cli(*judge, db=world)
    assert (again.code, again.err) == (1, "error: the two were judged not to be the same already\n")
