-- What a reader may not see: records by their markings, and those that are nothing without them. The reader is the
-- role that was set, else the one that logged in: the views and functions in between do not change it. A parallel
-- worker does not know which role was set, so the leader is asked.
CREATE FUNCTION geodb.reader_v1() RETURNS name
LANGUAGE sql STABLE PARALLEL RESTRICTED
RETURN CASE pg_catalog.current_setting('role')
    WHEN 'none' THEN session_user
    ELSE pg_catalog.current_setting('role')::name
END;

-- Importers see all: one who did not see a record would make it a second time.
CREATE FUNCTION geodb.sees_v1(marking text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    reader CONSTANT name := geodb.reader_v1();
    cleared CONSTANT name := 'geodb_tlp_' || marking;
BEGIN
    RETURN marking = 'clear'
        OR to_regrole('geodb_importer') IS NULL  -- nobody was let in to read, so there is nobody to hide from
        OR pg_has_role(reader, 'geodb_importer', 'USAGE')
        OR pg_has_role(reader, 'geodb_owner', 'USAGE')
        OR to_regrole(cleared) IS NOT NULL AND pg_has_role(reader, cleared, 'USAGE');
END
$body$;

CREATE FUNCTION geodb.seen_v1() RETURNS text[]
LANGUAGE sql STABLE PARALLEL RESTRICTED
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT array_agg(code) FROM geodb.marking WHERE geodb.sees_v1(code);
END;

CREATE FUNCTION geodb.hidden_v1() RETURNS int8multirange
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan AS $body$
DECLARE  -- planned once in a session, since planning takes longer than looking
    seen text[];
    gone bigint[];
    fresh bigint[];
    actors bigint[];
    offices bigint[];
    initiatives bigint[];
    assessments bigint[];
    sources bigint[];
BEGIN
    IF NOT EXISTS (SELECT FROM geodb.record WHERE marking_code <> 'clear') THEN
        RETURN '{}';
    END IF;
    seen := geodb.seen_v1();
    fresh := ARRAY(SELECT id FROM geodb.record WHERE marking_code <> 'clear' AND marking_code <> ALL (seen));
    WHILE fresh <> '{}' LOOP
        gone := gone || fresh;
        SELECT
            array_agg(id) FILTER (WHERE kind = 'actor'),
            array_agg(id) FILTER (WHERE kind = 'office'),
            array_agg(id) FILTER (WHERE kind = 'initiative'),
            array_agg(id) FILTER (WHERE kind = 'assessment'),
            array_agg(id) FILTER (WHERE kind = 'source')
        INTO actors, offices, initiatives, assessments, sources
        FROM geodb.record
        WHERE id = ANY (fresh);
        fresh := ARRAY(
            SELECT id FROM geodb.record WHERE survivor_id = ANY (fresh)
            UNION SELECT id FROM geodb.office_holding WHERE office_id = ANY (offices)
            UNION SELECT id FROM geodb.office_holding WHERE holder_id = ANY (actors)
            UNION SELECT id FROM geodb.actor_relation WHERE from_id = ANY (actors)
            UNION SELECT id FROM geodb.actor_relation WHERE to_id = ANY (actors)
            UNION SELECT id FROM geodb.event_relation WHERE from_id = ANY (fresh)
            UNION SELECT id FROM geodb.event_relation WHERE to_id = ANY (fresh)
            UNION SELECT id FROM geodb.figure WHERE of_id = ANY (fresh)
            UNION SELECT id FROM geodb.initiative_target WHERE initiative_id = ANY (initiatives)
            UNION SELECT id FROM geodb.assessment WHERE parent_id = ANY (assessments)
            UNION SELECT id FROM geodb.document WHERE source_id = ANY (sources)
            EXCEPT SELECT unnest(gone)
        );
    END LOOP;
    RETURN (SELECT coalesce(range_agg(int8range(id, id, '[]')), '{}') FROM unnest(gone) id);
END
$body$;

CREATE FUNCTION geodb.hidden_runs_v1() RETURNS int8multirange
LANGUAGE sql STABLE PARALLEL RESTRICTED
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    WITH gone AS MATERIALIZED (
        SELECT lower(ids) AS first, upper(ids) AS beyond FROM unnest(geodb.hidden_v1()) ids
    ),

    run AS (
        SELECT r.import_id AS id FROM gone JOIN geodb.record r ON r.id >= gone.first AND r.id < gone.beyond
        UNION
        SELECT c.import_id FROM gone JOIN audit.change c ON c.record_id >= gone.first AND c.record_id < gone.beyond
    )

    SELECT coalesce(range_agg(int8range(id, id, '[]')), '{}') FROM run WHERE id IS NOT NULL;
END;

CREATE FUNCTION geodb.hidden_datasets_v1() RETURNS text[]
LANGUAGE sql STABLE PARALLEL RESTRICTED
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    WITH hidden AS MATERIALIZED (SELECT geodb.hidden_v1() AS ids),

    prefix AS (
        SELECT DISTINCT r.dataset_prefix AS of_hidden
        FROM hidden
        CROSS JOIN unnest(hidden.ids) gone
        JOIN geodb.record r ON r.id >= lower(gone) AND r.id < upper(gone)
    )

    SELECT coalesce(array_agg(of_hidden), '{}')
    FROM prefix
    WHERE NOT EXISTS (
        SELECT FROM geodb.record r
        CROSS JOIN hidden
        WHERE r.dataset_prefix = of_hidden AND NOT hidden.ids @> r.id
    );
END;

-- Images of rows in the change log, of which nothing but the record they belong to is a column.
CREATE FUNCTION geodb.names_any_v1(image jsonb, columns text[], ids int8multirange) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(bool_or(ids @> (image ->> name)::bigint), false) FROM unnest(columns) name;
END;

CREATE FUNCTION geodb.without_v1(image jsonb, columns text[], ids int8multirange) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT image || coalesce(jsonb_object_agg(name, NULL), '{}')
    FROM unnest(columns) name
    WHERE ids @> (image ->> name)::bigint;
END;

COMMENT ON FUNCTION geodb.reader_v1() IS
    'Who reads: the role that was set, else the one that logged in, through views and functions of any owner.';
COMMENT ON FUNCTION geodb.sees_v1(text) IS
    'Whether the reader may see records of a marking: it is clear, or the reader is a member of geodb_tlp_<marking>, '
    'or imports, or owns.';
COMMENT ON FUNCTION geodb.seen_v1() IS
    'The markings of records that the reader may see.';
COMMENT ON FUNCTION geodb.hidden_v1() IS
    'Ids of the records that the reader may not see: by their marking, because they are merged into such a record, or '
    'because such a record is one of those they are about.';
COMMENT ON FUNCTION geodb.hidden_runs_v1() IS
    'Ids of the imports that brought or changed a record that the reader may not see.';
COMMENT ON FUNCTION geodb.hidden_datasets_v1() IS
    'Prefixes of the datasets all of whose records the reader may not see.';
COMMENT ON FUNCTION geodb.names_any_v1(jsonb, text[], int8multirange) IS
    'Whether one of the columns of a row''s image holds one of the ids.';
COMMENT ON FUNCTION geodb.without_v1(jsonb, text[], int8multirange) IS
    'The image of a row with NULL in place of those ids that its columns hold.';
