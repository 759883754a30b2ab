-- Disputed values, side by side, and which of them each rule takes for the best.

CREATE VIEW api.claim AS
SELECT DISTINCT
    r.key AS record_key,
    r.kind AS record_kind,
    r.label AS record_label,
    c.attribute,
    -- 5 and 5.0 are one number
    CASE WHEN jsonb_typeof(c.value) = 'number' THEN trim_scale(c.value::numeric)::text ELSE c.value #>> '{}' END
        AS value,
    jsonb_typeof(c.value) AS value_type,
    c.rank_code AS rank,
    s.key AS source_key,
    s.label AS source_label,
    c.coder,
    c.reason,
    known.readable_by AS source_dated_on,
    rated.reliability,
    spoken.supports,
    spoken.contradicts
FROM geodb.claim c
JOIN geodb.record r_said ON r_said.id = c.record_id
JOIN geodb.record r ON r.id = r_said.survivor_id AND r.retracted_at IS NULL
LEFT JOIN geodb.record s_said ON s_said.id = c.source_id
LEFT JOIN geodb.record s ON s.id = s_said.survivor_id AND s.retracted_at IS NULL
LEFT JOIN LATERAL (
    SELECT d.readable_by
    FROM api.dated_support d
    WHERE d.record_key = s.key AND d.source_key = s.key
    ORDER BY d.rests_on DESC, d.readable_by
    LIMIT 1
) known ON true
LEFT JOIN LATERAL (
    SELECT g.reliability
    FROM api.source p
    JOIN api.source_rating g ON g.record_key IN (p.key, p.publisher_key)
    WHERE p.key = s.key
    ORDER BY g.record_kind = 'source' DESC, g.rated_on DESC, g.rated_by
    LIMIT 1
) rated ON true
CROSS JOIN LATERAL (
    SELECT
        count(*) FILTER (WHERE e.relation_code = 'supports') AS supports,
        count(*) FILTER (WHERE e.relation_code = 'contradicts') AS contradicts
    FROM geodb.evidence e
    WHERE e.claim_id = c.id
) spoken;

COMMENT ON VIEW api.claim IS
    'Reported values of disputed attributes, side by side.';
COMMENT ON COLUMN api.claim.record_key IS 'Key of the record.';
COMMENT ON COLUMN api.claim.record_kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.claim.record_label IS 'Name of the record.';
COMMENT ON COLUMN api.claim.attribute IS 'Column of the record''s view that the value is for.';
COMMENT ON COLUMN api.claim.value IS
    'The value as reported, as text; a number without zeros at its end, 5 for 5.0.';
COMMENT ON COLUMN api.claim.value_type IS
    'What the value is: number, string, boolean, null; object and array as JSON text.';
COMMENT ON COLUMN api.claim.rank IS 'Preferred, normal or deprecated; code list claim_rank.';
COMMENT ON COLUMN api.claim.source_key IS 'Key of the source that reports it.';
COMMENT ON COLUMN api.claim.source_label IS 'Name of the source that reports it.';
COMMENT ON COLUMN api.claim.coder IS 'Who or what coded it.';
COMMENT ON COLUMN api.claim.reason IS 'Why it has its rank.';
COMMENT ON COLUMN api.claim.source_dated_on IS
    'Day by which the source was published or, where that is not known, first read; NULL: neither is known.';
COMMENT ON COLUMN api.claim.reliability IS
    'Latest Admiralty rating of the source or, if it has none, of its publisher, A to F; F cannot be judged.';
COMMENT ON COLUMN api.claim.supports IS 'Passages that speak for the value; they are in api.evidence.';
COMMENT ON COLUMN api.claim.contradicts IS 'Passages that speak against the value.';

CREATE VIEW api.claim_best AS
WITH standing AS (
    -- preferred claims alone, where there are any; deprecated ones never
    SELECT
        c.*,
        coalesce(s.publisher_key, c.source_key, c.coder) AS voice,
        CASE WHEN c.value_type = 'number' THEN c.value::double precision END AS number
    FROM api.claim c
    LEFT JOIN api.source s ON s.key = c.source_key
    WHERE c.rank = 'preferred' OR c.rank = 'normal' AND NOT EXISTS (
        SELECT
        FROM api.claim p
        WHERE p.record_key = c.record_key AND p.attribute = c.attribute AND p.rank = 'preferred'
    )
),

tally AS (
    SELECT
        record_key,
        record_kind,
        record_label,
        attribute,
        value,
        value_type,
        rank,
        count(*) AS agreeing,
        sum(count(*)) OVER (PARTITION BY record_key, attribute)::bigint AS claims,
        count(DISTINCT voice) AS voices,
        max(source_dated_on) AS dated_on,
        min(reliability) FILTER (WHERE reliability <> 'F') AS reliability
    FROM standing
    GROUP BY record_key, record_kind, record_label, attribute, value, value_type, rank
),

scored AS (
    SELECT
        t.*,
        by.rule,
        rank() OVER (PARTITION BY t.record_key, t.attribute, by.rule ORDER BY by.score DESC) AS place,
        count(*) OVER (PARTITION BY t.record_key, t.attribute, by.rule, by.score) > 1 AS is_tie
    FROM tally t
    CROSS JOIN LATERAL (VALUES
        ('latest', t.dated_on - DATE '0001-01-01'),
        ('majority', t.voices),
        ('most_reliable', - ascii(t.reliability))
    ) AS by (rule, score)
    WHERE by.score IS NOT NULL
)

(SELECT DISTINCT ON (record_key, attribute, rule)
    record_key,
    record_kind,
    record_label,
    attribute,
    rule,
    value,
    value_type,
    CASE WHEN value_type = 'number' THEN value::double precision END AS low,
    CASE WHEN value_type = 'number' THEN value::double precision END AS high,
    rank,
    claims,
    agreeing,
    is_tie
FROM scored
WHERE place = 1
ORDER BY record_key, attribute, rule, dated_on DESC NULLS LAST, voices DESC, value)
UNION ALL
SELECT
    record_key,
    record_kind,
    record_label,
    attribute,
    'widest_bounds',
    CASE WHEN min(number) = max(number) THEN min(value) END,
    'number',
    min(number),
    max(number),
    rank,
    count(*),
    count(*),
    false
FROM standing
GROUP BY record_key, record_kind, record_label, attribute, rank
HAVING bool_and(number IS NOT NULL);

COMMENT ON VIEW api.claim_best IS
    'The best value of each disputed attribute by each rule that can tell. Where there are preferred claims, only '
    'these are asked; deprecated ones never are. latest: of the source dated last. majority: given by most voices, '
    'a publisher counting once. most_reliable: of the source or publisher with the best rating. widest_bounds: from '
    'the least to the greatest number.';
COMMENT ON COLUMN api.claim_best.record_key IS 'Key of the record.';
COMMENT ON COLUMN api.claim_best.record_kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.claim_best.record_label IS 'Name of the record.';
COMMENT ON COLUMN api.claim_best.attribute IS 'Column of the record''s view that the value is for.';
COMMENT ON COLUMN api.claim_best.rule IS 'latest, majority, most_reliable or widest_bounds.';
COMMENT ON COLUMN api.claim_best.value IS 'The value, as text; NULL: the bounds are not one value.';
COMMENT ON COLUMN api.claim_best.value_type IS 'What the value is, as in api.claim.';
COMMENT ON COLUMN api.claim_best.low IS 'Least number, as double precision; the value itself where there is one.';
COMMENT ON COLUMN api.claim_best.high IS 'Greatest number, as double precision; the value itself where there is one.';
COMMENT ON COLUMN api.claim_best.rank IS 'Which claims were asked: preferred or normal.';
COMMENT ON COLUMN api.claim_best.claims IS 'How many claims were asked.';
COMMENT ON COLUMN api.claim_best.agreeing IS 'How many of them give the value, or lie within the bounds.';
COMMENT ON COLUMN api.claim_best.is_tie IS
    'Whether another value is as good by the rule; then the later one is given, or the one with more voices.';
