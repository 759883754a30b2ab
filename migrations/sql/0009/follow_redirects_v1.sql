-- A merge points from one record to another, a chain of merges ends at the survivor, and no chain is a circle.
-- Every record names the survivor that answers for it. All this is done row by row after the statement, when a
-- row sees what the rows before it did.
CREATE FUNCTION geodb.check_redirect_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
    -- One merge at a time: two at once could close a circle that neither sees. Whoever waited must see what
    -- the other did, which a repeatable read does not.
    PERFORM pg_advisory_xact_lock(hashtext('geodb.record_redirect'));
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
        RAISE EXCEPTION 'records are not merged in a REPEATABLE READ transaction'
            USING ERRCODE = 'feature_not_supported', HINT = 'use READ COMMITTED, the default, or SERIALIZABLE';
    ELSIF TG_OP = 'UPDATE' AND (
        (OLD.id, OLD.kind, OLD.old_id, OLD.new_id) IS DISTINCT FROM (NEW.id, NEW.kind, NEW.old_id, NEW.new_id)
        OR (OLD.undone_at IS NOT NULL AND NEW.undone_at IS NULL)
    )
    THEN
        RAISE EXCEPTION 'merge % may be undone, not changed', OLD.id
            USING ERRCODE = 'check_violation', HINT = 'set undone_at and undone_by, and merge anew',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_record_redirect_fixed';
    END IF;
    RETURN NEW;
END
$body$;

CREATE FUNCTION geodb.follow_redirect_v1() RETURNS trigger
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
    UPDATE geodb.record SET merged_into_id = survivor.id WHERE record.survivor_id = NEW.old_id;
    RETURN NULL;
END
$body$;

CREATE FUNCTION geodb.undo_redirect_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
    WITH RECURSIVE led (id) AS (  -- the record itself, and all whose standing merges lead to it
        SELECT NEW.old_id
        UNION ALL
        SELECT redirect.old_id
        FROM geodb.record_redirect AS redirect
        JOIN led ON redirect.new_id = led.id
        WHERE redirect.undone_at IS NULL
    )

    UPDATE geodb.record SET merged_into_id = nullif(NEW.old_id, led.id) FROM led WHERE record.id = led.id;
    RETURN NULL;
END
$body$;

CREATE FUNCTION geodb.refuse_survivor_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION '% is not merged by hand: merged_into_id follows the merges in geodb.record_redirect', NEW.key
        USING ERRCODE = 'check_violation',
            HINT = 'insert into geodb.record_redirect to merge; set undone_at and undone_by there to undo',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_record_merged_by_redirect';
END
$body$;

CREATE TRIGGER tg_record_redirect_check BEFORE INSERT OR UPDATE ON geodb.record_redirect
FOR EACH ROW EXECUTE FUNCTION geodb.check_redirect_v1();

CREATE TRIGGER tg_record_redirect_follow AFTER INSERT ON geodb.record_redirect
FOR EACH ROW WHEN (new.undone_at IS NULL) EXECUTE FUNCTION geodb.follow_redirect_v1();

CREATE TRIGGER tg_record_redirect_undo AFTER UPDATE OF undone_at ON geodb.record_redirect
FOR EACH ROW WHEN (old.undone_at IS NULL AND new.undone_at IS NOT NULL)
EXECUTE FUNCTION geodb.undo_redirect_v1();

CREATE TRIGGER tg_record_redirect_kept BEFORE DELETE ON geodb.record_redirect
FOR EACH ROW EXECUTE FUNCTION geodb.refuse_change_v1('set undone_at and undone_by to undo a merge');

-- At depth 0 a statement of somebody writes, deeper the triggers above.
CREATE TRIGGER tg_record_survivor_insert BEFORE INSERT ON geodb.record
FOR EACH ROW WHEN (new.merged_into_id IS NOT NULL) EXECUTE FUNCTION geodb.refuse_survivor_v1();

CREATE TRIGGER tg_record_survivor_update BEFORE UPDATE OF merged_into_id ON geodb.record
FOR EACH ROW WHEN (old.merged_into_id IS DISTINCT FROM new.merged_into_id AND pg_trigger_depth() = 0)
EXECUTE FUNCTION geodb.refuse_survivor_v1();

COMMENT ON FUNCTION geodb.check_redirect_v1() IS
    'Lets one transaction merge at a time; refuses to change a merge but for undoing it.';
COMMENT ON FUNCTION geodb.follow_redirect_v1() IS
    'Gives the survivor of a merge to all that lead to it; refuses circles and merges into retracted records.';
COMMENT ON FUNCTION geodb.undo_redirect_v1() IS
    'Gives a record back to itself, and to all that lead to it, when its merge is undone.';
COMMENT ON FUNCTION geodb.refuse_survivor_v1() IS
    'Refuses to write merged_into_id by hand: it would say other than the merges.';
