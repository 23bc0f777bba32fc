-- Which children has nobody been given to, or does this worker hold? Those in need of the service first.
WITH first_said AS (
  SELECT s.child, s.answer, s.since, s.words FROM status s
   WHERE NOT EXISTS (SELECT 1 FROM status e WHERE e.child = s.child AND e.n < s.n)
)
SELECT child.id, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, f.answer, f.words
  FROM child LEFT JOIN first_said f ON f.child = child.id
 WHERE child.died IS NULL
   AND ((:worker IS NULL
         AND (:status IS NULL OR f.child IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM allocation a WHERE a.child = child.id AND a.ended IS NULL))
        OR EXISTS (SELECT 1 FROM allocation a WHERE a.child = child.id AND a.worker = :worker AND a.ended IS NULL))
 ORDER BY CASE f.answer WHEN 'yes' THEN 0 WHEN 'not_known' THEN 1 ELSE 2 END, f.since NULLS LAST, child.id
 LIMIT :limit OFFSET :offset
