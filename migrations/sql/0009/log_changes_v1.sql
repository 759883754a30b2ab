-- The change log. One function per operation serves all tables: PL/pgSQL plans a trigger function anew for
-- each table, so the transition tables need no dynamic SQL. The argument of a trigger is the column that
-- names the record a row belongs to. With the rights of the owner, so that writers need none on the log.
CREATE FUNCTION audit.log_insert_v1() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    owner_column CONSTANT text := TG_ARGV[0];
    who CONSTANT text := nullif(current_setting('geodb.user', true), '');
    import CONSTANT bigint := nullif(current_setting('geodb.import_id', true), '');
    why CONSTANT text := nullif(current_setting('geodb.reason', true), '');
BEGIN
    INSERT INTO audit.change (table_name, row_id, record_id, op, after, app_user, import_id, reason)
    SELECT
        TG_TABLE_NAME,
        new_row.id,
        CASE owner_column WHEN 'id' THEN new_row.id ELSE (image.after ->> owner_column)::bigint END,
        'I',
        image.after,
        who,
        import,
        why
    FROM new_row
    CROSS JOIN LATERAL (SELECT to_jsonb(new_row) AS after OFFSET 0) AS image;  -- OFFSET: made once a row
    IF FOUND THEN
        PERFORM pg_notify('geodb_changes', '');
    END IF;
    RETURN NULL;
END
$body$;

CREATE FUNCTION audit.log_delete_v1() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    owner_column CONSTANT text := TG_ARGV[0];
    who CONSTANT text := nullif(current_setting('geodb.user', true), '');
    import CONSTANT bigint := nullif(current_setting('geodb.import_id', true), '');
    why CONSTANT text := nullif(current_setting('geodb.reason', true), '');
BEGIN
    INSERT INTO audit.change (table_name, row_id, record_id, op, before, app_user, import_id, reason)
    SELECT
        TG_TABLE_NAME,
        old_row.id,
        CASE owner_column WHEN 'id' THEN old_row.id ELSE (image.before ->> owner_column)::bigint END,
        'D',
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

-- A row whose id was changed is a row that went and a row that came, which the full join shows. It also keeps
-- the plan safe: a nested loop, good for one row and ruinous for many, cannot make a full join.
CREATE FUNCTION audit.log_update_v1() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    owner_column CONSTANT text := TG_ARGV[0];
    who CONSTANT text := nullif(current_setting('geodb.user', true), '');
    import CONSTANT bigint := nullif(current_setting('geodb.import_id', true), '');
    why CONSTANT text := nullif(current_setting('geodb.reason', true), '');
BEGIN
    INSERT INTO audit.change (table_name, row_id, record_id, op, before, after, app_user, import_id, reason)
    SELECT
        TG_TABLE_NAME,
        coalesce(new_row.id, old_row.id),
        CASE owner_column
            WHEN 'id' THEN coalesce(new_row.id, old_row.id)
            ELSE (coalesce(image.after, image.before) ->> owner_column)::bigint
        END,
        CASE WHEN old_row.id IS NULL THEN 'I' WHEN new_row.id IS NULL THEN 'D' ELSE 'U' END,
        image.before,
        image.after,
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
    WHERE (old_row *<> new_row) IS NOT FALSE;  -- the bytes differ: 1.0 and 1.00 are equal, but not the same
    IF FOUND THEN
        PERFORM pg_notify('geodb_changes', '');
    END IF;
    RETURN NULL;
END
$body$;

COMMENT ON FUNCTION audit.log_insert_v1() IS
    'Logs the rows a statement inserted; the argument is the column of the record they belong to.';
COMMENT ON FUNCTION audit.log_update_v1() IS
    'Logs the rows a statement changed; the argument is the column of the record they belong to.';
COMMENT ON FUNCTION audit.log_delete_v1() IS
    'Logs the rows a statement deleted; the argument is the column of the record they belong to.';
