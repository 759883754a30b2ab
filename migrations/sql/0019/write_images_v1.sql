-- A row as JSON shows its ranges and intervals in the style of the session, and reading a day in the wrong style finds another
-- one, or none. So the log writes one style, whatever the writer's session has set, and so does who shows a row as it stands.
CREATE FUNCTION geodb.image_v1("row" anyelement) RETURNS jsonb
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, YMD' SET intervalstyle = 'postgres'
AS $body$
    SELECT to_jsonb("row");
$body$;

ALTER FUNCTION audit.log_update_v3() SET datestyle = 'ISO, YMD';
ALTER FUNCTION audit.log_update_v3() SET intervalstyle = 'postgres';
ALTER FUNCTION audit.log_delete_v2() SET datestyle = 'ISO, YMD';
ALTER FUNCTION audit.log_delete_v2() SET intervalstyle = 'postgres';

COMMENT ON FUNCTION geodb.image_v1(anyelement) IS 'A row as JSON, as the change log writes it whatever the style of the session.';
