"""What `suggest_merges` asks the database."""

from __future__ import annotations

from sqlalchemy import text

_BEARERS = """
WITH called AS (
    SELECT named.survivor_id AS id, called.folded
    FROM geodb.record_name AS called
    JOIN geodb.record AS named ON named.id = called.record_id AND named.kind = :kind
    WHERE called.kind_code <> 'metonym'  -- Moscow is the state, the government and the city
        AND (:every OR named.survivor_id = ANY (:only))
    UNION
    SELECT survivor_id, geodb.fold_name_v1(label)
    FROM geodb.record
    WHERE kind = :kind AND (:every OR survivor_id = ANY (:only))
)
"""
_OF_KIND = {
    "actor": """
SELECT r.id, r.key, r.label,
    CASE WHEN a.kind_code IN ('person', 'unnamed_person') THEN 'person' ELSE 'group' END,
    a.country_code, called.folded
FROM called
JOIN geodb.record AS r ON r.id = called.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
JOIN geodb.actor AS a ON a.id = r.id
WHERE a.scoped_to_id IS NULL AND a.kind_code NOT IN ('unnamed_person', 'unnamed_group')
""",
    "office": """
SELECT r.id, r.key, r.label, 'office', s.key, called.folded
FROM called
JOIN geodb.record AS r ON r.id = called.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
JOIN geodb.office AS o ON o.id = r.id
LEFT JOIN geodb.record AS s_said ON s_said.id = o.organization_id
LEFT JOIN geodb.record AS s ON s.id = s_said.survivor_id
""",
    "place": """
SELECT r.id, r.key, r.label, 'place', p.country_code, called.folded
FROM called
JOIN geodb.record AS r ON r.id = called.id AND r.merged_into_id IS NULL AND r.retracted_at IS NULL
JOIN geodb.place AS p ON p.id = r.id
""",
}
BEARERS = {kind: text(_BEARERS + of_kind) for kind, of_kind in _OF_KIND.items()}
"""Kind -> id, key, label, side, home and one name of each record that may be merged.

Records of different sides are never one. Where :every is false, only records with an id of :only.
"""

ALIKE = text("""
WITH asked AS (SELECT id, kind FROM geodb.record WHERE id = :id),
own AS (
    SELECT called.folded
    FROM asked
    JOIN geodb.record AS member ON member.survivor_id = asked.id
    CROSS JOIN LATERAL (
        SELECT n.folded FROM geodb.record_name AS n WHERE n.record_id = member.id
        UNION
        SELECT geodb.fold_name_v1(member.label)
    ) AS called
)
SELECT id FROM asked
UNION ALL
(
    SELECT bearer.survivor_id
    FROM own
    JOIN geodb.record_name AS n ON n.folded % own.folded
    JOIN geodb.record AS bearer ON bearer.id = n.record_id
    UNION
    -- an office has a label and no names; other labels mostly stand among the names, and are not folded again
    SELECT bearer.survivor_id
    FROM asked
    JOIN geodb.record AS bearer ON bearer.kind = asked.kind AND NOT EXISTS (
        SELECT FROM geodb.record_name AS n WHERE n.record_id = bearer.id AND n.name = bearer.label
    )
    JOIN own ON geodb.fold_name_v1(bearer.label) % own.folded
    UNION
    SELECT bearer.survivor_id
    FROM asked
    JOIN geodb.record AS member ON member.survivor_id = asked.id
    JOIN geodb.external_id AS x ON x.record_id = member.id
    JOIN geodb.external_id AS y ON y.scheme_code = x.scheme_code AND y.value = x.value
    JOIN geodb.record AS bearer ON bearer.id = y.record_id
)
""")
"""The :id of a record, then of those with a like name or the same identifier."""

IDENTIFIERS = text("""
WITH known AS (
    SELECT DISTINCT r.survivor_id AS id, x.scheme_code, x.value
    FROM geodb.external_id AS x
    JOIN geodb.record AS r ON r.id = x.record_id
),
shared AS (  -- a value that very many have identifies nobody
    SELECT scheme_code, value FROM known GROUP BY scheme_code, value HAVING count(*) BETWEEN 2 AND :limit
)
SELECT a.id, b.id, s.label || ' ' || shared.value
FROM shared
JOIN known AS a ON a.scheme_code = shared.scheme_code AND a.value = shared.value
JOIN known AS b ON b.scheme_code = shared.scheme_code AND b.value = shared.value AND a.id < b.id
JOIN geodb.external_scheme AS s ON s.code = shared.scheme_code
ORDER BY a.id, b.id, s.sort_order, shared.value
""")
"""Two ids, the smaller first, and the identifier that both have."""

ROLES = text("""
WITH pair AS (SELECT * FROM unnest(CAST(:ones AS bigint[]), CAST(:others AS bigint[])) AS p (one, other)),
role AS (
    SELECT holder.survivor_id AS id, 'held ' || office.label AS told
    FROM geodb.office_holding AS h
    JOIN geodb.record AS standing ON standing.id = h.id AND standing.retracted_at IS NULL
    JOIN geodb.record AS holder ON holder.id = h.holder_id
    JOIN geodb.record AS office_said ON office_said.id = h.office_id
    JOIN geodb.record AS office ON office.id = office_said.survivor_id
    UNION
    SELECT a.survivor_id, lower(k.label) || ' ' || b.label
    FROM geodb.actor_relation AS r
    JOIN geodb.record AS standing ON standing.id = r.id AND standing.retracted_at IS NULL
    JOIN geodb.relation_kind AS k ON k.code = r.kind_code
    JOIN geodb.record AS a ON a.id = r.from_id
    JOIN geodb.record AS b_said ON b_said.id = r.to_id
    JOIN geodb.record AS b ON b.id = b_said.survivor_id
    UNION
    SELECT a.survivor_id, 'named by ' || b.label || ' as ' || lower(k.label)
    FROM geodb.actor_relation AS r
    JOIN geodb.record AS standing ON standing.id = r.id AND standing.retracted_at IS NULL
    JOIN geodb.relation_kind AS k ON k.code = r.kind_code
    JOIN geodb.record AS a ON a.id = r.to_id
    JOIN geodb.record AS b_said ON b_said.id = r.from_id
    JOIN geodb.record AS b ON b.id = b_said.survivor_id
)
SELECT pair.one, pair.other, array_agg(DISTINCT mine.told ORDER BY mine.told)
FROM pair
JOIN role AS mine ON mine.id = pair.one
JOIN role AS theirs ON theirs.id = pair.other AND theirs.told = mine.told
GROUP BY pair.one, pair.other
""")
"""For pairs of actors, :ones and :others, what they share: offices and relations, in words."""

MERGEABLE = text("""
SELECT pair.one, pair.other
FROM unnest(CAST(:ones AS bigint[]), CAST(:others AS bigint[])) WITH ORDINALITY AS pair (one, other, place)
WHERE NOT EXISTS (SELECT FROM geodb.find_merge_conflicts_v2(pair.other, pair.one))
ORDER BY pair.place
""")
"""Those of the pairs that can be merged, in their order."""
