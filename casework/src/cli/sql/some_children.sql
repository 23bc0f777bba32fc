-- Who are five hundred children of the record, drawn by their ids?
SELECT id FROM child ORDER BY id LIMIT 500
