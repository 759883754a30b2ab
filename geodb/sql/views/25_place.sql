-- Places and how they lie within one another.

CREATE VIEW api.place AS
SELECT
    r.key,
    p.kind_code AS kind,
    r.label,
    o.key AS parent_key,
    o.label AS parent_label,
    p.country_code AS country,
    p.geonames_id,
    p.latitude::double precision AS latitude,
    p.longitude::double precision AS longitude
FROM geodb.place p
JOIN geodb.record r ON r.id = p.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
LEFT JOIN geodb.record o_said ON o_said.id = p.parent_id
LEFT JOIN geodb.record o ON o.id = o_said.survivor_id AND o.retracted_at IS NULL;

COMMENT ON VIEW api.place IS
    'Countries, cities, regions and sites.';
COMMENT ON COLUMN api.place.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.place.kind IS 'Kind of place; code list place_kind.';
COMMENT ON COLUMN api.place.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.place.parent_key IS 'Key of the place that it lies in.';
COMMENT ON COLUMN api.place.parent_label IS 'Name of the place that it lies in.';
COMMENT ON COLUMN api.place.country IS 'ISO 3166-1 alpha-3 of the country it lies in; see api.country.';
COMMENT ON COLUMN api.place.geonames_id IS 'GeoNames id.';
COMMENT ON COLUMN api.place.latitude IS 'Degrees north, WGS 84, as double precision.';
COMMENT ON COLUMN api.place.longitude IS 'Degrees east, WGS 84, as double precision.';
