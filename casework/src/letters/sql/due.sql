-- Which letters wait for young people in my reach, and why may one not go?
-- Never null: child, letter
SELECT d.child, COALESCE(child.name, child.label) AS name, child.preferred_name, d.letter, d.since, d.stopped,
       worker.name AS worker, COUNT(*) OVER () AS total
  -- From the letters on: left to choose, SQLite goes through every child.
  FROM letter_due d CROSS JOIN child CROSS JOIN leaver_now n
  LEFT JOIN worker ON worker.id = n.adviser
 WHERE child.id = d.child AND n.child = d.child AND child.died IS NULL
 ORDER BY CASE WHEN d.stopped IS NULL THEN 1 ELSE 0 END, d.since NULLS LAST, child.sort_name NULLS LAST, d.child, d.letter
 LIMIT 500
