-- Which openings of records of my reach has nobody reviewed yet?
SELECT o.child, o.fact, o.worker, worker.name AS worker_name, o.why, o.opened, o.until, o.glass_broken, child.name
  FROM opening o
  JOIN child ON child.id = o.child
  LEFT JOIN worker ON worker.id = o.worker
 WHERE NOT o.reviewed AND o.glass_broken
 ORDER BY o.opened
 LIMIT 200
