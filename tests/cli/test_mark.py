from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from tests.db.api.reading import rows

if TYPE_CHECKING:
    from geodb.db.session import Database
    from tests.fixtures.cli import Cli

KEY = "geodb:vladimir-putin"


def test_a_record_is_marked_and_cleared_again_with_reasons(cli: Cli, seeded_copy: Database) -> None:
    marked = cli("mark", "vladimir-putin", "amber", "--why", "asked for by a source", db=seeded_copy)
    assert (marked.code, marked.out) == (0, f"{KEY} is marked amber\n")
    assert "TLP:AMBER" in cli("show", KEY, db=seeded_copy).out
    assert cli("mark", KEY, "clear", db=seeded_copy).code == 0
    query = f"""
        SELECT old_value, new_value, reason FROM api.history('{KEY}')
        WHERE column_name = 'marking_code' AND op = 'U' ORDER BY change_id
    """
    with seeded_copy.read() as session:
        assert rows(session, query) == [
            ("clear", "amber", "asked for by a source"),
            ("amber", "clear", f"mark {KEY} clear"),
        ]


def test_a_marking_of_one_s_own_marks_too(cli: Cli, seeded_copy: Database) -> None:
    with seeded_copy.transaction() as session:
        session.execute(text("INSERT INTO geodb.marking (code, label) VALUES ('embassy', 'Embassy only')"))
    marked = cli("mark", KEY, "embassy", db=seeded_copy)
    assert (marked.code, marked.out) == (0, f"{KEY} is marked embassy\n")


def test_an_unknown_marking_and_an_unknown_key_are_told(cli: Cli, seeded_copy: Database) -> None:
    unknown = cli("mark", KEY, "purple", db=seeded_copy)
    assert unknown.code == 2
    assert "purple" in unknown.err
    assert "amber_strict" in unknown.err
    nobody = cli("mark", "geodb:nobody", "red", db=seeded_copy)
    assert nobody.code == 1
    assert "geodb:nobody" in nobody.err
