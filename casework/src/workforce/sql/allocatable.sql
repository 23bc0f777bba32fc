-- Which children has nobody been given to, or does this worker hold? Those in need of the service first.
WITH in_need AS (
  SELECT s.child, MIN(s.since) AS since FROM status s GROUP BY s.child
)
SELECT child.id, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, in_need.since
  FROM child LEFT JOIN in_need ON in_need.child = child.id
 WHERE child.died IS NULL
   AND ((:worker IS NULL
         AND (:status IS NULL OR in_need.since IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM allocation a WHERE a.child = child.id AND a.ended IS NULL))
        OR EXISTS (SELECT 1 FROM allocation a WHERE a.child = child.id AND a.worker = :worker AND a.ended IS NULL))
 ORDER BY in_need.since NULLS LAST, child.id
 LIMIT :limit OFFSET :offset
