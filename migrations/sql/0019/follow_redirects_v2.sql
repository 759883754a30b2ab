-- What a merge changes it locks in the order of the keys, as loads do, so that the two do not wait for each other. And who
-- answers for a record follows the merges even where a trigger of somebody else writes it.
CREATE FUNCTION geodb.follow_redirect_v2() RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE
    old_key CONSTANT text := (SELECT record.key FROM geodb.record WHERE record.id = NEW.old_id);
    into_key text;
    survivor geodb.record;
BEGIN
    SELECT record.key INTO into_key FROM geodb.record WHERE record.id = NEW.new_id;
    SELECT record.* INTO survivor
    FROM geodb.record
    WHERE record.id = (SELECT named.survivor_id FROM geodb.record AS named WHERE named.id = NEW.new_id);
    IF survivor.id = NEW.old_id THEN
        RAISE EXCEPTION '% is merged into % already: the other way round they would go in a circle',
            into_key, old_key
            USING ERRCODE = 'check_violation', HINT = 'undo that merge first',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_record_redirect_circle';
    ELSIF survivor.retracted_at IS NOT NULL THEN
        RAISE EXCEPTION '% cannot be merged into %, which is retracted', old_key, survivor.key
            USING ERRCODE = 'check_violation', HINT = 'merge the other way round',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_record_redirect_retracted';
    END IF;
    PERFORM FROM geodb.record WHERE record.survivor_id = NEW.old_id ORDER BY record.key FOR NO KEY UPDATE;
    UPDATE geodb.record SET merged_into_id = survivor.id WHERE record.survivor_id = NEW.old_id;
    RETURN NULL;
END
$body$;

CREATE FUNCTION geodb.undo_redirect_v2() RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE
    led bigint[];  -- the record itself, and all whose standing merges lead to it
BEGIN
    WITH RECURSIVE merged (id) AS (
        SELECT NEW.old_id
        UNION ALL
        SELECT redirect.old_id
        FROM geodb.record_redirect AS redirect
        JOIN merged ON redirect.new_id = merged.id
        WHERE redirect.undone_at IS NULL
    )

    SELECT array_agg(merged.id) INTO led FROM merged;
    PERFORM FROM geodb.record WHERE record.id = ANY (led) ORDER BY record.key FOR NO KEY UPDATE;
    UPDATE geodb.record SET merged_into_id = nullif(NEW.old_id, record.id) WHERE record.id = ANY (led);
    RETURN NULL;
END
$body$;

-- While several merges of one statement are followed, a record may name any that its standing merges lead to.
CREATE FUNCTION geodb.check_survivor_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
    IF pg_trigger_depth() > 1 AND coalesce(NEW.merged_into_id, 0) IN (
        WITH RECURSIVE led (id) AS (
            SELECT redirect.new_id
            FROM geodb.record_redirect AS redirect
            WHERE redirect.old_id = NEW.id AND redirect.undone_at IS NULL
            UNION
            SELECT redirect.new_id
            FROM geodb.record_redirect AS redirect
            JOIN led ON redirect.old_id = led.id
            WHERE redirect.undone_at IS NULL
        )

        SELECT led.id FROM led
        UNION ALL
        SELECT 0 WHERE NOT EXISTS (SELECT FROM led)
    )
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is not merged by hand: merged_into_id follows the merges in geodb.record_redirect', NEW.key
        USING ERRCODE = 'check_violation',
            HINT = 'insert into geodb.record_redirect to merge; set undone_at and undone_by there to undo',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_record_merged_by_redirect';
END
$body$;

DROP TRIGGER tg_record_survivor_update ON geodb.record;

CREATE TRIGGER tg_record_survivor_update BEFORE UPDATE OF merged_into_id ON geodb.record
FOR EACH ROW WHEN (old.merged_into_id IS DISTINCT FROM new.merged_into_id) EXECUTE FUNCTION geodb.check_survivor_v1();

-- Evidence speaks for a claim about its own record, and would be left behind.
CREATE TRIGGER tg_claim_moved BEFORE UPDATE OF record_id ON geodb.claim
FOR EACH ROW WHEN (old.record_id <> new.record_id)
EXECUTE FUNCTION geodb.refuse_change_v1('insert a claim about the other record, and delete this one');

ALTER TABLE geodb.record ENABLE ALWAYS TRIGGER tg_record_survivor_update;
ALTER TABLE geodb.claim ENABLE ALWAYS TRIGGER tg_claim_moved;

COMMENT ON FUNCTION geodb.follow_redirect_v2() IS
    'Gives the survivor of a merge to all that lead to it; refuses circles and merges into retracted records.';
COMMENT ON FUNCTION geodb.undo_redirect_v2() IS
    'Gives a record back to itself, and to all that lead to it, when its merge is undone.';
COMMENT ON FUNCTION geodb.check_survivor_v1() IS
    'Refuses merged_into_id where the merges say another, whoever writes it.';
