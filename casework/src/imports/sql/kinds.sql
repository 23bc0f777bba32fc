-- What kinds of problem does this delivery have, the most frequent first?
-- Never null: COUNT(*), p.table_name, p.column_name, p.to_do
SELECT p.table_name, p.column_name, p.to_do, MIN(p.what) AS what, COUNT(*) AS things
  FROM problem p
 WHERE p.delivery = :delivery
 GROUP BY p.table_name, p.column_name, p.to_do
 ORDER BY COUNT(*) DESC, p.table_name, p.column_name, p.to_do
