-- An image of an event that was changed, and a claim that keeps to its record.
UPDATE geodb.event SET summary = coalesce(summary, '') || 'x' WHERE id = (SELECT min(id) FROM geodb.event);
