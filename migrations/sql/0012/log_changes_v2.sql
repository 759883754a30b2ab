-- Each image of a row before a change also says since when the row was so: the latest of the moments it was
-- changed at before. From `since` until `at` it stood, and these spans of a row never overlap, even where a
-- transaction that began earlier changed it later. Read in the order of the index, one probe a row.
CREATE FUNCTION audit.last_changed_v1(of_table text, of_row bigint) RETURNS timestamptz
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT max(at) FROM audit.change WHERE table_name = of_table AND row_id = of_row;
END;

CREATE FUNCTION audit.log_delete_v2() RETURNS trigger
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
        old_row.id,
        CASE owner_column WHEN 'id' THEN old_row.id ELSE (image.before ->> owner_column)::bigint END,
        'D',
        audit.last_changed_v1(TG_TABLE_NAME, old_row.id),
        image.before,
        who,
        import,
        why
    FROM old_row
    CROSS JOIN LATERAL (SELECT to_jsonb(old_row) AS before OFFSET 0) AS image;
    IF FOUND THEN
        PERFORM pg_notify('geodb_changes', '');
    END IF;
    RETURN NULL;
END
$body$;

-- A row whose id was changed is a row that went and a row that came, which the full join shows; so is a row
-- that moved to another record, which is written as two changes. The full join also keeps the plan safe: a
-- nested loop, good for one row and ruinous for many, cannot make one.
CREATE FUNCTION audit.log_update_v2() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    owner_column CONSTANT text := TG_ARGV[0];
    who CONSTANT text := nullif(current_setting('geodb.user', true), '');
    import CONSTANT bigint := nullif(current_setting('geodb.import_id', true), '');
    why CONSTANT text := nullif(current_setting('geodb.reason', true), '');
BEGIN
    INSERT INTO audit.change
        (table_name, row_id, record_id, op, since, before, after, app_user, import_id, reason)
    SELECT
        TG_TABLE_NAME,
        coalesce(new_row.id, old_row.id),
        (coalesce(part.after, part.before) ->> owner_column)::bigint,
        CASE WHEN part.before IS NULL THEN 'I' WHEN part.after IS NULL THEN 'D' ELSE 'U' END,
        CASE WHEN part.before IS NOT NULL THEN audit.last_changed_v1(TG_TABLE_NAME, old_row.id) END,
        part.before,
        part.after,
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

COMMENT ON FUNCTION audit.last_changed_v1(text, bigint) IS
    'When a row was changed last, as far as the log knows: the start of that transaction.';
COMMENT ON FUNCTION audit.log_update_v2() IS
    'Logs the rows a statement changed; the argument is the column of the record they belong to.';
COMMENT ON FUNCTION audit.log_delete_v2() IS
    'Logs the rows a statement deleted; the argument is the column of the record they belong to.';
