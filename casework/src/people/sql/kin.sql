-- Which children are kin to this one, by name or through an adult, and how is each of them?
WITH kin AS (
  SELECT child.id AS child FROM child WHERE child.id = :child
  UNION
  SELECT r.other FROM relation r WHERE r.child = :child AND r.other_is_child
  UNION
  SELECT r.child FROM relation r WHERE r.other = :child
  UNION
  SELECT r.child FROM relation mine JOIN relation r ON r.other = mine.other WHERE mine.child = :child AND NOT mine.other_is_child
), due AS (
  SELECT o.child, MIN(CASE WHEN o.standing IN ('running', 'due_soon') THEN o.due END) AS next_due,
         CAST(SUM(CASE WHEN o.standing = 'overdue' THEN 1 ELSE 0 END) AS BIGINT) AS overdue
    FROM kin JOIN owed_now o ON o.child = kin.child
   GROUP BY o.child
)
SELECT child.id, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, child.expected, child.died, child.sex,
       worker.name AS worker, team.name AS team, e.place, e.known_until,
       EXISTS (SELECT 1 FROM relation r WHERE r.child = child.id AND r.lives_with AND NOT r.other_is_child) AS with_adult, due.next_due, due.overdue,
       EXISTS (SELECT 1 FROM status s WHERE s.child = child.id AND s.status = 'looked_after' AND s.answer = 'yes') AS looked_after,
       EXISTS (SELECT 1 FROM status s WHERE s.child = child.id AND s.status = 'protection_plan' AND s.answer = 'yes') AS on_plan,
       EXISTS (SELECT 1 FROM status s WHERE s.child = child.id AND s.status = 'in_need' AND s.answer = 'yes') AS in_need
  FROM kin
  JOIN child ON child.id = kin.child
  LEFT JOIN allocated a ON a.child = child.id AND a.part = 'worker'
  LEFT JOIN worker ON worker.id = a.worker
  LEFT JOIN team ON team.id = a.team
  LEFT JOIN episode e ON e.child = child.id AND e.ended IS NULL
        AND NOT EXISTS (SELECT 1 FROM episode x WHERE x.child = e.child AND x.ended IS NULL AND x.n > e.n)
  LEFT JOIN due ON due.child = child.id
 ORDER BY child.born NULLS LAST, child.id
