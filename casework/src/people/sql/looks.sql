-- Who has looked at this record, or was refused, the latest first?
SELECT seen.at, seen.who, seen.what, worker.name, worker.role
  FROM seen LEFT JOIN worker ON worker.id = seen.who
 WHERE seen.subject = :child
 ORDER BY seen.at DESC
 LIMIT :limit OFFSET :offset
