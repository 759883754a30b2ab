-- The modes of our triggers, which a dump restored with --disable-triggers has lost: those that check references by sets,
-- and refuse what they cannot check, stand in for foreign keys where these are switched off; all others always fire.
DO $modes$
DECLARE
    made record;
BEGIN
    FOR made IN
        SELECT
            tgrelid::regclass AS relation,
            tgname AS name,
            CASE WHEN tgname ~ '_(refs|referred)_(insert|update|delete)$' THEN 'REPLICA' ELSE 'ALWAYS' END AS mode
        FROM pg_trigger
        JOIN pg_class ON pg_class.oid = tgrelid
        WHERE
            NOT tgisinternal
            AND tgenabled = 'O'
            AND relnamespace IN ('geodb'::regnamespace, 'audit'::regnamespace)
        ORDER BY tgrelid::regclass::text, tgname
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE %s TRIGGER %I', made.relation, made.mode, made.name);
    END LOOP;
END
$modes$;
