-- A date of a kind that nothing was written in before; the span follows from it.
UPDATE geodb.event SET edtf = '202X' WHERE id = (SELECT min(id) FROM geodb.event);
