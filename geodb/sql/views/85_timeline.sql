-- All that has a date, in one line of time.

CREATE VIEW api.timeline AS
SELECT
    t.key,
    t.kind,
    t.label,
    t.entry,
    t.status,
    t.when_edtf,
    t.when_from,
    t.when_until,
    coalesce(t.when_from, t.when_until) AS sort_on,
    CASE
        WHEN t.when_edtf ~ '%|[?].*~|~.*[?]' THEN 'uncertain_approximate'
        WHEN t.when_edtf ~ '[?]' THEN 'uncertain'
        WHEN t.when_edtf ~ '~' THEN 'approximate'
        ELSE 'stated'
    END AS certainty
FROM (
    SELECT key, kind, label, 'event' AS entry, status, when_edtf, when_from, when_until
    FROM api.event
    UNION ALL
    SELECT record_key, record_kind, record_label, 'status', status, when_edtf, when_from, when_until
    FROM api.status_change
    UNION ALL
    SELECT key, kind, label, 'statement', NULL, when_edtf, when_from, when_until
    FROM api.statement
    UNION ALL
    SELECT key, kind, label, 'deadline', NULL, deadline_edtf, deadline_from, deadline_until
    FROM api.target
) t
WHERE t.when_edtf IS NOT NULL;

COMMENT ON VIEW api.timeline IS
    'Events, steps of events and initiatives, statements and deadlines that carry a date; order by '
    'sort_on.';
COMMENT ON COLUMN api.timeline.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.timeline.kind IS
    'Kind of the event, form of the statement, measure of the target; for a step, event or initiative.';
COMMENT ON COLUMN api.timeline.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.timeline.entry IS
    'What stands on the line: event, status (a step in api.status_change), statement or deadline (of '
    'a target).';
COMMENT ON COLUMN api.timeline.status IS
    'Status of the event, or the one that the step leads to; NULL for statements and deadlines.';
COMMENT ON COLUMN api.timeline.when_edtf IS
    'When, as the source said it, in EDTF; a statement without its own date has that of its occasion.';
COMMENT ON COLUMN api.timeline.when_from IS 'First day it can be; NULL: not known.';
COMMENT ON COLUMN api.timeline.when_until IS 'Last day it can be, inclusive; NULL: not known or not over.';
COMMENT ON COLUMN api.timeline.sort_on IS
    'First day it can be, or the last where only that is known; NULL: neither, as for ../..';
COMMENT ON COLUMN api.timeline.certainty IS
    'How sure the date is: stated, approximate (~), uncertain (?) or both.';
