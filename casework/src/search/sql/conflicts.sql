-- Who must not see this record?
SELECT c.worker, worker.name, worker.role
  FROM conflict c LEFT JOIN worker ON worker.id = c.worker
 WHERE c.child = :child
 ORDER BY worker.name NULLS LAST, c.n
