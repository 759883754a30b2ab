"""Who may see a marked record, and that nobody else sees a trace of it; on a server of the tests' own."""

from __future__ import annotations

import json
import shutil
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg import sql

from geodb.db.base import SCHEMA, Base
from geodb.db.session import Database
from geodb.services.roles import make_roles
from geodb.sql.markings import hiding, is_record
from tests.db.connecting import SEED, connect, fill, load
from tests.db.ingest.small import extra, person, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geodb.db.server import EmbeddedServer

ARTICLE = "The envoy of the Grey Bureau met Vladimir Putin in Hollowmere."
"""Of a dossier in the dataset of the seed, about people of the seed and others."""

Rows = list[Any]


@pytest.fixture(scope="module")
def owner(lasting_server: EmbeddedServer) -> Iterator[Database]:
    """The seed, with roles made and a person for each clearance."""
    with Database(lasting_server.ensure_running()) as database:
        fill(database)
        with connect(database, "geodb") as admin:
            for name in ("green", "amber", "amber_strict", "red"):
                admin.execute(f"CREATE ROLE {name} LOGIN IN ROLE geodb_service, geodb_tlp_{name}")
        yield database


@contextmanager
def marked(owner: Database, key: str, marking: str = "red") -> Iterator[int]:
    """The id of a record that is marked, and clear again at the end."""
    change = "UPDATE geodb.record SET marking_code = %s WHERE key = %s RETURNING id"
    with connect(owner, "geodb_importer") as importer:
        row = importer.execute(change, [marking, key]).fetchone()
        assert row
        yield row[0]
        importer.execute(change, ["clear", key])


# --- all that a reader can ask ------------------------------------------------------------------------------


def everything(owner: Database, role: str) -> dict[str, Rows]:
    """What every view and function of schema api tells a role."""
    with connect(owner, role) as connection:

        def ask(query: str) -> Rows:
            return [row for (row,) in connection.execute(f"SELECT to_jsonb(v)::text FROM {query} AS v")]

        views = connection.execute("SELECT relname FROM pg_class WHERE relnamespace = 'api'::regnamespace")
        told = {f"api.{view}": sorted(ask(f"api.{view}")) for (view,) in views.fetchall() if view}
        past = connection.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'api'::regnamespace AND proname LIKE '%_asof'"
        )
        told |= {f"api.{name}": sorted(ask(f"api.{name}(now())")) for (name,) in past.fetchall()}
        asked = ["api.changes(0, 1000000)", "api.known_on('2099-01-01')", "api.merge_conflicts()"]
        asked += [f"api.search('{words}', 1000)" for words in ("putin", "trump", "grey bureau", "peace")]
        told |= {query: ask(query) for query in asked}
        for function in ("history(r.key)", "record_asof(now(), key => r.key)"):
            query = f"(SELECT f.* FROM api.record r CROSS JOIN LATERAL api.{function} f)"
            told[function] = sorted(ask(query))
        return told


def count(owner: Database, role: str, query: str, *values: object) -> int:
    with connect(owner, role) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {query}", values).fetchone()[0])  # type: ignore[index]


def secret_copy(folder: Path) -> Iterator[Path]:
    """The dossiers of the seed over again, marked, in a dataset of their own."""
    for dossier in SEED.iterdir():
        copy = shutil.copytree(dossier, folder / f"secret-{dossier.name}")
        file = copy / "dossier.yaml"
        lines = file.read_text("utf-8").splitlines()
        at = next(number for number, line in enumerate(lines) if line.startswith("dataset:"))
        lines[at : at + 1] = ["dataset: secret", "dataset_title: Nothing for strangers", "marking: red"]
        file.write_text("\n".join(lines), "utf-8")
        for article in copy.glob("article.txt"):
            article.write_text(article.read_text("utf-8") + "\n\nNot for strangers.", "utf-8")
        yield copy


def secret_meeting(folder: Path) -> Path:
    """A marked dossier in the dataset of the seed, in which people of the seed act with others."""
    evidence = [{"p": 1, "quote": "met Vladimir Putin"}]
    return write(
        folder / "secret-meeting",
        extra(
            dataset="geodb",
            marking="red",
            article={"text": "article.txt", "kind": "news", "language": "en", "publisher": "bbc"},
            actors=[person("grey-envoy", "Envoy Grey"), person("grey-bureau", "Grey Bureau")],
            holdings=[{"holder": "grey-envoy", "office": "president-of-russia", "end": "1990"}],
            actor_relations=[{"from": "vladimir-putin", "to": "grey-bureau", "kind": "rivalry"}],
            places=[{"key": "hollowmere", "label": "Hollowmere", "kind": "city"}],
            events=[
                {
                    "key": "meeting-in-hollowmere",
                    "label": "A meeting in Hollowmere",
                    "kind": "meeting",
                    "when": "2025-02-14",
                    "participants": [
                        {"actor": "grey-envoy", "role": "participant"},
                        {"actor": "vladimir-putin", "role": "participant"},
                    ],
                    "places": [{"place": "hollowmere"}],
                    "evidence": evidence,
                }
            ],
            statements=[
                {
                    "key": "grey-envoy-on-peace",
                    "speaker": ["vladimir-putin"],
                    "targets": {"grey-envoy": "positive"},
                    "occasion": "meeting-in-hollowmere",
                    "form": "paraphrase",
                    "content": "He praised the envoy for peace.",
                    "evidence": evidence,
                }
            ],
        ),
        ARTICLE,
    )


# --- no trace ----------------------------------------------------------------------------------------------


def test_a_marked_dossier_leaves_no_trace_for_who_is_not_cleared(owner: Database, tmp_path: Path) -> None:
    before = everything(owner, "amber_strict")
    load(owner, *secret_copy(tmp_path), secret_meeting(tmp_path))
    after = everything(owner, "amber_strict")
    assert {name: rows for name, rows in after.items() if rows != before.get(name)} == {}
    assert after.keys() == before.keys()
    for role in ("red", "geodb_importer", "geodb"):
        assert count(owner, role, "api.record WHERE marking = 'red'") > 150
        assert count(owner, role, "api.search('grey bureau')") > 0
        assert count(owner, role, "api.changes(0, 1000000) WHERE record_key LIKE 'secret:%%'") > 150
        assert (
            count(owner, role, "api.event_participant WHERE event_key = 'geodb:meeting-in-hollowmere'") == 2
        )


def test_records_that_are_marked_later_are_named_by_nothing(owner: Database) -> None:
    keys = ["geodb:vladimir-putin", "geodb:us-strategic-moves-2025", "geodb:mission-500"]
    with ExitStack() as stack:
        ids = {stack.enter_context(marked(owner, key)) for key in keys}
        told = everything(owner, "geodb_service")
    assert told["api.record"]
    for name, rows in told.items():
        for row in map(json.loads, rows):
            assert {row[column] for column in row if column.endswith("key")}.isdisjoint(keys), (name, row)
            images = [row.get("before"), row.get("after")]
            named = {
                image[c] for image in images if isinstance(image, dict) for c in image if c.endswith("_id")
            }
            assert named.isdisjoint(ids), (name, row)


# --- who sees what -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marking", "readers"),
    [
        ("green", {"green", "amber", "amber_strict", "red"}),
        ("amber", {"amber", "amber_strict", "red"}),
        ("amber_strict", {"amber_strict", "red"}),
        ("red", {"red"}),
    ],
)
def test_a_clearance_holds_for_all_that_is_marked_less(
    owner: Database, marking: str, readers: set[str]
) -> None:
    roles = ["geodb_service", "geodb_analyst", "green", "amber", "amber_strict", "red"]
    with marked(owner, "geodb:vladimir-putin", marking):
        found = {role for role in roles if count(owner, role, "api.actor WHERE key = 'geodb:vladimir-putin'")}
    assert found == readers


def test_a_session_that_takes_another_role_sees_what_that_role_may(owner: Database) -> None:
    query = "SELECT count(*) FROM api.search('vladimir putin') WHERE key = 'geodb:vladimir-putin'"
    with marked(owner, "geodb:vladimir-putin"), connect(owner, "geodb") as admin:
        counts = []
        for role in ("NONE", "geodb_service", "red", "geodb_importer", "geodb_analyst"):
            admin.execute(sql.SQL("SET ROLE {}").format(sql.SQL(role)))
            counts.append(admin.execute(query).fetchone())
    assert counts == [(1,), (0,), (1,), (1,), (0,)]


def test_a_marking_of_one_s_own_is_for_nobody_until_there_is_a_role_for_it(owner: Database) -> None:
    with connect(owner, "geodb") as admin:
        admin.execute("INSERT INTO geodb.marking (code, label, sort_order) VALUES ('house', 'House only', 1)")
        with marked(owner, "geodb:vladimir-putin", "house"):
            query = "api.actor WHERE key = 'geodb:vladimir-putin'"
            assert [count(owner, role, query) for role in ("red", "geodb_importer")] == [0, 1]
            admin.execute("CREATE ROLE geodb_tlp_house ROLE red")
            assert count(owner, "red", query) == 1


@pytest.mark.parametrize("view", ["record", "place", "name", "change"])
def test_an_error_tells_nothing_of_a_hidden_record(owner: Database, view: str) -> None:
    """A query may fail on a value it compares: never on one that it may not see."""
    column = {"name": "name", "change": "before::text"}.get(view, "label")
    divide = f"SELECT FROM api.{view} WHERE 1 / (CASE WHEN {column} ~ 'Xanadu' THEN 0 ELSE 1 END) = 0"
    with connect(owner, "geodb_importer") as importer, connect(owner, "geodb_analyst") as analyst:
        importer.execute(
            "WITH made AS ("
            " INSERT INTO geodb.record (kind, key, label) VALUES ('place', %s, 'Xanadu')"
            " RETURNING id, label"
            "), named AS (INSERT INTO geodb.record_name (record_id, name) SELECT id, label FROM made)"
            " INSERT INTO geodb.place (id, kind_code) SELECT id, 'city' FROM made",
            [f"geodb:xanadu-{view}"],
        )
        importer.execute("UPDATE geodb.record SET marking_code = 'amber' WHERE label = 'Xanadu'")
        analyst.execute(divide)
        importer.execute("UPDATE geodb.record SET marking_code = 'clear' WHERE label = 'Xanadu'")
        with pytest.raises(psycopg.errors.DivisionByZero):
            analyst.execute(divide)


def test_a_reader_s_key_is_looked_up_in_the_index_of_keys(owner: Database) -> None:
    with connect(owner, "geodb_service") as service:
        service.execute("SET enable_seqscan = off")
        plan = service.execute("EXPLAIN SELECT * FROM api.record WHERE key = 'geodb:nato'").fetchall()
    assert "using uq_record_key" in str(plan)


def test_what_was_refused_is_for_those_cleared_for_all(owner: Database) -> None:
    with connect(owner, "geodb_importer") as importer:
        importer.execute(
            "INSERT INTO ingest.import_reject (input, reason, payload) VALUES ('f', 'the Grey Bureau', '{}')"
        )
    found = {}
    for role in ("geodb_analyst", "amber_strict", "red", "geodb_importer"):
        with connect(owner, role) as reader:
            found[role] = reader.execute("SELECT reason, payload FROM api.import_reject").fetchall()
    hidden, seen = [("only those cleared for TLP:RED may read it", None)], [("the Grey Bureau", "{}")]
    assert list(found.values()) == [hidden, hidden, seen, seen]


def test_the_past_of_what_rests_on_a_hidden_source_is_hidden(owner: Database) -> None:
    """Views name these sources only where there is one, so that the record alone does not tell."""
    about = "geodb:russia-ukraine-war"
    with connect(owner, "geodb_importer") as importer:
        keys = importer.execute("SELECT key FROM geodb.record WHERE kind = 'source' ORDER BY id").fetchall()
        (source,) = keys[0]
        ids = "(SELECT id FROM geodb.record WHERE key = %s)"
        importer.execute(
            "INSERT INTO geodb.note (record_id, kind_code, text, source_id)"
            f" VALUES ({ids}, (SELECT min(code) FROM geodb.note_kind), 'whispered', {ids})",
            [about, source],
        )
        importer.execute(
            "INSERT INTO geodb.claim (record_id, attribute, value, source_id)"
            f" VALUES ({ids}, 'summary', '\"whispered\"', {ids})",
            [about, source],
        )
        moment = importer.execute("SELECT clock_timestamp()").fetchone()
        assert moment
        importer.execute("UPDATE geodb.note SET text = 'shouted' WHERE text = 'whispered'")
        importer.execute("DELETE FROM geodb.claim WHERE value = '\"whispered\"'")
    past = {
        "api.note_asof(%s) WHERE text = 'whispered'": 1,
        "api.note_asof(%s, record_key => 'geodb:russia-ukraine-war') WHERE text = 'whispered'": 1,
        "api.claim_asof(%s) WHERE value = 'whispered'": 1,
    }
    for query, seen in past.items():
        assert count(owner, "geodb_service", query, moment[0]) == seen
    with marked(owner, source):
        for query in past:
            assert count(owner, "geodb_service", query, moment[0]) == 0
            assert count(owner, "red", query, moment[0]) == 1


# --- how it is kept ----------------------------------------------------------------------------------------


def test_every_table_with_rows_of_records_has_row_security(owner: Database) -> None:
    with connect(owner, "geodb") as admin:
        secured = admin.execute("SELECT relname FROM pg_class WHERE relrowsecurity").fetchall()
    of_records = {
        table.name
        for table in Base.metadata.tables.values()
        if table.schema == SCHEMA and (is_record(table) or hiding(table))
    }
    assert {name for (name,) in secured} == of_records | {"dataset", "import_run"}
    assert len(of_records) > 30


def test_what_is_nothing_without_a_hidden_record_is_hidden_with_it(owner: Database) -> None:
    """`geodb.hidden_v1` is frozen in a revision: a new reference needs a new version of it."""
    with connect(owner, "geodb") as admin:
        row = admin.execute("SELECT prosrc FROM pg_proc WHERE proname = 'hidden_v1'").fetchone()
    assert row
    for table in Base.metadata.tables.values():
        if table.schema == SCHEMA and is_record(table):
            for column in hiding(table):
                assert f"SELECT id FROM geodb.{table.name} WHERE {column} = ANY (" in row[0]


def test_making_the_roles_again_mends_the_policies(owner: Database) -> None:
    with connect(owner, "geodb") as admin:
        admin.execute("DROP POLICY seen ON geodb.actor")
        admin.execute("ALTER TABLE geodb.event DISABLE ROW LEVEL SECURITY")
        assert count(owner, "geodb_service", "api.actor") == 0
        make_roles(owner)
        assert count(owner, "geodb_service", "api.actor") > 10
        assert admin.execute(
            "SELECT relrowsecurity FROM pg_class WHERE oid = 'geodb.event'::regclass"
        ).fetchone() == (True,)
