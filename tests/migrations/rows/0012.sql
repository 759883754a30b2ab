-- A change, a deletion and a move to another record, each with the moment since which the row was so.
UPDATE geodb.record SET label = 'Renamed once more' WHERE id = 1;
