-- The quality checks: their catalogue, and what several of them read.

CREATE VIEW api.check_rule AS
SELECT c.rule, c.severity, c.description
FROM (VALUES
    ('source_before_event', 'error',
        'An event that has begun, or a statement, certainly later than the newest source that supports it.'),
    ('outcome_before_cause', 'error',
        'An outcome, sequel or answer that was over before what it follows can have begun.'),
    ('circular_part_of', 'error',
        'An event, initiative or place that is, in the end, part of itself.'),
    ('merge_contradicted', 'error',
        'A record merged into another from which something that came in later tells it apart.'),
    ('actor_not_alive', 'error',
        'A speaker, or one who acts in an event, before they can have existed or after they were gone.'),
    ('office_not_held', 'error',
        'A speaker or participant in an office that they certainly did not hold at the time.'),
    ('quote_not_in_text', 'error',
        'Quoted words that stand in no paragraph given as evidence for the statement.'),
    ('figure_out_of_bounds', 'error',
        'A value claimed for a figure that lies outside the figure''s own bounds.'),
    ('quote_altered', 'warning',
        'Quoted words that the source cited for them, whose text we hold in the same language, does not have.'),
    ('figure_contradicted', 'warning',
        'Two figures of one fact, measure, unit, party and time whose bounds do not meet.'),
    ('value_disputed', 'warning',
        'An attribute for which sources give different values, none of them preferred.'),
    ('stands_on_retracted', 'warning',
        'A relation, holding, figure, target, outcome or document of something that was taken back.'),
    ('evidence_against', 'warning',
        'A record that a passage speaks against.'),
    ('uncited_claim', 'warning',
        'A claim that stands under no footnote, in a document that uses footnotes, and nowhere else.'),
    ('forecast_overdue', 'warning',
        'A forecast whose day has passed without anybody saying how it came out.'),
    ('uncited_judgment', 'info',
        'As uncited_claim, for what the author of the document judges or foresees: it rests on the author alone.'),
    ('holding_unknown', 'info',
        'A speaker or participant in an office of which no holding by them is recorded.'),
    ('publication_date_missing', 'info',
        'A source without a publication date: what it supports is known no earlier than somebody read it.'),
    ('target_without_baseline', 'info',
        'A target for which no source gives the value it starts from, so that progress cannot be told.'),
    ('copies_of_one_source', 'info',
        'A claim with several sources that all have it from one.')
) AS c (rule, severity, description);

COMMENT ON VIEW api.check_rule IS
    'The quality checks. What each finds is in api.check_<rule>, what all of them find in api.check_finding.';
COMMENT ON COLUMN api.check_rule.rule IS 'Name of the check.';
COMMENT ON COLUMN api.check_rule.severity IS
    'error: it cannot all be so; warning: somebody should look; info: good to know.';
COMMENT ON COLUMN api.check_rule.description IS 'What the check finds.';

CREATE VIEW api.acted_as AS
SELECT
    s.key,
    'statement' AS kind,
    s.label,
    a.key AS actor_key,
    a.label AS actor_label,
    s.capacity_key AS office_key,
    s.capacity_label AS office_label,
    s.when_from,
    s.when_until
FROM geodb.statement_actor p
JOIN geodb.record r_said ON r_said.id = p.statement_id
JOIN geodb.record r ON r.id = r_said.survivor_id
JOIN geodb.record a_said ON a_said.id = p.actor_id
JOIN geodb.record a ON a.id = a_said.survivor_id AND a.retracted_at IS NULL
JOIN api.statement s ON s.key = r.key
WHERE p.role_code = 'speaker'
    AND s.capacity_key IS NOT NULL
    -- of several speakers it is not said whose office it is
    AND NOT EXISTS (
        SELECT
        FROM geodb.record o_said
        JOIN geodb.statement_actor o ON o.statement_id = o_said.id
        JOIN geodb.record other_said ON other_said.id = o.actor_id
        JOIN geodb.record other ON other.id = other_said.survivor_id AND other.retracted_at IS NULL
        WHERE o_said.survivor_id = r.id AND o.role_code = 'speaker' AND other.id <> a.id
    )
UNION
SELECT e.key, 'event', e.label, p.actor_key, p.actor_label, p.office_key, p.office_label, e.when_from, e.when_until
FROM api.event e
JOIN api.event_participant p ON p.event_key = e.key
WHERE p.office_key IS NOT NULL;

COMMENT ON VIEW api.acted_as IS
    'Who spoke, or took part in an event, in which office, and when. Statements of several speakers are left out: '
    'it is not said whose office it was.';
COMMENT ON COLUMN api.acted_as.key IS 'Key of the statement or event.';
COMMENT ON COLUMN api.acted_as.kind IS 'statement or event.';
COMMENT ON COLUMN api.acted_as.label IS 'Name of the statement or event.';
COMMENT ON COLUMN api.acted_as.actor_key IS 'Key of the speaker or participant.';
COMMENT ON COLUMN api.acted_as.actor_label IS 'Name of the speaker or participant.';
COMMENT ON COLUMN api.acted_as.office_key IS 'Key of the office.';
COMMENT ON COLUMN api.acted_as.office_label IS 'Name of the office.';
COMMENT ON COLUMN api.acted_as.when_from IS 'First day it can be; NULL: not known.';
COMMENT ON COLUMN api.acted_as.when_until IS 'Last day it can be, inclusive; NULL: not known or not over.';

CREATE VIEW api.containment AS
SELECT
    r.from_key AS key,
    r.from_kind AS kind,
    r.from_label AS label,
    r.to_key AS in_key,
    r.to_label AS in_label
FROM api.event_relation r
WHERE r.kind = 'part_of'
UNION
SELECT i.key, 'initiative', i.label, i.parent_key, i.parent_label
FROM api.initiative i
WHERE i.parent_key IS NOT NULL
UNION
SELECT p.key, 'place', p.label, p.parent_key, p.parent_label
FROM api.place p
WHERE p.parent_key IS NOT NULL;

COMMENT ON VIEW api.containment IS
    'What is directly part of what: events, initiatives and places.';
COMMENT ON COLUMN api.containment.key IS 'Key of the part.';
COMMENT ON COLUMN api.containment.kind IS 'Kind of the part, as in api.record.';
COMMENT ON COLUMN api.containment.label IS 'Name of the part.';
COMMENT ON COLUMN api.containment.in_key IS 'Key of the whole.';
COMMENT ON COLUMN api.containment.in_label IS 'Name of the whole.';

CREATE FUNCTION api.fold_quotation(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(
    translate(
        lower(normalize(words, NFKC)),
        U&'\2010\2011\2012\2013\2014\2015\2212'
            || U&'"''`\00AB\00BB\2018\2019\201A\201B\201C\201D\201E\201F\2039\203A\00AD',
        '-------'  -- all dashes become one, the marks of quotation and the soft hyphen go
    ),
    '\s*-\s*|\s+', ' ', 'g'
);

COMMENT ON FUNCTION api.fold_quotation(text) IS
    'Words in lower case without quotation marks, apostrophes and dashes, with one kind of ellipsis and space, to see '
    'whether a text has the words of a quotation.';

CREATE FUNCTION api.quotes(passage text, quotation text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN api.fold_quotation(passage) LIKE '%' || regexp_replace(
    regexp_replace(api.fold_quotation(quotation), '([\\%_])', '\\\1', 'g'),
    '[ .,;:!?]*([[(]\.{3,}[])]|\.{3,}|\. \. \.)[ .,;:!?]*|[ .,;:!?]+$|^ ', '%', 'g'
) || '%';

COMMENT ON FUNCTION api.quotes(text, text) IS
    'Whether a passage has the words of a quotation, in their order where an ellipsis leaves some out; marks of '
    'quotation, dashes, spaces, case and closing punctuation do not count.';
