-- One more change of a row that was changed before, so that what came of the earlier one is told by this one.
UPDATE geodb.record SET label = 'Renamed a last time' WHERE id = 1;
