-- Whom or what do these names mean, in any spelling, script or figure of speech?
SELECT n.record_key, n.record_label, n.name, n.kind
FROM api.name n
WHERE n.folded LIKE 'zelensk%' OR n.folded = api.fold_name('KYIV')
ORDER BY n.record_key, n.name;
