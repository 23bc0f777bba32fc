-- Who opened this record from out of reach, and why, the latest first?
SELECT o.opened, o.until, o.why, o.glass_broken, o.reviewed, worker.name
  FROM opening o LEFT JOIN worker ON worker.id = o.worker
 WHERE o.child = :child
 ORDER BY o.opened DESC, o.n DESC
