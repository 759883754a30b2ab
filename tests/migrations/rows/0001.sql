-- One code in every list; record_kind is filled by the revision itself.
DO $$
DECLARE
    code_list text;
BEGIN
    FOR code_list IN
        SELECT table_name FROM information_schema.columns
        WHERE table_schema = 'geodb' AND column_name = 'parent_code' AND table_name <> 'record_kind'
    LOOP
        IF code_list = 'participant_role' THEN
            INSERT INTO geodb.participant_role (code, label, acts) VALUES ('any', 'Any', true);
        ELSE
            EXECUTE format('INSERT INTO geodb.%I (code, label) VALUES (''any'', ''Any'')', code_list);
        END IF;
    END LOOP;
END
$$;
