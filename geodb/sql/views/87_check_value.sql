-- Checks of values and structure: figures, claims, targets, parts of themselves, and merges.

CREATE VIEW api.check_figure_out_of_bounds AS
SELECT
    c.rule, c.severity, f.key, 'figure' AS kind, f.label,
    x.source_key AS other_key, x.source_label AS other_label,
    format('%s claimed as %s, but the figure runs from %s to %s',
        x.value, x.attribute, coalesce(f.low::text, '...'), coalesce(f.high::text, '...')) AS message
FROM api.check_rule c
CROSS JOIN api.figure f
JOIN api.claim x ON x.record_key = f.key AND x.rank <> 'deprecated' AND x.value_type = 'number'
CROSS JOIN LATERAL (SELECT CASE WHEN x.value_type = 'number' THEN x.value::double precision END AS value) n
WHERE c.rule = 'figure_out_of_bounds'
    AND (x.attribute IN ('best', 'low') AND n.value > f.high OR x.attribute IN ('best', 'high') AND n.value < f.low);

COMMENT ON VIEW api.check_figure_out_of_bounds IS
    'Quality check: A value claimed for a figure that lies outside the figure''s own bounds.';
COMMENT ON COLUMN api.check_figure_out_of_bounds.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_figure_out_of_bounds.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_figure_out_of_bounds.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_figure_out_of_bounds.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_figure_out_of_bounds.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_figure_out_of_bounds.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_figure_out_of_bounds.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_figure_out_of_bounds.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.figure_bounds AS
SELECT
    f.key,
    f.label,
    CASE
        WHEN f.low IS NOT NULL THEN f.low
        WHEN side.no_low THEN '-Infinity'
        WHEN side.no_high OR hedge.is_none OR hedge.is_near AND f.best < 0 THEN f.best
        ELSE f.best - abs(f.best) / 10
    END AS low,
    CASE
        WHEN f.high IS NOT NULL THEN f.high
        WHEN side.no_high THEN 'Infinity'
        WHEN side.no_low OR hedge.is_none OR hedge.is_near AND f.best >= 0 THEN f.best
        ELSE f.best + abs(f.best) / 10
    END AS high
FROM api.figure f
CROSS JOIN LATERAL (
    SELECT
        f.qualifier ~* '\m(at least|not? (less|fewer) than|not? (under|below)|(?<!\mnot? (to )?)(more than|over|above|past|passed|exceed\w*)|in excess of|upwards of|minimum|or more)\M' AS at_least,
        f.qualifier ~* '\m(at most|up to|not? (more than|over|above)|not? (to )?exceed\w*|(?<!\mnot? )((less|fewer) than|under|below)|within|as (many|much) as|maximum|or (less|fewer))\M' AS at_most,
        f.qualifier ~* '\m(nearly|almost|close to|approaching)\M' AS is_near,
        f.qualifier IS NULL OR f.qualifier ~* '\mexactly\M' AS is_none
) hedge
-- a fall of more than 19 percent is -19 or less: the hedge tells of the size
CROSS JOIN LATERAL (
    SELECT
        CASE WHEN f.best < 0 THEN hedge.at_least ELSE hedge.at_most END AS no_low,
        CASE WHEN f.best < 0 THEN hedge.at_most ELSE hedge.at_least END AS no_high
) side;

COMMENT ON VIEW api.figure_bounds IS
    'Between which values each figure lies as it is worded: "at least" has no upper end, and with any hedge that '
    'names no side, such as "approximately", the figure stands for a tenth more or less; with "nearly", for a tenth '
    'less. Of a negative figure the hedge tells of the size: "more than" a fall of 19 percent, -19, has no lower end.';
COMMENT ON COLUMN api.figure_bounds.key IS 'Key of the figure.';
COMMENT ON COLUMN api.figure_bounds.label IS 'Name of the figure.';
COMMENT ON COLUMN api.figure_bounds.low IS 'Lower end, as double precision; -Infinity: open; NULL: not stated.';
COMMENT ON COLUMN api.figure_bounds.high IS 'Upper end, as double precision; Infinity: open; NULL: not stated.';

CREATE VIEW api.check_figure_contradicted AS
SELECT
    c.rule, c.severity, f.key, 'figure' AS kind, f.label,
    g.key AS other_key, g.label AS other_label,
    format('%s to %s, but %s to %s by the other', fb.low, fb.high, gb.low, gb.high) AS message
FROM api.check_rule c
CROSS JOIN api.figure f
JOIN api.figure g ON g.key > f.key AND g.of_key = f.of_key AND g.measure = f.measure AND g.unit = f.unit
    AND g.party_key IS NOT DISTINCT FROM f.party_key
    AND g.as_of_from IS NOT DISTINCT FROM f.as_of_from AND g.as_of_until IS NOT DISTINCT FROM f.as_of_until
JOIN api.figure_bounds fb ON fb.key = f.key
JOIN api.figure_bounds gb ON gb.key = g.key AND (gb.low > fb.high OR fb.low > gb.high)
WHERE c.rule = 'figure_contradicted'
    -- of a party that was taken back is not of all
    AND NOT EXISTS (
        SELECT
        FROM geodb.record r
        JOIN geodb.figure partial ON partial.id = r.id AND partial.party_id IS NOT NULL
        WHERE r.key IN (f.key, g.key) AND f.party_key IS NULL
    );

COMMENT ON VIEW api.check_figure_contradicted IS
    'Quality check: Two figures of one fact, measure, unit, party and time whose bounds do not meet.';
COMMENT ON COLUMN api.check_figure_contradicted.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_figure_contradicted.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_figure_contradicted.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_figure_contradicted.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_figure_contradicted.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_figure_contradicted.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_figure_contradicted.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_figure_contradicted.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_value_disputed AS
SELECT
    c.rule, c.severity, x.record_key AS key, x.record_kind AS kind, x.record_label AS label,
    NULL AS other_key, NULL AS other_label,
    format('%s: %s', x.attribute, string_agg(DISTINCT n.value, ' or ' ORDER BY n.value)) AS message
FROM api.check_rule c
CROSS JOIN api.claim x
CROSS JOIN LATERAL (SELECT coalesce(x.value, 'null') AS value) n -- that there is none is a value too
WHERE c.rule = 'value_disputed' AND x.rank <> 'deprecated'
GROUP BY c.rule, c.severity, x.record_key, x.record_kind, x.record_label, x.attribute
HAVING count(DISTINCT n.value) > 1
    AND count(DISTINCT n.value) FILTER (WHERE x.rank = 'preferred') <> 1;

COMMENT ON VIEW api.check_value_disputed IS
    'Quality check: An attribute for which sources give different values, none of them preferred.';
COMMENT ON COLUMN api.check_value_disputed.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_value_disputed.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_value_disputed.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_value_disputed.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_value_disputed.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_value_disputed.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_value_disputed.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_value_disputed.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_stands_on_retracted AS
SELECT
    c.rule, c.severity, r.key, r.kind, r.label,
    gone.key AS other_key, gone.label AS other_label,
    concat_ws(': ', format('stands on %s, which was taken back', gone.label), gone.retraction_reason) AS message
FROM api.check_rule c
JOIN geodb.record gone ON gone.merged_into_id IS NULL AND gone.retracted_at IS NOT NULL
JOIN geodb.record said ON said.survivor_id = gone.id
JOIN (
    SELECT h.id, h.office_id AS about_id FROM geodb.office_holding h
    UNION ALL SELECT h.id, h.holder_id FROM geodb.office_holding h
    UNION ALL SELECT l.id, l.from_id FROM geodb.actor_relation l
    UNION ALL SELECT l.id, l.to_id FROM geodb.actor_relation l
    UNION ALL SELECT l.id, l.from_id FROM geodb.event_relation l
    UNION ALL SELECT l.id, l.to_id FROM geodb.event_relation l
    UNION ALL SELECT f.id, f.of_id FROM geodb.figure f
    UNION ALL SELECT t.id, t.initiative_id FROM geodb.initiative_target t
    UNION ALL SELECT a.id, a.parent_id FROM geodb.assessment a
    UNION ALL SELECT d.id, d.source_id FROM geodb.document d
) link ON link.about_id = said.id
JOIN geodb.record r ON r.id = link.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
WHERE c.rule = 'stands_on_retracted';

COMMENT ON VIEW api.check_stands_on_retracted IS
    'Quality check: A relation, holding, figure, target, outcome or document of something that was taken back.';
COMMENT ON COLUMN api.check_stands_on_retracted.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_stands_on_retracted.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_stands_on_retracted.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_stands_on_retracted.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_stands_on_retracted.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_stands_on_retracted.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_stands_on_retracted.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_stands_on_retracted.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_evidence_against AS
SELECT DISTINCT
    c.rule, c.severity, v.record_key AS key, v.record_kind AS kind, v.record_label AS label,
    coalesce(v.cited_source_key, v.source_key) AS other_key,
    coalesce(v.cited_source_label, v.source_label) AS other_label,
    concat_ws(
        ': ', v.attribute, coalesce('against it: ' || quote_literal(v.exact), 'a source speaks against it')
    ) AS message
FROM api.check_rule c
CROSS JOIN api.evidence v
WHERE c.rule = 'evidence_against' AND v.relation = 'contradicts' AND v.claimed_value IS NULL;

COMMENT ON VIEW api.check_evidence_against IS 'Quality check: A record that a passage speaks against.';
COMMENT ON COLUMN api.check_evidence_against.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_evidence_against.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_evidence_against.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_evidence_against.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_evidence_against.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_evidence_against.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_evidence_against.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_evidence_against.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_circular_part_of AS
WITH RECURSIVE inside (key, in_key) AS (
    SELECT p.key, p.in_key FROM api.containment p
    UNION
    SELECT i.key, p.in_key FROM inside i JOIN api.containment p ON p.key = i.in_key WHERE i.key <> i.in_key
)

SELECT
    c.rule, c.severity, r.key, r.kind, r.label,
    min(member.key) AS other_key, min(member.label) AS other_label,
    format('is part of itself, by way of %s', string_agg(member.label, ', ' ORDER BY member.key)) AS message
FROM api.check_rule c
CROSS JOIN api.record r
JOIN inside way ON way.key = r.key
JOIN inside back ON back.key = way.in_key AND back.in_key = way.key
JOIN api.record member ON member.key = way.in_key AND member.key <> r.key
WHERE c.rule = 'circular_part_of'
GROUP BY c.rule, c.severity, r.key, r.kind, r.label
HAVING r.key < min(member.key);

COMMENT ON VIEW api.check_circular_part_of IS
    'Quality check: An event, initiative or place that is, in the end, part of itself.';
COMMENT ON COLUMN api.check_circular_part_of.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_circular_part_of.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_circular_part_of.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_circular_part_of.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_circular_part_of.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_circular_part_of.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_circular_part_of.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_circular_part_of.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE FUNCTION api.merge_conflicts()
RETURNS TABLE (key text, merged_key text, rule text, reason text, hint text)
LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp  -- with the rights of the owner, as views have them
BEGIN ATOMIC
    -- what each merge brought: the record, and what had been merged into it
    WITH RECURSIVE side (redirect_id, record_id) AS (
        SELECT d.id, d.old_id FROM geodb.record_redirect d WHERE d.undone_at IS NULL
        UNION
        SELECT s.redirect_id, d.old_id
        FROM side s
        JOIN geodb.record_redirect d ON d.new_id = s.record_id AND d.undone_at IS NULL
    ),

    merged AS (
        SELECT d.old_id, array_agg(s.record_id ORDER BY s.record_id <> d.old_id, s.record_id) AS ours
        FROM side s
        JOIN geodb.record_redirect d ON d.id = s.redirect_id
        GROUP BY d.old_id
    )

    SELECT survivor.key, old.key, found.rule, found.reason, found.hint
    FROM merged
    JOIN geodb.record old ON old.id = merged.old_id
    JOIN geodb.record survivor ON survivor.id = old.survivor_id AND survivor.retracted_at IS NULL
    CROSS JOIN LATERAL (
        SELECT array_agg(r.id ORDER BY r.id <> survivor.id, r.id) AS ids
        FROM geodb.record r
        WHERE r.survivor_id = survivor.id AND r.id <> ALL (merged.ours)
    ) theirs
    CROSS JOIN LATERAL geodb.find_group_conflicts_v1(survivor.kind, merged.ours, theirs.ids) found;
END;

COMMENT ON FUNCTION api.merge_conflicts() IS
    'Why merges that stand would be refused if they were made now. key: the survivor; merged_key: what was merged into '
    'it; rule, reason: why the two cannot be one; hint: what to do if the merge is right.';

CREATE VIEW api.check_merge_contradicted AS
SELECT
    c.rule, c.severity, r.key, r.kind, r.label,
    m.merged_key AS other_key, o.label AS other_label,
    format('has %s merged into it, but %s', o.label, string_agg(m.reason, '; ' ORDER BY m.reason)) AS message
FROM api.check_rule c
CROSS JOIN api.merge_conflicts() m
JOIN api.record r ON r.key = m.key
JOIN geodb.record o ON o.key = m.merged_key
WHERE c.rule = 'merge_contradicted'
GROUP BY c.rule, c.severity, r.key, r.kind, r.label, m.merged_key, o.label;

COMMENT ON VIEW api.check_merge_contradicted IS
    'Quality check: A record merged into another from which something that came in later tells it apart.';
COMMENT ON COLUMN api.check_merge_contradicted.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_merge_contradicted.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_merge_contradicted.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_merge_contradicted.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_merge_contradicted.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_merge_contradicted.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_merge_contradicted.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_merge_contradicted.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';

CREATE VIEW api.check_target_without_baseline AS
SELECT
    c.rule, c.severity, t.key, 'target' AS kind, t.label,
    t.initiative_key AS other_key, t.initiative_label AS other_label,
    'no source gives a baseline' AS message
FROM api.check_rule c
CROSS JOIN api.target t
WHERE c.rule = 'target_without_baseline'
    AND NOT EXISTS (SELECT FROM api.target_observation o WHERE o.target_key = t.key AND o.basis = 'baseline');

COMMENT ON VIEW api.check_target_without_baseline IS
    'Quality check: A target for which no source gives the value it starts from, so that progress cannot be told.';
COMMENT ON COLUMN api.check_target_without_baseline.rule IS 'Name of the check; see api.check_rule.';
COMMENT ON COLUMN api.check_target_without_baseline.severity IS 'error, warning or info; see api.check_rule.';
COMMENT ON COLUMN api.check_target_without_baseline.key IS 'Key of the record it concerns.';
COMMENT ON COLUMN api.check_target_without_baseline.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.check_target_without_baseline.label IS 'Name of the record.';
COMMENT ON COLUMN api.check_target_without_baseline.other_key IS
    'Key of the other record it concerns: the source, document, actor or rival; NULL: none.';
COMMENT ON COLUMN api.check_target_without_baseline.other_label IS 'Name of the other record.';
COMMENT ON COLUMN api.check_target_without_baseline.message IS
    'What is wrong, as the rest of a sentence that begins with the label.';
