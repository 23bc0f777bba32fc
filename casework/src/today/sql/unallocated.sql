-- Which children whom the service works with has nobody been given to, who has waited longest first?
WITH waiting AS (
  SELECT child.id AS child, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, child.expected, MIN(s.since) AS since,
         MAX(CASE WHEN s.status = 'looked_after' THEN 1 ELSE 0 END) AS looked_after,
         MAX(CASE WHEN s.status = 'protection_plan' THEN 1 ELSE 0 END) AS on_plan,
         COUNT(*) OVER () AS total
    FROM child JOIN status s ON s.child = child.id AND s.answer = 'yes'
   WHERE NOT EXISTS (SELECT 1 FROM allocation a WHERE a.child = child.id AND a.ended IS NULL)
   GROUP BY child.id, child.name, child.label, child.preferred_name, child.born, child.expected
   ORDER BY MIN(s.since) NULLS LAST, child.id
   LIMIT :limit OFFSET :offset
)
SELECT child, name, preferred_name, born, expected, since, looked_after, on_plan,
       (SELECT COUNT(*) FROM owed_now o WHERE o.child = waiting.child AND o.standing = 'overdue') AS overdue, total
  FROM waiting
 ORDER BY since NULLS LAST, child
