-- The feed is read in the order of ids, and ids are taken before the commit: what is being written may have
-- lower ids than what is committed already. So each transaction puts up a sign before it takes its first id:
-- a shared advisory lock whose key holds the newest id of that moment. All ids of the transaction are higher.
-- The sign goes with the transaction (or the savepoint) whatever its end, and only after its rows are visible.
-- A key is 0x67656f ('geo'), then 40 bits of id.
CREATE FUNCTION audit.newest_id_v1() RETURNS bigint
LANGUAGE sql VOLATILE
BEGIN ATOMIC
    SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM audit.change_id_seq;
END;

CREATE FUNCTION audit.announce_writer_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
    -- Once a transaction: a lock for each statement would fill the lock table.
    IF current_setting('geodb.announced', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
        PERFORM pg_advisory_xact_lock_shared((6776175::bigint << 40) + audit.newest_id_v1());
        PERFORM set_config('geodb.announced', pg_current_xact_id()::text, true);
    END IF;
    RETURN NULL;
END
$body$;

CREATE FUNCTION audit.settled_id_v1() RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $body$
DECLARE
    newest bigint;
    oldest_sign bigint;
BEGIN
    IF pg_is_in_recovery() THEN
        RAISE EXCEPTION 'a replica does not know who is writing'
            USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'read the changes from the primary';
    ELSIF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION 'changes are not read in a % transaction, which does not see what was just committed',
            upper(current_setting('transaction_isolation'))
            USING ERRCODE = 'feature_not_supported', HINT = 'use READ COMMITTED, the default';
    END IF;
    -- In this order: the sign of whoever took an id up to `newest` is up, or its transaction has ended.
    newest := audit.newest_id_v1();
    SELECT min((sign.classid::bigint << 32 | sign.objid::bigint) & ((1::bigint << 40) - 1))
    INTO oldest_sign
    FROM pg_locks AS sign
    WHERE
        sign.locktype = 'advisory'
        AND sign.objsubid = 1
        AND sign.classid::bigint >> 8 = 6776175
        AND sign.database = (SELECT oid FROM pg_database WHERE datname = current_database());
    RETURN least(newest, oldest_sign);
END
$body$;

CREATE TRIGGER tg_change_announce BEFORE INSERT ON audit.change
FOR EACH STATEMENT EXECUTE FUNCTION audit.announce_writer_v1();

COMMENT ON FUNCTION audit.newest_id_v1() IS
    'The newest id of the change log, committed or not.';
COMMENT ON FUNCTION audit.announce_writer_v1() IS
    'Puts up the sign of a transaction before it takes its first id of the change log.';
COMMENT ON FUNCTION audit.settled_id_v1() IS
    'The id up to which nothing will come into the change log any more; statements that follow see all up to it.';
