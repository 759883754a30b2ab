-- Code lists and published ontologies: what the codes in all other views mean.

CREATE VIEW api.code AS
SELECT
    c.list,
    c.code,
    c.label,
    c.description,
    c.acts,
    c.retired_at,
    c.parent_code,
    c.sort_order
FROM (
    SELECT 'record_kind' AS list, code, label, description, NULL::boolean AS acts, retired_at, parent_code, sort_order FROM geodb.record_kind
    UNION ALL SELECT 'marking', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.marking
    UNION ALL SELECT 'actor_kind', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.actor_kind
    UNION ALL SELECT 'name_kind', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.name_kind
    UNION ALL SELECT 'office_status', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.office_status
    UNION ALL SELECT 'relation_kind', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.relation_kind
    UNION ALL SELECT 'relation_status', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.relation_status
    UNION ALL SELECT 'place_kind', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.place_kind
    UNION ALL SELECT 'event_kind', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.event_kind
    UNION ALL SELECT 'event_status', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.event_status
    UNION ALL SELECT 'date_precision', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.date_precision
    UNION ALL SELECT 'participant_role', code, label, description, acts, retired_at, parent_code, sort_order FROM geodb.participant_role
    UNION ALL SELECT 'place_role', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.place_role
    UNION ALL SELECT 'event_relation_kind', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.event_relation_kind
    UNION ALL SELECT 'statement_form', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.statement_form
    UNION ALL SELECT 'medium', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.medium
    UNION ALL SELECT 'statement_role', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.statement_role
    UNION ALL SELECT 'stance', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.stance
    UNION ALL SELECT 'initiative_kind', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.initiative_kind
    UNION ALL SELECT 'initiative_status', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.initiative_status
    UNION ALL SELECT 'party_role', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.party_role
    UNION ALL SELECT 'target_comparator', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.target_comparator
    UNION ALL SELECT 'measure', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.measure
    UNION ALL SELECT 'unit', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.unit
    UNION ALL SELECT 'observation_basis', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.observation_basis
    UNION ALL SELECT 'source_kind', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.source_kind
    UNION ALL SELECT 'paragraph_kind', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.paragraph_kind
    UNION ALL SELECT 'evidence_relation', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.evidence_relation
    UNION ALL SELECT 'claim_rank', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.claim_rank
    UNION ALL SELECT 'assessment_kind', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.assessment_kind
    UNION ALL SELECT 'judgment_kind', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.judgment_kind
    UNION ALL SELECT 'probability_basis', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.probability_basis
    UNION ALL SELECT 'confidence_level', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.confidence_level
    UNION ALL SELECT 'resolution_outcome', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.resolution_outcome
    UNION ALL SELECT 'note_kind', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.note_kind
    UNION ALL SELECT 'external_scheme', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.external_scheme
    UNION ALL SELECT 'topic', code, label, description, NULL, retired_at, parent_code, sort_order FROM geodb.topic
) c;

COMMENT ON VIEW api.code IS
    'All code lists of geodb, one row per code.';
COMMENT ON COLUMN api.code.list IS 'Name of the code list.';
COMMENT ON COLUMN api.code.code IS 'The code that records carry.';
COMMENT ON COLUMN api.code.label IS 'Name for people.';
COMMENT ON COLUMN api.code.description IS 'When to use the code.';
COMMENT ON COLUMN api.code.acts IS
    'Whether a participant role makes an actor a side of a dyad; NULL in other lists.';
COMMENT ON COLUMN api.code.retired_at IS 'Since when it is no longer given; NULL: in use.';
COMMENT ON COLUMN api.code.parent_code IS 'Broader code of the same list.';
COMMENT ON COLUMN api.code.sort_order IS 'Order in lists.';

CREATE VIEW api.taxonomy AS
SELECT
    t.code,
    t.title,
    t.version,
    t.publisher,
    t.licence,
    t.url
FROM geodb.taxonomy t;

COMMENT ON VIEW api.taxonomy IS
    'Published ontologies whose terms code our records.';
COMMENT ON COLUMN api.taxonomy.code IS 'Short name of the ontology.';
COMMENT ON COLUMN api.taxonomy.title IS 'Full title.';
COMMENT ON COLUMN api.taxonomy.version IS 'Version that the terms are from.';
COMMENT ON COLUMN api.taxonomy.publisher IS 'Who publishes it.';
COMMENT ON COLUMN api.taxonomy.licence IS 'Terms of use.';
COMMENT ON COLUMN api.taxonomy.url IS 'Where it is published.';

CREATE VIEW api.term AS
SELECT
    t.taxonomy_code AS taxonomy,
    t.code,
    t.facet,
    t.parent_code,
    t.label,
    t.description,
    t.score::double precision AS score,
    t.score_low::double precision AS score_low,
    t.score_high::double precision AS score_high,
    t.sort_order,
    t.retired_at
FROM geodb.term t;

COMMENT ON VIEW api.term IS
    'Terms of published ontologies.';
COMMENT ON COLUMN api.term.taxonomy IS 'Ontology the term belongs to; see api.taxonomy.';
COMMENT ON COLUMN api.term.code IS 'The ontology''s own code.';
COMMENT ON COLUMN api.term.facet IS 'Part of the ontology: type, mode, context, root, base.';
COMMENT ON COLUMN api.term.parent_code IS 'Broader term of the same ontology.';
COMMENT ON COLUMN api.term.label IS 'Name for people.';
COMMENT ON COLUMN api.term.description IS 'When to use the term, in our words.';
COMMENT ON COLUMN api.term.score IS 'Cooperation-conflict score, -10 to +10, as double precision.';
COMMENT ON COLUMN api.term.score_low IS 'Lower bound of the band a word stands for, as double precision.';
COMMENT ON COLUMN api.term.score_high IS 'Upper bound of the band a word stands for, as double precision.';
COMMENT ON COLUMN api.term.sort_order IS 'Order in lists.';
COMMENT ON COLUMN api.term.retired_at IS 'Since when it is no longer given; NULL: in use.';

CREATE VIEW api.term_map AS
SELECT
    m.from_taxonomy_code AS from_taxonomy,
    m.from_code,
    m.to_taxonomy_code AS to_taxonomy,
    m.to_code,
    m.relation,
    m.layer,
    m.note,
    m.retired_at
FROM geodb.term_map m;

COMMENT ON VIEW api.term_map IS
    'Crosswalks between ontologies; corrections stand beside what was published.';
COMMENT ON COLUMN api.term_map.from_taxonomy IS 'Ontology mapped from.';
COMMENT ON COLUMN api.term_map.from_code IS 'Term mapped from.';
COMMENT ON COLUMN api.term_map.to_taxonomy IS 'Ontology mapped to.';
COMMENT ON COLUMN api.term_map.to_code IS 'Term mapped to.';
COMMENT ON COLUMN api.term_map.relation IS 'exact, broad, narrow or related.';
COMMENT ON COLUMN api.term_map.layer IS 'published: the map as its authors gave it; corrected: ours.';
COMMENT ON COLUMN api.term_map.note IS 'Why a line was corrected.';
COMMENT ON COLUMN api.term_map.retired_at IS 'Since when it is no longer given; NULL: in use.';

CREATE VIEW api.country AS
SELECT
    c.alpha3,
    c.alpha2,
    c.numeric_code,
    c.name,
    c.official_name,
    c.wikidata_id,
    c.retired_at
FROM geodb.country c;

COMMENT ON VIEW api.country IS
    'Countries and areas of ISO 3166-1.';
COMMENT ON COLUMN api.country.alpha3 IS 'ISO 3166-1 alpha-3 code, as other views carry it.';
COMMENT ON COLUMN api.country.alpha2 IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN api.country.numeric_code IS 'ISO 3166-1 numeric code with leading zeros.';
COMMENT ON COLUMN api.country.name IS 'Short English name.';
COMMENT ON COLUMN api.country.official_name IS 'Formal English name.';
COMMENT ON COLUMN api.country.wikidata_id IS 'Wikidata item.';
COMMENT ON COLUMN api.country.retired_at IS 'Since when it is no longer given; NULL: in use.';

CREATE VIEW api.dataset AS
SELECT
    d.prefix,
    d.title,
    d.description,
    d.publisher,
    d.licence,
    d.url,
    d.version,
    d.tier
FROM geodb.dataset d;

COMMENT ON VIEW api.dataset IS
    'Issuers of keys; the prefix is the first half of every public key.';
COMMENT ON COLUMN api.dataset.prefix IS 'First half of the public key, before the colon.';
COMMENT ON COLUMN api.dataset.title IS 'Name for people.';
COMMENT ON COLUMN api.dataset.description IS 'What the dataset holds and what it does not.';
COMMENT ON COLUMN api.dataset.publisher IS 'Who publishes it.';
COMMENT ON COLUMN api.dataset.licence IS 'Terms of use.';
COMMENT ON COLUMN api.dataset.url IS 'Where it is published.';
COMMENT ON COLUMN api.dataset.version IS 'Version in the database.';
COMMENT ON COLUMN api.dataset.tier IS 'record: curated facts; coded: event data.';
