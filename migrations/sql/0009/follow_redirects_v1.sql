-- A merge points from one record to another, a chain of merges ends at the survivor, and no chain is a circle.
CREATE FUNCTION geodb.survivor_of_v1(record_id bigint) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(
    (
        SELECT redirect.survivor_id
        FROM geodb.record_redirect AS redirect
        WHERE redirect.old_id = survivor_of_v1.record_id AND redirect.undone_at IS NULL
    ),
    record_id
);

CREATE FUNCTION geodb.check_redirect_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE
    old_key text;
    new_key text;
    is_retracted boolean;
BEGIN
    -- One merge at a time: two at once could close a circle that neither sees. Whoever waited must see what
    -- the other did, which a repeatable read does not.
    PERFORM pg_advisory_xact_lock(hashtext('geodb.record_redirect'));
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
        RAISE EXCEPTION 'records are not merged in a REPEATABLE READ transaction'
            USING ERRCODE = 'feature_not_supported', HINT = 'use READ COMMITTED, the default, or SERIALIZABLE';
    END IF;

    IF TG_OP = 'INSERT' THEN
        NEW.survivor_id := geodb.survivor_of_v1(NEW.new_id);
        SELECT record.key INTO old_key FROM geodb.record WHERE record.id = NEW.old_id;
        SELECT record.key, record.retracted_at IS NOT NULL INTO new_key, is_retracted
        FROM geodb.record
        WHERE record.id = NEW.survivor_id;
        IF NEW.survivor_id = NEW.old_id AND NEW.new_id <> NEW.old_id THEN
            RAISE EXCEPTION '% is merged into % already: the other way round they would go in a circle',
                (SELECT record.key FROM geodb.record WHERE record.id = NEW.new_id), old_key
                USING ERRCODE = 'check_violation', HINT = 'undo that merge first',
                    SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_record_redirect_circle';
        ELSIF is_retracted THEN
            RAISE EXCEPTION '% cannot be merged into %, which is retracted', old_key, new_key
                USING ERRCODE = 'check_violation', HINT = 'merge the other way round',
                    SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_record_redirect_retracted';
        END IF;
    ELSIF (OLD.id, OLD.kind, OLD.old_id, OLD.new_id) IS DISTINCT FROM (NEW.id, NEW.kind, NEW.old_id, NEW.new_id)
        OR (OLD.undone_at IS NOT NULL AND NEW.undone_at IS NULL)
        OR (OLD.survivor_id <> NEW.survivor_id AND pg_trigger_depth() = 1)
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
BEGIN
    WITH RECURSIVE upstream (id, old_id) AS (  -- standing merges whose chain leads through the changed one
        SELECT redirect.id, redirect.old_id
        FROM geodb.record_redirect AS redirect
        WHERE redirect.new_id = NEW.old_id AND redirect.undone_at IS NULL
        UNION ALL
        SELECT redirect.id, redirect.old_id
        FROM geodb.record_redirect AS redirect
        JOIN upstream ON redirect.new_id = upstream.old_id
        WHERE redirect.undone_at IS NULL
    )

    UPDATE geodb.record_redirect AS redirect
    SET survivor_id = geodb.survivor_of_v1(NEW.old_id)
    FROM upstream
    WHERE redirect.id = upstream.id AND redirect.survivor_id <> geodb.survivor_of_v1(NEW.old_id);
    RETURN NULL;
END
$body$;

CREATE TRIGGER tg_record_redirect_check BEFORE INSERT OR UPDATE ON geodb.record_redirect
FOR EACH ROW EXECUTE FUNCTION geodb.check_redirect_v1();

CREATE TRIGGER tg_record_redirect_follow_insert AFTER INSERT ON geodb.record_redirect
FOR EACH ROW EXECUTE FUNCTION geodb.follow_redirect_v1();

CREATE TRIGGER tg_record_redirect_follow_undo AFTER UPDATE OF undone_at ON geodb.record_redirect
FOR EACH ROW WHEN (old.undone_at IS NULL AND new.undone_at IS NOT NULL)
EXECUTE FUNCTION geodb.follow_redirect_v1();

CREATE TRIGGER tg_record_redirect_kept BEFORE DELETE ON geodb.record_redirect
FOR EACH ROW EXECUTE FUNCTION geodb.refuse_change_v1('set undone_at and undone_by to undo a merge');

COMMENT ON FUNCTION geodb.survivor_of_v1(bigint) IS
    'The record that answers for another: the end of its chain of merges, or itself.';
COMMENT ON FUNCTION geodb.check_redirect_v1() IS
    'Gives a merge its survivor; refuses circles, merges into retracted records, and changes but for undoing.';
COMMENT ON FUNCTION geodb.follow_redirect_v1() IS
    'Keeps the survivor of all merges whose chain leads through one that was made or undone.';
