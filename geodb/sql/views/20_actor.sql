-- Actors, their names, the offices they hold and how they stand to one another.

CREATE VIEW api.actor AS
SELECT
    r.key,
    a.kind_code AS kind,
    r.label,
    a.country_code AS country,
    a.sector,
    a.founded_edtf,
    a.dissolved_edtf,
    lower(a.life_span) AS life_from,
    upper(a.life_span) - 1 AS life_until,
    s.key AS scoped_to_key,
    s.label AS scoped_to_label
FROM geodb.actor a
JOIN geodb.record r ON r.id = a.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
LEFT JOIN geodb.record s_said ON s_said.id = a.scoped_to_id
LEFT JOIN geodb.record s ON s.id = s_said.survivor_id AND s.retracted_at IS NULL;

COMMENT ON VIEW api.actor IS
    'Persons, states, organizations and groups, named or not.';
COMMENT ON COLUMN api.actor.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.actor.kind IS 'Kind of actor; code list actor_kind.';
COMMENT ON COLUMN api.actor.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.actor.country IS
    'ISO 3166-1 alpha-3 of the state it is or belongs to; see api.country.';
COMMENT ON COLUMN api.actor.sector IS 'Sector as PLOVER names it: GOV, MIL, MED and so on.';
COMMENT ON COLUMN api.actor.founded_edtf IS 'When it was founded or born, as EDTF.';
COMMENT ON COLUMN api.actor.dissolved_edtf IS 'When it was dissolved or died, as EDTF.';
COMMENT ON COLUMN api.actor.life_from IS 'First day it can have existed; NULL: not known.';
COMMENT ON COLUMN api.actor.life_until IS
    'Last day it can have existed, inclusive; NULL: not known or not over.';
COMMENT ON COLUMN api.actor.scoped_to_key IS 'Key of the document that an unnamed group belongs to.';
COMMENT ON COLUMN api.actor.scoped_to_label IS 'Name of the document that an unnamed group belongs to.';

CREATE VIEW api.actor_name AS
SELECT
    n.record_key AS actor_key,
    n.record_label AS actor_label,
    n.name,
    n.kind,
    n.lang,
    n.script,
    n.is_primary,
    n.valid_edtf,
    n.valid_from,
    n.valid_until,
    n.folded
FROM api.name n
WHERE n.record_kind = 'actor';

COMMENT ON VIEW api.actor_name IS
    'Names of actors, those of merged actors included; api.name has the names of all records.';
COMMENT ON COLUMN api.actor_name.actor_key IS 'Key of the actor.';
COMMENT ON COLUMN api.actor_name.actor_label IS 'Name of the actor.';
COMMENT ON COLUMN api.actor_name.name IS 'The name as written.';
COMMENT ON COLUMN api.actor_name.kind IS 'How the name stands to the actor; code list name_kind.';
COMMENT ON COLUMN api.actor_name.lang IS 'Language, BCP 47.';
COMMENT ON COLUMN api.actor_name.script IS 'Script, ISO 15924.';
COMMENT ON COLUMN api.actor_name.is_primary IS 'Whether it is the name to show in its language.';
COMMENT ON COLUMN api.actor_name.valid_edtf IS 'When the name was in use, as EDTF.';
COMMENT ON COLUMN api.actor_name.valid_from IS 'First day the name can have been in use; NULL: not known.';
COMMENT ON COLUMN api.actor_name.valid_until IS
    'Last day the name can have been in use, inclusive; NULL: not known or not over.';
COMMENT ON COLUMN api.actor_name.folded IS
    'The name in lower case without diacritics, as api.fold_name gives it.';

CREATE VIEW api.office AS
SELECT
    r.key,
    r.kind,
    r.label,
    o.key AS organization_key,
    o.label AS organization_label,
    f.seats
FROM geodb.office f
JOIN geodb.record r ON r.id = f.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
LEFT JOIN geodb.record o_said ON o_said.id = f.organization_id
LEFT JOIN geodb.record o ON o.id = o_said.survivor_id AND o.retracted_at IS NULL;

COMMENT ON VIEW api.office IS
    'Posts apart from their holders.';
COMMENT ON COLUMN api.office.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.office.kind IS 'Always office.';
COMMENT ON COLUMN api.office.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.office.organization_key IS 'Key of the state or organization whose office it is.';
COMMENT ON COLUMN api.office.organization_label IS 'Name of the state or organization whose office it is.';
COMMENT ON COLUMN api.office.seats IS 'How many may hold it at the same time.';

CREATE VIEW api.office_holding AS
SELECT
    r.key,
    r.kind,
    r.label,
    o.key AS office_key,
    o.label AS office_label,
    a.key AS holder_key,
    a.label AS holder_label,
    h.status_code AS status,
    h.start_edtf,
    h.end_edtf,
    lower(h.span) AS held_from,
    upper(h.span) - 1 AS held_until,
    lower(h.certain_span) AS certain_from,
    upper(h.certain_span) - 1 AS certain_until,
    h.first_attested_on,
    h.last_attested_on
FROM geodb.office_holding h
JOIN geodb.record r ON r.id = h.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
JOIN geodb.record o_said ON o_said.id = h.office_id
JOIN geodb.record o ON o.id = o_said.survivor_id AND o.retracted_at IS NULL
JOIN geodb.record a_said ON a_said.id = h.holder_id
JOIN geodb.record a ON a.id = a_said.survivor_id AND a.retracted_at IS NULL;

COMMENT ON VIEW api.office_holding IS
    'Who held which office when; a source often attests a day and no more.';
COMMENT ON COLUMN api.office_holding.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.office_holding.kind IS 'Always office_holding.';
COMMENT ON COLUMN api.office_holding.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.office_holding.office_key IS 'Key of the office.';
COMMENT ON COLUMN api.office_holding.office_label IS 'Name of the office.';
COMMENT ON COLUMN api.office_holding.holder_key IS 'Key of the actor that holds the office.';
COMMENT ON COLUMN api.office_holding.holder_label IS 'Name of the actor that holds the office.';
COMMENT ON COLUMN api.office_holding.status IS
    'Whether it is known to be held still; code list office_status.';
COMMENT ON COLUMN api.office_holding.start_edtf IS 'Start of the term, as EDTF.';
COMMENT ON COLUMN api.office_holding.end_edtf IS 'End of the term, as EDTF.';
COMMENT ON COLUMN api.office_holding.held_from IS 'First day it was possibly held; NULL: not known.';
COMMENT ON COLUMN api.office_holding.held_until IS
    'Last day it was possibly held, inclusive; NULL: not known or not over.';
COMMENT ON COLUMN api.office_holding.certain_from IS 'First day it was certainly held; NULL: not known.';
COMMENT ON COLUMN api.office_holding.certain_until IS
    'Last day it was certainly held, inclusive; NULL: not known.';
COMMENT ON COLUMN api.office_holding.first_attested_on IS 'First day a source shows the holder in office.';
COMMENT ON COLUMN api.office_holding.last_attested_on IS 'Last day a source shows the holder in office.';

CREATE VIEW api.actor_relation AS
SELECT
    r.key,
    l.kind_code AS kind,
    r.label,
    f.key AS from_key,
    f.label AS from_label,
    t.key AS to_key,
    t.label AS to_label,
    l.status_code AS status,
    l.is_directed,
    l.edtf AS when_edtf,
    lower(l.span) AS when_from,
    upper(l.span) - 1 AS when_until,
    l.precision_code AS precision
FROM geodb.actor_relation l
JOIN geodb.record r ON r.id = l.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
JOIN geodb.record f_said ON f_said.id = l.from_id
JOIN geodb.record f ON f.id = f_said.survivor_id AND f.retracted_at IS NULL
JOIN geodb.record t_said ON t_said.id = l.to_id
JOIN geodb.record t ON t.id = t_said.survivor_id AND t.retracted_at IS NULL
WHERE f.id <> t.id;

COMMENT ON VIEW api.actor_relation IS
    'Memberships, alliances, rivalries, wars and other relations between two actors.';
COMMENT ON COLUMN api.actor_relation.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.actor_relation.kind IS 'Kind of relation; code list relation_kind.';
COMMENT ON COLUMN api.actor_relation.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.actor_relation.from_key IS
    'Key of the first actor; the one that acts where the relation has a direction.';
COMMENT ON COLUMN api.actor_relation.from_label IS 'Name of the first actor.';
COMMENT ON COLUMN api.actor_relation.to_key IS 'Key of the second actor.';
COMMENT ON COLUMN api.actor_relation.to_label IS 'Name of the second actor.';
COMMENT ON COLUMN api.actor_relation.status IS
    'Actual, sought, potential or ended; code list relation_status.';
COMMENT ON COLUMN api.actor_relation.is_directed IS 'Whether the order of the two matters.';
COMMENT ON COLUMN api.actor_relation.when_edtf IS 'When it held, as EDTF.';
COMMENT ON COLUMN api.actor_relation.when_from IS 'First day it can be; NULL: not known.';
COMMENT ON COLUMN api.actor_relation.when_until IS
    'Last day it can be, inclusive; NULL: not known or not over.';
COMMENT ON COLUMN api.actor_relation.precision IS 'Grain of when_edtf; code list date_precision.';
