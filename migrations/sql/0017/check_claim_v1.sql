-- A claim is about a column that readers see. The views are made after all tables: until then nothing is known of them.
CREATE FUNCTION geodb.check_claim_attribute_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE
    wrong record;
BEGIN
    SELECT record.key, record.kind, new_row.attribute
    INTO wrong
    FROM new_row
    JOIN geodb.record ON record.id = new_row.record_id
    WHERE
        to_regclass('api.' || record.kind) IS NOT NULL
        AND NOT EXISTS (
            SELECT FROM pg_attribute
            WHERE attrelid = to_regclass('api.' || record.kind) AND attname = new_row.attribute AND attnum > 0
        )
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'a claim on % is about "%", and records of kind % have no such attribute',
            wrong.key, wrong.attribute, wrong.kind
            USING ERRCODE = 'check_violation', HINT = format('the columns of api.%s are attributes', wrong.kind),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_claim_attribute_known';
    END IF;
    RETURN NULL;
END
$body$;

CREATE TRIGGER tg_claim_attribute_insert AFTER INSERT ON geodb.claim
REFERENCING NEW TABLE AS new_row
FOR EACH STATEMENT EXECUTE FUNCTION geodb.check_claim_attribute_v1();

CREATE TRIGGER tg_claim_attribute_update AFTER UPDATE ON geodb.claim
REFERENCING NEW TABLE AS new_row
FOR EACH STATEMENT EXECUTE FUNCTION geodb.check_claim_attribute_v1();

ALTER TABLE geodb.claim
ENABLE ALWAYS TRIGGER tg_claim_attribute_insert,
ENABLE ALWAYS TRIGGER tg_claim_attribute_update;

COMMENT ON FUNCTION geodb.check_claim_attribute_v1() IS
    'Refuses a claim on an attribute that records of its kind do not have.';
