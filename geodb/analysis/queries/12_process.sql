-- Which events belong to the negotiations: as parts, outcomes, sequels or preparations, at any depth?
WITH RECURSIVE part (key) AS (
    VALUES ('geodb:us-led-ukraine-negotiations')
    UNION
    SELECT r.from_key
    FROM api.event_relation r
    JOIN part ON part.key = r.to_key
    WHERE r.kind IN ('part_of', 'outcome_of', 'follow_up_of', 'prepares')
)

SELECT e.key, e.kind, e.label, e.status, e.when_edtf
FROM part
JOIN api.event e ON e.key = part.key
ORDER BY e.when_from NULLS LAST, e.key;
