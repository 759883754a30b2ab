-- What does the author expect under which conditions?
SELECT o.scenario_label, o.seq, o.wording, o.outcome, o.conditions
FROM api.scenario_outcome o
ORDER BY o.scenario_key, o.seq, o.key;
