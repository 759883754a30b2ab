-- Who may do what in this database. Does nothing until `geodb db roles` has opened schema api to the roles;
-- from then on each migration grants anew, since views that are made anew have lost what was granted on them.
DO $grants$
DECLARE
    readers CONSTANT text := 'geodb_importer, geodb_analyst, geodb_service';
    misowned record;
BEGIN
    IF to_regrole('geodb_service') IS NULL OR to_regrole('geodb_api') IS NULL THEN
        RETURN;
    ELSIF NOT has_schema_privilege('geodb_service', 'api', 'USAGE') THEN
        RETURN;
    END IF;

    -- Views and functions act with the rights of their owner. Those that readers read through belong to a role of
    -- their own, since row security does not hold for the owner of the tables.
    GRANT USAGE, CREATE ON SCHEMA api, audit TO geodb_api;
    FOR misowned IN
        SELECT 1 AS step, format('SCHEMA %I', nspname) AS name, nspowner AS owner, 'geodb_owner' AS rightful
        FROM pg_namespace
        WHERE nspname IN ('geodb', 'audit', 'ingest', 'api')
        UNION ALL
        SELECT
            2, format('%s %s', CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, pg_class.oid::regclass),
            relowner,
            CASE
                WHEN relkind = 'v' AND relname <> 'standing_row' THEN 'geodb_api'  -- the log tells who sees which
                ELSE 'geodb_owner'
            END
        FROM pg_class
        JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE nspname IN ('geodb', 'audit', 'ingest', 'api') AND relkind IN ('r', 'p', 'v')
        UNION ALL
        SELECT
            2, format('FUNCTION %s', pg_proc.oid::regprocedure),
            proowner, CASE WHEN nspname = 'api' OR proname LIKE '%\_asof' THEN 'geodb_api' ELSE 'geodb_owner' END
        FROM pg_proc
        JOIN pg_namespace ON pg_namespace.oid = pronamespace
        WHERE nspname IN ('geodb', 'audit', 'ingest', 'api')
        ORDER BY step
    LOOP
        IF misowned.owner <> misowned.rightful::regrole THEN
            EXECUTE format('ALTER %s OWNER TO %I', misowned.name, misowned.rightful);
        END IF;
    END LOOP;
    EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO geodb_owner', current_database());
    GRANT SELECT, INSERT, UPDATE, DELETE ON public.alembic_version TO geodb_owner;

    -- From nothing, so that what was granted by mistake is taken back.
    EXECUTE 'REVOKE ALL ON SCHEMA geodb, audit, ingest, api FROM PUBLIC, ' || readers;
    EXECUTE 'REVOKE ALL ON ALL TABLES IN SCHEMA geodb, audit, ingest, api FROM PUBLIC, ' || readers;
    EXECUTE 'REVOKE ALL ON ALL SEQUENCES IN SCHEMA geodb, audit, ingest, api FROM PUBLIC, ' || readers;
    -- Whoever may name a function of the log could make it the trigger of a table of his own.
    EXECUTE 'REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit, api FROM PUBLIC, ' || readers;

    GRANT USAGE ON SCHEMA geodb, ingest TO geodb_api;
    GRANT SELECT ON ALL TABLES IN SCHEMA geodb, audit TO geodb_api;
    GRANT SELECT ON ingest.import_run, ingest.import_reject TO geodb_api;
    GRANT SELECT ON ALL SEQUENCES IN SCHEMA audit TO geodb_api;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA audit TO geodb_api;
    REVOKE ALL ON FUNCTION geodb.find_text_v1(text) FROM PUBLIC;  -- it finds hidden records too
    GRANT EXECUTE ON FUNCTION geodb.find_text_v1(text) TO geodb_api;

    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %s', current_database(), readers);
    EXECUTE 'GRANT SELECT ON public.alembic_version TO ' || readers;
    EXECUTE 'GRANT USAGE ON SCHEMA api TO ' || readers;
    EXECUTE 'GRANT SELECT ON ALL TABLES IN SCHEMA api TO ' || readers;
    EXECUTE 'GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO ' || readers;

    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO geodb_importer', current_database());
    GRANT USAGE ON SCHEMA geodb, ingest TO geodb_importer;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA geodb, ingest TO geodb_importer;
END
$grants$;
