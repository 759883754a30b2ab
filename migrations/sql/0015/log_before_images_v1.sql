-- The log keeps each image of a row once, as the row was before a change. What a change made of it is what the row's next
-- change found, or the row itself. So an insertion, which most changes are, is logged without any image.
CREATE FUNCTION audit.log_insert_v2() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    owner_column CONSTANT text := TG_ARGV[0];
    who CONSTANT text := nullif(current_setting('geodb.user', true), '');
    import CONSTANT bigint := nullif(current_setting('geodb.import_id', true), '');
    why CONSTANT text := nullif(current_setting('geodb.reason', true), '');
    logged bigint;
BEGIN
    EXECUTE format(
        'INSERT INTO audit.change (table_name, row_id, record_id, op, app_user, import_id, reason)'
        ' SELECT $1, id, %I, ''I'', $2, $3, $4 FROM new_row',
        owner_column
    ) USING TG_TABLE_NAME::text, who, import, why;
    GET DIAGNOSTICS logged = ROW_COUNT;
    IF logged > 0 THEN
        PERFORM pg_notify('geodb_changes', '');
    END IF;
    RETURN NULL;
END
$body$;

-- A row whose id was changed is a row that went and a row that came, which the full join shows; so is a row
-- that moved to another record, which is written as two changes. The full join also keeps the plan safe: a
-- nested loop, good for one row and ruinous for many, cannot make one.
CREATE FUNCTION audit.log_update_v3() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    owner_column CONSTANT text := TG_ARGV[0];
    who CONSTANT text := nullif(current_setting('geodb.user', true), '');
    import CONSTANT bigint := nullif(current_setting('geodb.import_id', true), '');
    why CONSTANT text := nullif(current_setting('geodb.reason', true), '');
BEGIN
    INSERT INTO audit.change (table_name, row_id, record_id, op, since, before, app_user, import_id, reason)
    SELECT
        TG_TABLE_NAME,
        coalesce(new_row.id, old_row.id),
        (coalesce(part.after, part.before) ->> owner_column)::bigint,
        CASE WHEN part.before IS NULL THEN 'I' WHEN part.after IS NULL THEN 'D' ELSE 'U' END,
        CASE WHEN part.before IS NOT NULL THEN audit.last_changed_v1(TG_TABLE_NAME, old_row.id) END,
        part.before,
        who,
        import,
        why
    FROM old_row
    FULL JOIN new_row ON new_row.id = old_row.id
    CROSS JOIN LATERAL (
        SELECT
            CASE WHEN old_row.id IS NOT NULL THEN to_jsonb(old_row) END AS before,
            CASE WHEN new_row.id IS NOT NULL THEN to_jsonb(new_row) END AS after
        OFFSET 0
    ) AS image
    CROSS JOIN LATERAL (
        SELECT image.before, image.after WHERE (image.before -> owner_column <> image.after -> owner_column) IS NOT TRUE
        UNION ALL
        SELECT image.before, NULL WHERE image.before -> owner_column <> image.after -> owner_column
        UNION ALL
        SELECT NULL, image.after WHERE image.before -> owner_column <> image.after -> owner_column
    ) AS part
    WHERE (old_row *<> new_row) IS NOT FALSE;  -- the bytes differ: 1.0 and 1.00 are equal, but not the same
    IF FOUND THEN
        PERFORM pg_notify('geodb_changes', '');
    END IF;
    RETURN NULL;
END
$body$;

COMMENT ON FUNCTION audit.log_insert_v2() IS
    'Logs the rows a statement inserted; the argument is the column of the record they belong to.';
COMMENT ON FUNCTION audit.log_update_v3() IS
    'Logs the rows a statement changed; the argument is the column of the record they belong to.';
