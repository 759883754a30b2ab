-- How many claims of each paragraph stand under no footnote?
SELECT c.paragraph_no, c.uncited_claims, c.claims, c.facts
FROM api.coverage c
WHERE c.document_key = 'geodb:us-strategic-moves-2025.text' AND c.claims > 0 AND c.kind = 'body'
ORDER BY c.paragraph_no;
