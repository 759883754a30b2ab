-- Drops the views and functions of schema api and those of schema audit they read, unless somebody's own objects depend on them.
DO $drop$
DECLARE
    dependents text;
    managed record;
BEGIN
    WITH ours (classid, objid) AS (
        SELECT 'pg_class'::regclass, oid FROM pg_class WHERE relnamespace = to_regnamespace('api')
        UNION ALL
        SELECT 'pg_type'::regclass, oid FROM pg_type WHERE typnamespace = to_regnamespace('api')
        UNION ALL
        SELECT 'pg_proc'::regclass, oid FROM pg_proc WHERE pronamespace = to_regnamespace('api')
        UNION ALL
        SELECT 'pg_rewrite'::regclass, rule.oid
        FROM pg_rewrite AS rule
        JOIN pg_class AS view ON view.oid = rule.ev_class
        WHERE view.relnamespace = to_regnamespace('api')
    ),

    foreign_object AS (
        SELECT DISTINCT
            CASE
                WHEN rule.oid IS NULL THEN pg_describe_object(depend.classid, depend.objid, depend.objsubid)
                ELSE pg_describe_object('pg_class'::regclass, rule.ev_class, 0)
            END AS description
        FROM pg_depend AS depend
        JOIN ours ON ours.classid = depend.refclassid AND ours.objid = depend.refobjid
        LEFT JOIN pg_rewrite AS rule ON depend.classid = 'pg_rewrite'::regclass AND rule.oid = depend.objid
        WHERE (depend.classid, depend.objid) NOT IN (SELECT classid, objid FROM ours)
    )

    SELECT string_agg(description, ', ' ORDER BY description) INTO dependents FROM foreign_object;

    IF dependents IS NOT NULL THEN
        RAISE EXCEPTION 'schema api cannot be renewed while others depend on it: %', dependents
            USING ERRCODE = 'dependent_objects_still_exist',
                HINT = 'save their definitions, drop them, migrate, and create them again';
    END IF;

    -- Newest first: whatever depends on another was made after it, in the same transaction.
    FOR managed IN
        SELECT format('VIEW %s', oid::regclass) AS name, oid
        FROM pg_class
        WHERE
            (relnamespace = to_regnamespace('api') AND relkind = 'v')
            OR oid IN (to_regclass('audit.standing_row'), to_regclass('audit.full_change'))
        UNION ALL
        SELECT format('FUNCTION %s', oid::regprocedure), oid
        FROM pg_proc
        WHERE
            pronamespace = to_regnamespace('api')
            OR (pronamespace = to_regnamespace('audit') AND proname LIKE '%\_asof')
        ORDER BY oid DESC
    LOOP
        EXECUTE format('DROP %s', managed.name);
    END LOOP;
END
$drop$;
