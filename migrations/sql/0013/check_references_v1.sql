-- A load of a hundred thousand rows spends a third of its time on foreign keys that are checked row by row. A role that
-- may set session_replication_role to replica switches these off; the triggers made here fire only then, and check the
-- same foreign keys for all rows of a statement at once. So no row gets past a foreign key, whoever writes it.
CREATE FUNCTION geodb.check_references_v1() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    rule record;
    missing text;
BEGIN
    FOR rule IN
        SELECT
            foreign_key.conname AS name,
            foreign_key.confrelid::regclass AS parent,
            string_agg(format('%I', child.attname), ', ' ORDER BY pair.no) AS names,
            string_agg(format('given.%I IS NOT NULL', child.attname), ' AND ' ORDER BY pair.no) AS is_given,
            string_agg(format('parent.%I = given.%I', father.attname, child.attname), ' AND ' ORDER BY pair.no) AS is_met,
            -- A row that could go is held until the end of the transaction, as a foreign key holds it.
            CASE
                WHEN EXISTS (
                    SELECT FROM pg_trigger
                    WHERE tgrelid = foreign_key.confrelid AND tgname = format('tg_%s_kept', parent_class.relname)
                ) THEN ''
                ELSE 'FOR KEY SHARE'
            END AS hold
        FROM pg_constraint AS foreign_key
        JOIN pg_class AS parent_class ON parent_class.oid = foreign_key.confrelid
        CROSS JOIN LATERAL unnest(foreign_key.conkey, foreign_key.confkey) WITH ORDINALITY AS pair (own, theirs, no)
        JOIN pg_attribute AS child ON child.attrelid = foreign_key.conrelid AND child.attnum = pair.own
        JOIN pg_attribute AS father ON father.attrelid = foreign_key.confrelid AND father.attnum = pair.theirs
        WHERE foreign_key.conrelid = TG_RELID AND foreign_key.contype = 'f'
        GROUP BY foreign_key.oid, foreign_key.conname, foreign_key.confrelid, parent_class.relname
        ORDER BY foreign_key.conname
    LOOP
        EXECUTE format(
            'SELECT concat_ws('', '', %s) FROM (SELECT DISTINCT %s FROM new_row) AS given'
            ' WHERE %s AND NOT EXISTS (SELECT FROM %s AS parent WHERE %s %s) LIMIT 1',
            rule.names, rule.names, rule.is_given, rule.parent, rule.is_met, rule.hold
        ) INTO missing;
        IF missing IS NOT NULL THEN
            RAISE EXCEPTION 'insert or update on table "%" violates foreign key constraint "%"', TG_TABLE_NAME, rule.name
                USING ERRCODE = 'foreign_key_violation',
                    DETAIL = format('Key (%s)=(%s) is not present in table "%s".',
                        rule.names, missing, split_part(rule.parent::text, '.', 2)),
                    SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = rule.name;
        END IF;
    END LOOP;
    RETURN NULL;
END
$body$;

CREATE FUNCTION geodb.refuse_unchecked_v1() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'what others may refer to in %.% is not changed or deleted while foreign keys are not looked at',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'set session_replication_role to origin for this',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
END
$body$;

DO $make$
DECLARE
    made record;
BEGIN
    -- What guards a rule or writes the log does so in either mode.
    FOR made IN
        SELECT tgrelid::regclass AS relation, tgname AS name
        FROM pg_trigger
        JOIN pg_class ON pg_class.oid = tgrelid
        WHERE NOT tgisinternal AND relnamespace IN ('geodb'::regnamespace, 'audit'::regnamespace)
        ORDER BY tgrelid::regclass::text, tgname
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', made.relation, made.name);
    END LOOP;
    FOR made IN
        SELECT DISTINCT
            conrelid::regclass AS relation,
            pg_class.relname AS table_name,
            operation.name AS operation,
            format('tg_%s_refs_%s', pg_class.relname, lower(operation.name)) AS name
        FROM pg_constraint
        JOIN pg_class ON pg_class.oid = conrelid
        CROSS JOIN (VALUES ('INSERT'), ('UPDATE')) AS operation (name)
        WHERE contype = 'f' AND connamespace = 'geodb'::regnamespace
        ORDER BY table_name, operation.name
    LOOP
        EXECUTE format(
            'CREATE TRIGGER %I AFTER %s ON %s REFERENCING NEW TABLE AS new_row'
            ' FOR EACH STATEMENT EXECUTE FUNCTION geodb.check_references_v1()',
            made.name, made.operation, made.relation
        );
        EXECUTE format('ALTER TABLE %s ENABLE REPLICA TRIGGER %I', made.relation, made.name);
    END LOOP;
    FOR made IN
        SELECT
            confrelid::regclass AS relation,
            pg_class.relname AS table_name,
            string_agg(DISTINCT format('old.%I IS DISTINCT FROM new.%I', attname, attname), ' OR ') AS is_changed
        FROM pg_constraint
        JOIN pg_class ON pg_class.oid = confrelid
        JOIN pg_attribute ON attrelid = confrelid AND attnum = ANY (confkey)
        WHERE contype = 'f' AND connamespace = 'geodb'::regnamespace
        GROUP BY confrelid, pg_class.relname
        ORDER BY pg_class.relname
    LOOP
        EXECUTE format(
            'CREATE TRIGGER tg_%s_referred_update AFTER UPDATE ON %s'
            ' FOR EACH ROW WHEN (%s) EXECUTE FUNCTION geodb.refuse_unchecked_v1()',
            made.table_name, made.relation, made.is_changed
        );
        EXECUTE format('CREATE TRIGGER tg_%s_referred_delete AFTER DELETE ON %s'
            ' FOR EACH ROW EXECUTE FUNCTION geodb.refuse_unchecked_v1()', made.table_name, made.relation);
        EXECUTE format('ALTER TABLE %s ENABLE REPLICA TRIGGER tg_%s_referred_update', made.relation, made.table_name);
        EXECUTE format('ALTER TABLE %s ENABLE REPLICA TRIGGER tg_%s_referred_delete', made.relation, made.table_name);
    END LOOP;
END
$make$;

COMMENT ON FUNCTION geodb.check_references_v1() IS
    'Checks the foreign keys of all rows of a statement at once, where they are not checked row by row.';
COMMENT ON FUNCTION geodb.refuse_unchecked_v1() IS
    'Refuses to change or delete what others may refer to, where no foreign key would see it.';
