-- Which events possibly, and which certainly, fall into the days from 10 to 15 February 2025?
SELECT
    e.key,
    e.label,
    e.when_edtf,
    coalesce(e.when_from >= w.first AND e.when_until <= w.last, false) AS certainly
FROM api.event e
CROSS JOIN (SELECT DATE '2025-02-10' AS first, DATE '2025-02-15' AS last) w
WHERE e.when_edtf IS NOT NULL
    AND (e.when_from <= w.last) IS NOT FALSE
    AND (e.when_until >= w.first) IS NOT FALSE
ORDER BY e.when_from NULLS LAST, e.key;
