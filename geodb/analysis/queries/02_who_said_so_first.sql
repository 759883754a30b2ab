-- Which sources support a claim, in which words, and which could be read first?
SELECT
    e.cited_source_key,
    s.publisher_label,
    e.paragraph_no,
    e.start_offset,
    e.exact,
    coalesce(s.published_until, e.cited_accessed_on) AS readable_by,
    rank() OVER (ORDER BY coalesce(s.published_until, e.cited_accessed_on)) AS firstness
FROM api.evidence e
LEFT JOIN api.source s ON s.key = e.cited_source_key
WHERE e.record_key = 'geodb:zelensky-very-difficult-without-us-support' AND e.relation = 'supports'
ORDER BY firstness, e.paragraph_no;
