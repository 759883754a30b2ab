-- Why two groups of assessments cannot be one; arguments and columns as of the other rules.
CREATE FUNCTION geodb.find_assessment_conflicts_v1(ours bigint[], theirs bigint[])
RETURNS TABLE (rule text, reason text, hint text)
LANGUAGE sql STABLE AS $body$
    WITH standing AS (
        SELECT record.id, record.key, author.survivor_id AS author_id, resolution.outcome_code
        FROM geodb.assessment
        JOIN geodb.record ON record.id = assessment.id AND record.retracted_at IS NULL
        LEFT JOIN geodb.record AS author ON author.id = assessment.author_id
        LEFT JOIN geodb.assessment_resolution AS resolution ON resolution.assessment_id = assessment.id
        WHERE assessment.id = ANY (ours || theirs)
    )

    SELECT
        'author',
        format('%s and %s are by different authors', our.key, their.key),
        'merge the authors first, if they are one'
    FROM standing AS our
    JOIN standing AS their ON their.id = ANY (theirs) AND their.author_id <> our.author_id
    WHERE our.id = ANY (ours)
    UNION ALL
    SELECT
        'outcome',
        format('%s was resolved as %s and %s as %s', our.key, our.outcome_code, their.key, their.outcome_code),
        'take the resolution back that is wrong first'
    FROM standing AS our
    JOIN standing AS their ON their.id = ANY (theirs) AND their.outcome_code <> our.outcome_code
    WHERE our.id = ANY (ours)
$body$;

-- Why two groups of records of one kind cannot be one. The records by which they are known come first.
CREATE FUNCTION geodb.find_group_conflicts_v1(kind text, ours bigint[], theirs bigint[])
RETURNS TABLE (rule text, reason text, hint text)
LANGUAGE plpgsql STABLE AS $body$
BEGIN
    RETURN QUERY SELECT found.* FROM geodb.find_shared_conflicts_v1(ours, theirs) AS found;
    IF kind = 'actor' THEN
        RETURN QUERY SELECT found.* FROM geodb.find_actor_conflicts_v1(ours, theirs) AS found;
        RETURN;
    END IF;
    IF kind = 'assessment' THEN
        RETURN QUERY SELECT found.* FROM geodb.find_assessment_conflicts_v1(ours, theirs) AS found;
    END IF;
    RETURN QUERY SELECT found.* FROM geodb.find_fact_conflicts_v1(ours, theirs) AS found;
END
$body$;

CREATE FUNCTION geodb.find_merge_conflicts_v2(first_id bigint, second_id bigint)
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
    RETURN QUERY SELECT found.* FROM geodb.find_group_conflicts_v1(first_kind, ours, theirs) AS found;
END
$body$;

CREATE FUNCTION geodb.refuse_merge_v2() RETURNS trigger
LANGUAGE plpgsql AS $body$
DECLARE
    conflict record;
BEGIN
    SELECT found.* INTO conflict FROM geodb.find_merge_conflicts_v2(NEW.old_id, NEW.new_id) AS found LIMIT 1;
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

CREATE OR REPLACE TRIGGER tg_record_redirect_conflict AFTER INSERT ON geodb.record_redirect
FOR EACH ROW WHEN (new.undone_at IS NULL) EXECUTE FUNCTION geodb.refuse_merge_v2();

ALTER TABLE geodb.record_redirect ENABLE ALWAYS TRIGGER tg_record_redirect_conflict;

COMMENT ON FUNCTION geodb.find_assessment_conflicts_v1(bigint[], bigint[]) IS
    'Why two groups of assessments cannot be one: authors, and how they came out.';
COMMENT ON FUNCTION geodb.find_group_conflicts_v1(text, bigint[], bigint[]) IS
    'Why two groups of records of one kind cannot be one: rule, reason in words, what to do.';
COMMENT ON FUNCTION geodb.find_merge_conflicts_v2(bigint, bigint) IS
    'Why two records, with all that merged into them, cannot be one: rule, reason in words, what to do.';
COMMENT ON FUNCTION geodb.refuse_merge_v2() IS
    'Refuses to merge records that cannot be one.';
