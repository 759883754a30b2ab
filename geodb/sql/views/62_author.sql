-- How the forecasts of each author came out, and how many of them could not.

CREATE VIEW api.author_record AS
SELECT
    a.author_key,
    a.author_label,
    count(*) AS forecasts,
    count(a.outcome) AS resolved,
    count(*) FILTER (WHERE a.outcome IS NULL AND a.is_resolvable) AS open,
    count(*) FILTER (WHERE a.outcome IS NULL AND a.due_on < current_date) AS overdue,
    count(*) FILTER (WHERE a.outcome = 'true') AS came_true,
    count(*) FILTER (WHERE a.outcome = 'false') AS came_false,
    count(a.brier) AS scored,
    avg(a.brier) AS brier,
    count(*) FILTER (WHERE a.probability_low IS NULL) AS without_probability,
    count(*) FILTER (WHERE NOT a.is_resolvable) AS not_resolvable,
    count(*) FILTER (
        WHERE a.wording ~* '\m(may|might|could|can|possibly|perhaps|potentially|conceivably)\M'
    ) AS hedged,
    count(*) FILTER (WHERE coalesce(a.horizon_edtf, a.horizon_duration, a.due_on::text) IS NULL) AS without_horizon
FROM api.assessment a
WHERE a.kind IN ('forecast', 'scenario_outcome')
GROUP BY a.author_key, a.author_label;

COMMENT ON VIEW api.author_record IS
    'How the forecasts and scenario outcomes of each author came out, and how many are worded so that nothing can '
    'prove them wrong. One forecast can be counted in several columns.';
COMMENT ON COLUMN api.author_record.author_key IS 'Key of the author; NULL: not known.';
COMMENT ON COLUMN api.author_record.author_label IS 'Name of the author.';
COMMENT ON COLUMN api.author_record.forecasts IS 'Forecasts and scenario outcomes.';
COMMENT ON COLUMN api.author_record.resolved IS 'Those of which somebody said how they came out.';
COMMENT ON COLUMN api.author_record.open IS 'Those that can be decided and are not.';
COMMENT ON COLUMN api.author_record.overdue IS 'Those not decided whose day has passed.';
COMMENT ON COLUMN api.author_record.came_true IS 'Those that came true.';
COMMENT ON COLUMN api.author_record.came_false IS 'Those that did not come true.';
COMMENT ON COLUMN api.author_record.scored IS
    'Those that stated a probability and came true or did not; only these have a Brier score.';
COMMENT ON COLUMN api.author_record.brier IS
    'Mean of their Brier scores, 0 best to 1 worst, as double precision; NULL: none was scored.';
COMMENT ON COLUMN api.author_record.without_probability IS 'Those that state no probability.';
COMMENT ON COLUMN api.author_record.not_resolvable IS 'Those whose wording allows no yes or no, as coded.';
COMMENT ON COLUMN api.author_record.hedged IS
    'Those whose word of likelihood is may, might, could, can, possibly, perhaps, potentially or conceivably, which '
    'hold whatever happens.';
COMMENT ON COLUMN api.author_record.without_horizon IS 'Those that name no time by which to look.';
