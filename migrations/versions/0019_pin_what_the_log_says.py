"""Let what a session has set, or a trigger of somebody's own, not change what the log and the merges say.

The log is written in one style of days, and what was logged in another is mended: a span follows from its
dates. Moments are kept to what clients can read, as days are since 0016. A claim stays with its record,
and a name is not blank.

Revision ID: 0019
Revises: 0018
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision: str | None = "0018"
branch_labels: str | None = None
depends_on: str | None = None

SQL = Path(__file__).parents[1] / "sql" / revision

RETARGET = """
DO $retarget$
DECLARE
    made record;
BEGIN
    FOR made IN
        SELECT tgrelid::regclass AS relation, tgname AS name, pg_get_triggerdef(pg_trigger.oid) AS definition
        FROM pg_trigger
        WHERE tgfoid = 'geodb.{old}()'::regprocedure
        ORDER BY tgrelid::regclass::text, tgname
    LOOP
        EXECUTE replace(
            replace(made.definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER'), '{old}(', '{new}('
        );
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', made.relation, made.name);
    END LOOP;
END
$retarget$
"""
# Nothing tells day from month in another style, but the dates that a span was made from are logged too.
MEND = """
UPDATE audit.change AS c
SET before = c.before || jsonb_build_object('{name}', {rule})
WHERE c.table_name = '{table}' AND c.before ->> '{name}' ~ '[./]|[0-9]-[0-9]+-[0-9]{{4}}'
"""
SPANS = (
    ("actor_relation", "span", "edtf"),
    ("assessment", "horizon_span", "horizon_edtf"),
    ("event", "span", "edtf"),
    ("figure", "as_of_span", "as_of_edtf"),
    ("initiative_target", "deadline_span", "deadline_edtf"),
    ("record_name", "valid_span", "valid_edtf"),
    ("source", "published_span", "published_edtf"),
    ("statement", "said_span", "said_edtf"),
    ("status_change", "span", "edtf"),
    ("target_observation", "as_of_span", "as_of_edtf"),
    ("target_observation", "published_span", "published_edtf"),
)
TERMS = (
    ("actor", "life_span", "founded_edtf", "dissolved_edtf"),
    ("initiative_party", "span", "joined_edtf", "left_edtf"),
    ("office_holding", "span", "start_edtf", "end_edtf"),
)
DATE = "c.before ->> '{}'"
MOMENTS = """
DO $moments$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT
            attrelid::regclass AS relation,
            attname AS name,
            format('ck_%s_%s_years', relname, attname) AS rule
        FROM pg_attribute
        JOIN pg_class ON pg_class.oid = attrelid
        WHERE
            relnamespace IN ('geodb'::regnamespace, 'ingest'::regnamespace) AND relkind = 'r'
            AND atttypid = 'timestamptz'::regtype AND attnum > 0 AND NOT attisdropped
        ORDER BY attrelid::regclass::text, attname
    LOOP
        EXECUTE format({change});
    END LOOP;
END
$moments$
"""
# As clients can read them in any time zone.
BOUND = """
            'ALTER TABLE %s ADD CONSTRAINT %I'
            ' CHECK (%I >= ''0001-01-02 00:00+00'' AND %I < ''9999-12-31 00:00+00'')',
            found.relation, found.rule, found.name, found.name
        """
UNBOUND = "'ALTER TABLE %s DROP CONSTRAINT %I', found.relation, found.rule"


def upgrade() -> None:
    make_rules()
    op.execute("SET LOCAL datestyle = 'ISO, YMD'")
    op.execute("ALTER TABLE audit.change DISABLE TRIGGER tg_change_kept")
    for statement in _mended():
        run(statement)
    op.execute("ALTER TABLE audit.change ENABLE ALWAYS TRIGGER tg_change_kept")
    op.execute("DELETE FROM geodb.record_name WHERE btrim(name) = ''")
    name_rule("btrim(name) <> ''")
    run(MOMENTS.format(change=BOUND))


def make_rules() -> None:
    """What rows are shown by, the log is written by, and merges are kept by."""
    run_file("write_images_v1.sql")
    run_file("follow_redirects_v2.sql")
    run(RETARGET.format(old="follow_redirect_v1", new="follow_redirect_v2"))
    run(RETARGET.format(old="undo_redirect_v1", new="undo_redirect_v2"))


def downgrade() -> None:
    run(MOMENTS.format(change=UNBOUND))
    name_rule("name <> ''")
    op.execute("DROP TRIGGER tg_claim_moved ON geodb.claim")
    op.execute("DROP TRIGGER tg_record_survivor_update ON geodb.record")
    op.execute(
        "CREATE TRIGGER tg_record_survivor_update BEFORE UPDATE OF merged_into_id ON geodb.record"
        " FOR EACH ROW"
        " WHEN (old.merged_into_id IS DISTINCT FROM new.merged_into_id AND pg_trigger_depth() = 0)"
        " EXECUTE FUNCTION geodb.refuse_survivor_v1()"
    )
    op.execute("ALTER TABLE geodb.record ENABLE ALWAYS TRIGGER tg_record_survivor_update")
    run(RETARGET.format(old="follow_redirect_v2", new="follow_redirect_v1"))
    run(RETARGET.format(old="undo_redirect_v2", new="undo_redirect_v1"))
    for function in ("log_update_v3", "log_delete_v2"):
        for setting in ("datestyle", "intervalstyle"):
            op.execute(f"ALTER FUNCTION audit.{function}() RESET {setting}")
    op.execute(
        "DROP FUNCTION geodb.follow_redirect_v2(), geodb.undo_redirect_v2(), geodb.check_survivor_v1(),"
        " geodb.image_v1(anyelement)"
    )


def _mended() -> list[str]:
    """Updates of images whose spans were written in a style other than the log's."""
    spans = [
        MEND.format(table=table, name=name, rule=f"geodb.edtf_span_v1({DATE.format(date)})")
        for table, name, date in SPANS
    ]
    terms = [
        MEND.format(
            table=table,
            name=name,
            rule="geodb.edtf_span_v1(concat_ws('/', "
            f"coalesce({DATE.format(start)}, '..'), coalesce({DATE.format(end)}, '..')))",
        )
        for table, name, start, end in TERMS
    ]
    certain = f"geodb.certain_term_v1({DATE.format('start_edtf')}, {DATE.format('end_edtf')})"
    return [*spans, *terms, MEND.format(table="office_holding", name="certain_span", rule=certain)]


def name_rule(rule: str) -> None:
    """What a name is, in place of what it was; its table is read once."""
    op.execute(
        "-- squawk-ignore ban-drop-constraint\n"
        "ALTER TABLE geodb.record_name DROP CONSTRAINT ck_record_name_name"
    )
    op.execute(
        "-- squawk-ignore constraint-missing-not-valid\n"
        f"ALTER TABLE geodb.record_name ADD CONSTRAINT ck_record_name_name CHECK ({rule})"
    )


def run_file(name: str) -> None:
    run((SQL / name).read_text(encoding="utf-8").strip().removesuffix(";"))


def run(statement: str) -> None:
    """Run a statement in which a per cent sign is a per cent sign."""
    op.execute(sa.DDL(statement.replace("%", "%%")))  # type: ignore[no-untyped-call]
