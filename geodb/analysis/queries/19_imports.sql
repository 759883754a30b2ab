-- What was loaded, with which result, and what was refused and still is?
SELECT i.importer, i.input, i.status, i.started_at, i.counts, i.rejected, i.rejected_open
FROM api.import_run i
ORDER BY i.import_id;
