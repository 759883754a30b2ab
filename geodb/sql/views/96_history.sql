-- The history of one record, readable: every value that was changed, with keys and names in place of inner ids.
CREATE FUNCTION api.history(key text)
RETURNS TABLE (
    change_id bigint,
    at timestamptz,
    db_user text,
    app_user text,
    reason text,
    import_id bigint,
    input text,
    record_key text,
    table_name text,
    row_id bigint,
    op text,
    column_name text,
    old_value text,
    old_label text,
    new_value text,
    new_label text
)
LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp  -- with the rights of the owner, as views have them
BEGIN ATOMIC
    WITH own AS (
        SELECT one.id
        FROM geodb.record asked
        JOIN geodb.record one ON one.survivor_id = asked.survivor_id
        WHERE asked.key = history.key
    ),

    told AS (
        SELECT c.id FROM own JOIN audit.change c ON c.record_id = own.id
        UNION
        SELECT c.id  -- merges into it that were undone since
        FROM own
        JOIN geodb.record_redirect d ON d.new_id = own.id
        JOIN audit.change c ON c.record_id = d.old_id AND c.table_name = 'record_redirect'
    )

    SELECT
        c.id, c.at, c.db_user, c.app_user, c.reason, c.import_id, i.input, r.key, c.table_name, c.row_id, c.op::text,
        v.name, coalesce(o.key, v.old), o.label, coalesce(n.key, v.new), n.label
    FROM told
    JOIN audit.full_change c ON c.id = told.id
    JOIN geodb.record r ON r.id = c.record_id
    LEFT JOIN ingest.import_run i ON i.id = c.import_id
    CROSS JOIN LATERAL (
        SELECT name, old, new
        FROM (
            SELECT coalesce(b.key, a.key) AS name, b.value AS old, a.value AS new
            FROM jsonb_each_text(c.before) b
            FULL JOIN jsonb_each_text(c.after) a ON a.key = b.key
        ) changed
        WHERE
            new IS DISTINCT FROM changed.old
            -- what only repeats other columns
            AND name NOT IN ('id', 'record_kind', 'import_id', 'survivor_id', 'dataset_prefix', 'folded', 'digest')
            AND name !~ 'span$'
    ) v
    LEFT JOIN geodb.record o
        ON o.id = CASE WHEN v.name ~ '_id$' AND v.name NOT IN ('claim_id', 'geonames_id') THEN v.old::bigint END
    LEFT JOIN geodb.record n
        ON n.id = CASE WHEN v.name ~ '_id$' AND v.name NOT IN ('claim_id', 'geonames_id') THEN v.new::bigint END
    ORDER BY c.id, v.name;
END;

COMMENT ON FUNCTION api.history(text) IS
    'All that happened to a record, to what hangs on it and to the records merged into it, oldest first: one row per '
    'change and column. change_id: position in the change log; at: start of the transaction; db_user, app_user, '
    'reason, import_id, input: by whom, why, and from which import; record_key: the record the row belongs to; '
    'table_name, row_id, op: which row, and I insert, U update or D delete; column_name, old_value, new_value: what '
    'changed, with keys where records are named, and old_label, new_label their names.';
