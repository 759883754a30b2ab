-- What may never happen to a row. The argument of a trigger is the hint: what to do instead.
CREATE FUNCTION geodb.refuse_change_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION '%.% never changes: row % may not be changed or deleted', TG_TABLE_SCHEMA, TG_TABLE_NAME, OLD.id
        USING ERRCODE = 'check_violation', HINT = TG_ARGV[0],
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
END
$body$;

CREATE FUNCTION geodb.refuse_delete_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE
    key text;
BEGIN
    SELECT record.key INTO key FROM geodb.record WHERE record.id = OLD.id;
    RAISE EXCEPTION '% may not be deleted from %.%: nothing is lost here', key, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'check_violation', HINT = TG_ARGV[0],
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
END
$body$;

CREATE FUNCTION geodb.refuse_truncate_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION '%.% may not be truncated: the change log would not see it', TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'check_violation', HINT = 'delete the rows, or retract the records',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
END
$body$;

COMMENT ON FUNCTION geodb.refuse_change_v1() IS 'Refuses to change or delete a row that is fixed for ever.';
COMMENT ON FUNCTION geodb.refuse_delete_v1() IS 'Refuses to delete a record or its row in the table of its kind.';
COMMENT ON FUNCTION geodb.refuse_truncate_v1() IS 'Refuses to empty a table behind the back of the change log.';
