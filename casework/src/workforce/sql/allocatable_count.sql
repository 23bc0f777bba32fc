-- How many children has nobody been given to, or does this worker hold?
SELECT COUNT(*) AS children
  FROM child
 WHERE child.died IS NULL
   AND ((:worker IS NULL
         AND (:status IS NULL OR EXISTS (SELECT 1 FROM status s WHERE s.child = child.id))
         AND NOT EXISTS (SELECT 1 FROM allocation a WHERE a.child = child.id AND a.ended IS NULL))
        OR EXISTS (SELECT 1 FROM allocation a WHERE a.child = child.id AND a.worker = :worker AND a.ended IS NULL))
