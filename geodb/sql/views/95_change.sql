-- Who changed what, and what came in.

-- A barrier, for nothing else keeps what a query asks of an image from those of hidden records. It is planned by
-- itself, so the last changes are read from the end of the log only if it says itself that they come first.
CREATE VIEW api.change WITH (security_barrier) AS
SELECT
    c.id AS change_id,
    r.key AS record_key,
    r.kind AS record_kind,
    r.label AS record_label,
    c.at,
    c.op,
    c.table_name,
    c.db_user,
    c.app_user,
    c.reason,
    c.before,
    c.after
FROM audit.full_change c
JOIN geodb.record r_said ON r_said.id = c.record_id
JOIN geodb.record r ON r.id = r_said.survivor_id
ORDER BY c.id DESC;

COMMENT ON VIEW api.change IS
    'Change log of the records: every change with what was before and after. Retracted records keep '
    'their history here.';
COMMENT ON COLUMN api.change.change_id IS 'Position in the change log.';
COMMENT ON COLUMN api.change.record_key IS
    'Key of the record the row belongs to; the survivor''s if it was merged.';
COMMENT ON COLUMN api.change.record_kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.change.record_label IS 'Name of the record.';
COMMENT ON COLUMN api.change.at IS 'Start of the transaction that made the change.';
COMMENT ON COLUMN api.change.op IS 'I insert, U update, D delete.';
COMMENT ON COLUMN api.change.table_name IS 'Table of schema geodb whose row changed.';
COMMENT ON COLUMN api.change.db_user IS 'Database user.';
COMMENT ON COLUMN api.change.app_user IS 'Person or service, where the application said so.';
COMMENT ON COLUMN api.change.reason IS 'Why, where the application said so.';
COMMENT ON COLUMN api.change.before IS 'The row before, as JSON; NULL for an insert.';
COMMENT ON COLUMN api.change.after IS 'The row after, as JSON; NULL for a delete.';

CREATE FUNCTION api.changes(after_id bigint DEFAULT 0, "limit" integer DEFAULT 1000)
RETURNS TABLE (
    change_id bigint,
    at timestamptz,
    table_name text,
    row_id bigint,
    record_key text,
    record_kind text,
    op text,
    before jsonb,
    after jsonb,
    db_user text,
    app_user text,
    import_id bigint,
    reason text
)
LANGUAGE plpgsql VOLATILE ROWS 1000
SECURITY DEFINER SET search_path = pg_catalog, pg_temp  -- with the rights of the owner, as views have them
AS $body$
DECLARE
    settled_id CONSTANT bigint := audit.settled_id_v1();
BEGIN
    RETURN QUERY  -- a statement of its own, which sees all that was committed up to settled_id
    SELECT
        c.id, c.at, c.table_name, c.row_id, r.key, r.kind, c.op::text, c.before, c.after,
        c.db_user, c.app_user, c.import_id, c.reason
    FROM audit.full_change c
    LEFT JOIN geodb.record r ON r.id = c.record_id
    WHERE c.id > changes.after_id AND c.id <= settled_id
    ORDER BY c.id
    LIMIT changes."limit";
END
$body$;

COMMENT ON FUNCTION api.changes(bigint, integer) IS
    'Change feed: the changes after a position, oldest first and never one before its time, so that whoever asks '
    'again from the last change_id misses none and sees none twice. change_id: position; at: start of the '
    'transaction; table_name, row_id: whose row it is; record_key, record_kind: the record it belongs to, '
    'unmerged; op: I insert, U update, D delete; before, after: the row as JSON; db_user, app_user, import_id, '
    'reason: by whom and why. NOTIFY geodb_changes tells when to ask.';

CREATE VIEW api.import_run AS
SELECT
    i.id AS import_id,
    i.importer,
    i.input,
    i.input_sha256,
    i.status,
    i.started_at,
    i.finished_at,
    i.db_user,
    i.counts,
    count(j.id) AS rejected,
    count(j.id) FILTER (WHERE j.resolved_at IS NULL) AS rejected_open
FROM ingest.import_run i
LEFT JOIN ingest.import_reject j ON j.import_id = i.id
GROUP BY i.id;

COMMENT ON VIEW api.import_run IS
    'Runs of loaders: who loaded what, when, with which result.';
COMMENT ON COLUMN api.import_run.import_id IS 'Number of the run.';
COMMENT ON COLUMN api.import_run.importer IS 'Loader and its version.';
COMMENT ON COLUMN api.import_run.input IS 'Name of the input.';
COMMENT ON COLUMN api.import_run.input_sha256 IS 'SHA-256 of the input.';
COMMENT ON COLUMN api.import_run.status IS 'running, done or failed.';
COMMENT ON COLUMN api.import_run.started_at IS 'Start.';
COMMENT ON COLUMN api.import_run.finished_at IS 'End.';
COMMENT ON COLUMN api.import_run.db_user IS 'Database user.';
COMMENT ON COLUMN api.import_run.counts IS 'new, changed, unchanged and retracted per kind, as JSON.';
COMMENT ON COLUMN api.import_run.rejected IS 'Items that were refused.';
COMMENT ON COLUMN api.import_run.rejected_open IS 'Refused items that no retry has brought in.';

CREATE VIEW api.import_reject AS
SELECT
    j.import_id,
    j.input,
    j.line,
    CASE
        WHEN (SELECT geodb.sees_v1('red')) THEN j.reason
        ELSE 'only those cleared for TLP:RED may read it'
    END AS reason,
    CASE WHEN (SELECT geodb.sees_v1('red')) THEN j.payload::text END AS payload,
    j.rejected_at,
    j.resolved_at
FROM ingest.import_reject j;

COMMENT ON VIEW api.import_reject IS
    'Refused input with its reason; nothing is dropped silently. What was refused got no marking, so that only '
    'those who are cleared for every one may read it.';
COMMENT ON COLUMN api.import_reject.import_id IS 'Number of the run; NULL: none was opened.';
COMMENT ON COLUMN api.import_reject.input IS 'Name of the input.';
COMMENT ON COLUMN api.import_reject.line IS 'Line of the input.';
COMMENT ON COLUMN api.import_reject.reason IS 'Why it was refused, for readers cleared for TLP:RED.';
COMMENT ON COLUMN api.import_reject.payload IS 'What was refused, as JSON text; NULL for who is not cleared for TLP:RED.';
COMMENT ON COLUMN api.import_reject.rejected_at IS 'When.';
COMMENT ON COLUMN api.import_reject.resolved_at IS 'When a retry went through; NULL: not yet.';
