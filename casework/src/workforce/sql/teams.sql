-- Which teams are there, and how many work in each?
SELECT t.id, t.name, t.closed, COUNT(w.id) AS workers
  FROM team t LEFT JOIN worker w ON w.team = t.id AND w.ended IS NULL
 GROUP BY t.id, t.name, t.closed
 ORDER BY t.closed NULLS FIRST, t.name NULLS LAST, t.id
