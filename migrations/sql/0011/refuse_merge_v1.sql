CREATE FUNCTION geodb.find_merge_conflicts_v1(first_id bigint, second_id bigint)
RETURNS TABLE (rule text, reason text, hint text)
LANGUAGE plpgsql STABLE AS $body$
DECLARE
    first_kind CONSTANT text := (SELECT record.kind FROM geodb.record WHERE record.id = first_id);
    ours CONSTANT bigint[] := ARRAY(
        SELECT member.id
        FROM geodb.record AS named
        JOIN geodb.record AS member ON member.survivor_id = named.survivor_id
        WHERE named.id = first_id
        ORDER BY member.id <> first_id, member.id
    );
    theirs CONSTANT bigint[] := ARRAY(
        SELECT member.id
        FROM geodb.record AS named
        JOIN geodb.record AS member ON member.survivor_id = named.survivor_id
        WHERE named.id = second_id
        ORDER BY member.id <> second_id, member.id
    );
BEGIN
    IF ours && theirs THEN  -- they are one already
        RETURN;
    END IF;
    RETURN QUERY SELECT found.* FROM geodb.find_shared_conflicts_v1(ours, theirs) AS found;
    IF first_kind = 'actor' THEN
        RETURN QUERY SELECT found.* FROM geodb.find_actor_conflicts_v1(ours, theirs) AS found;
    ELSE
        RETURN QUERY SELECT found.* FROM geodb.find_fact_conflicts_v1(ours, theirs) AS found;
    END IF;
END
$body$;

CREATE FUNCTION geodb.refuse_merge_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE
    conflict record;
BEGIN
    SELECT found.* INTO conflict FROM geodb.find_merge_conflicts_v1(NEW.old_id, NEW.new_id) AS found LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION '% cannot be merged into %: %',
            (SELECT record.key FROM geodb.record WHERE record.id = NEW.old_id),
            (SELECT record.key FROM geodb.record WHERE record.id = NEW.new_id),
            conflict.reason
            USING ERRCODE = 'check_violation', HINT = conflict.hint,
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_record_redirect_' || conflict.rule;
    END IF;
    RETURN NULL;
END
$body$;

CREATE FUNCTION geodb.check_not_same_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE
    one geodb.record;
    other geodb.record;
BEGIN
    -- A merge and a judgement against it must not pass one another: the same lock as in check_redirect_v1.
    PERFORM pg_advisory_xact_lock(hashtext('geodb.record_redirect'));
    IF TG_OP = 'UPDATE' AND (
        (OLD.id, OLD.record_id, OLD.other_id, OLD.reason) IS DISTINCT FROM (NEW.id, NEW.record_id, NEW.other_id, NEW.reason)
        OR OLD.undone_at IS NOT NULL
    )
    THEN
        RAISE EXCEPTION 'judgement % may be withdrawn, not changed', OLD.id
            USING ERRCODE = 'check_violation', HINT = 'set undone_at and undone_by, and judge anew',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_not_same_fixed';
    END IF;
    SELECT record.* INTO one FROM geodb.record WHERE record.id = NEW.record_id;
    SELECT record.* INTO other FROM geodb.record WHERE record.id = NEW.other_id;
    IF NEW.undone_at IS NULL AND one.id <> other.id AND one.survivor_id = other.survivor_id THEN
        RAISE EXCEPTION '% and % are merged', one.key, other.key
            USING ERRCODE = 'check_violation', HINT = 'undo the merge first',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_not_same_merged';
    END IF;
    RETURN NEW;
END
$body$;

-- Its name sorts before tg_record_redirect_follow, so that it sees the two groups while they are still two.
CREATE TRIGGER tg_record_redirect_conflict AFTER INSERT ON geodb.record_redirect
FOR EACH ROW WHEN (new.undone_at IS NULL) EXECUTE FUNCTION geodb.refuse_merge_v1();

CREATE TRIGGER tg_not_same_check BEFORE INSERT OR UPDATE ON geodb.not_same
FOR EACH ROW EXECUTE FUNCTION geodb.check_not_same_v1();

CREATE TRIGGER tg_not_same_kept BEFORE DELETE ON geodb.not_same
FOR EACH ROW EXECUTE FUNCTION geodb.refuse_change_v1('set undone_at and undone_by to withdraw a judgement');

COMMENT ON FUNCTION geodb.find_merge_conflicts_v1(bigint, bigint) IS
    'Why two records, with all that merged into them, cannot be one: rule, reason in words, what to do.';
COMMENT ON FUNCTION geodb.refuse_merge_v1() IS
    'Refuses to merge records that cannot be one.';
COMMENT ON FUNCTION geodb.check_not_same_v1() IS
    'Refuses to change a judgement but for withdrawing it, and to judge apart what is merged.';
