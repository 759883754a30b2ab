-- A change whose transaction is announced to the readers of the feed.
UPDATE geodb.record SET label = 'Renamed again' WHERE id = 1;
