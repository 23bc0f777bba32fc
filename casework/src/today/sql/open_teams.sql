-- Which teams are there?
-- Never null: name
SELECT id, name FROM team WHERE closed IS NULL ORDER BY name, id
